import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { someone } from '../../../test/support/actors.ts';
import { useDatabase } from '../../../test/support/database.ts';
import { defineAction } from '../action.ts';
import { nobody, type Actor } from '../actor.ts';
import { newId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { asActor } from './db/database.ts';
import { describeError } from './describe-error.ts';
import { Bug, runAction } from './run-action.ts';

const db = useDatabase();
let staff: Actor;
let member: Actor;
beforeAll(async () => {
  staff = await someone(db, 'secretariat');
  member = await someone(db, 'member', { party: newId() });
});

const rename = defineAction({
  name: 'test.person.rename',
  does: 'Renames a person.',
  input: z.object({ person: z.uuid(), name: z.string().min(1, 'is missing') }),
  permission: ['member', 'secretariat'],
  async run({ tx, input, log }) {
    if (input.name === 'refuse')
      throw new Refusal('test.name.taken', 'Somebody else is called that.', { field: 'name' });
    const { numUpdatedRows } = await tx
      .updateTable('person')
      .set({ name: input.name })
      .where('id', '=', input.person)
      .executeTakeFirst();
    if (input.name === 'late refusal') throw new Refusal('test.name.late', 'Changed my mind.');
    log(`Renamed to ${input.name}.`, `/people/${input.person}`);
    return { changed: Number(numUpdatedRows) };
  },
});

const lastAudit = async () =>
  (
    await db.admin.query(
      "select door, action, person_id, result, code, subject, encode(input_digest, 'hex') as digest from audit_entry order by seq desc limit 1",
    )
  ).rows[0];
const nameOf = async (id: string) =>
  (await db.admin.query('select name from person where id = $1', [id])).rows[0]?.name;
const page = { door: 'page' } as const;

describe('the ladder', () => {
  it('nobody: asked to sign in, nothing changed, audited without a person', async () => {
    const answer = await runAction(db.database, rename, nobody, { person: member.personId, name: 'X' }, page);
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'access.sign-in' } });
    expect(await lastAudit()).toMatchObject({
      result: 'refused',
      code: 'access.sign-in',
      person_id: null,
      action: 'test.person.rename',
    });
  });

  it('wrong role: refused by name, audited', async () => {
    const observer = await someone(db, 'observer', { party: newId() });
    const answer = await runAction(db.database, rename, observer, { person: member.personId, name: 'X' }, page);
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'access.denied' } });
    expect(await lastAudit()).toMatchObject({ result: 'refused', code: 'access.denied', person_id: observer.personId });
  });

  it('wrong input: every fault with its field, audited', async () => {
    const answer = await runAction(db.database, rename, staff, { person: 'x', name: '' }, page);
    expect(answer.ok).toBe(false);
    if (answer.ok) return;
    expect(answer.refusal.code).toBe('input.invalid');
    expect(answer.refusal.faults.map((fault) => fault.field)).toEqual(['person', 'name']);
    expect(await lastAudit()).toMatchObject({ result: 'refused', code: 'input.invalid' });
  });

  it('right role, wrong row: the database says no by showing none', async () => {
    const answer = await runAction(db.database, rename, member, { person: staff.personId, name: 'Taken over' }, page);
    expect(answer).toEqual({ ok: true, value: { changed: 0 } });
    expect(await nameOf(staff.personId!)).toBe(staff.name);
  });

  it('a refusal in the middle takes back what was written before it', async () => {
    const answer = await runAction(db.database, rename, staff, { person: member.personId, name: 'late refusal' }, page);
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'test.name.late' } });
    expect(await nameOf(member.personId!)).toBe(member.name);
    expect(await lastAudit()).toMatchObject({ result: 'refused', code: 'test.name.late', person_id: staff.personId });
  });

  it('right: the row, the history line and the audit entry come together', async () => {
    const answer = await runAction(
      db.database,
      rename,
      staff,
      { person: member.personId, name: 'Right Name' },
      { door: 'cli' },
    );
    expect(answer).toEqual({ ok: true, value: { changed: 1 } });
    expect(await nameOf(member.personId!)).toBe('Right Name');
    expect(await lastAudit()).toMatchObject({
      door: 'cli',
      result: 'done',
      code: null,
      subject: `/people/${member.personId}`,
      person_id: staff.personId,
    });
    const { rows } = await db.admin.query('select sentence, person_id, action from log_entry where subject = $1', [
      `/people/${member.personId}`,
    ]);
    expect(rows).toEqual([
      { sentence: 'Renamed to Right Name.', person_id: staff.personId, action: 'test.person.rename' },
    ]);
  });
});

describe('what it keeps of the input', () => {
  it('is a digest: the same for the same input, another for another, never the text', async () => {
    const digests: string[] = [];
    for (const name of ['Secret One', 'Secret One', 'Secret Two']) {
      await runAction(db.database, rename, staff, { person: member.personId, name }, page);
      digests.push((await lastAudit()).digest);
    }
    expect(digests[0]).toBe(digests[1]);
    expect(digests[0]).not.toBe(digests[2]);
    const { rows } = await db.admin.query(`select count(*)::int as n from audit_entry a where a::text like '%Secret%'`);
    expect(rows[0].n).toBe(0);
  });
});

describe('a bug', () => {
  const secret = 'value-nobody-may-see@example.org';
  const breaks = (run: Parameters<typeof defineAction>[0]['run']) =>
    defineAction({ name: 'test.bug.make', does: 'Breaks.', input: z.object({}), permission: ['secretariat'], run });

  async function bugOf(run: Parameters<typeof defineAction>[0]['run']): Promise<Bug> {
    return runAction(db.database, breaks(run), staff, {}, page).then(
      () => expect.unreachable('it should have failed'),
      (error: unknown) => error as Bug,
    );
  }

  it('gives a reference that the audit log has too, and changes nothing', async () => {
    const bug = await bugOf(async ({ tx }) => {
      await tx.updateTable('person').set({ name: 'Half done' }).where('id', '=', member.personId!).execute();
      throw new TypeError('boom');
    });
    expect(bug).toBeInstanceOf(Bug);
    expect(bug.message).toContain(bug.reference);
    expect(bug.message).not.toContain('boom');
    expect(await lastAudit()).toMatchObject({ result: 'failed', code: bug.reference });
    expect(await nameOf(member.personId!)).not.toBe('Half done');
  });

  it.each([
    ['a check constraint', sql`insert into person (id, name, email) values (${newId()}, '', ${secret})`],
    ['a text that is no date', sql`select ${secret}::text::date`],
    [
      'a missing person',
      sql`insert into access_grant (id, person_id, role, reason, granted_by) values (${newId()}, ${newId()}, 'secretariat', ${secret}, app_actor())`,
    ],
  ])('from %s says nothing of the values in the log', async (_, statement) => {
    const bug = await bugOf(async ({ tx }) => statement.execute(tx));
    expect(JSON.stringify(bug.cause, ['message', 'detail'])).toMatch(/person|secretariat|nobody/);
    const logged = JSON.stringify(describeError(bug));
    expect(logged).not.toContain(secret);
    expect(logged).toMatch(/database error [0-9A-Z]{5}/);
    expect(logged).toContain('run-action.ts');
  });

  it('is also an action that changes something and logs nothing', async () => {
    const bug = await bugOf(async () => ({}));
    expect(describeError(bug).message).toContain('logged nothing');
  });
});

describe('answers of the database', () => {
  const asks = (run: Parameters<typeof defineAction>[0]['run']) =>
    runAction(
      db.database,
      defineAction({
        name: 'test.answer.ask',
        does: 'Asks.',
        input: z.object({}),
        permission: ['member'],
        logs: false,
        run,
      }),
      member,
      {},
      page,
    );

  it.each([
    ['42501', 'access.denied', sql`insert into setting (name, value) values ('a', 'b')`],
    [
      'RT409',
      'transition.state',
      sql`do $$ begin raise exception using errcode = 'RT409', message = 'Too late.'; end $$`,
    ],
    ['57014', 'limit.time', sql`select set_config('statement_timeout', '30', true), pg_sleep(0)`],
    ['23505', 'input.exists', null],
  ] as const)('%s is the refusal %s', async (code, refusal, statement) => {
    const answer = await asks(async ({ tx }) => {
      if (code === '23505') {
        const challenge = newId();
        for (let i = 0; i < 2; i++)
          await sql`insert into passkey_challenge (challenge, person_id, expires_at) values (${challenge}, ${member.personId}, now())`.execute(
            tx,
          );
        return;
      }
      await statement?.execute(tx);
      if (code === '57014') await sql`select pg_sleep(5)`.execute(tx);
    });
    expect(answer).toMatchObject({ ok: false, refusal: { code: refusal } });
    expect(await lastAudit()).toMatchObject({ result: 'refused', code: refusal });
  });

  it('a NUL in a text is wrong input, not a bug', async () => {
    const answer = await runAction(db.database, rename, staff, { person: member.personId, name: 'a\u0000b' }, page);
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'input.malformed' } });
  });

  it('an action that lost a race is run again', async () => {
    let runs = 0;
    const answer = await asks(async ({ tx }) => {
      runs++;
      if (runs < 3)
        await sql`do $$ begin raise exception using errcode = '40001', message = 'race'; end $$`.execute(tx);
      return runs;
    });
    expect(answer).toEqual({ ok: true, value: 3 });
  });
});

describe('reading as an actor', () => {
  it('cannot write', async () => {
    await expect(
      asActor(db.database, staff, (tx) => tx.updateTable('person').set({ name: 'x' }).execute()),
    ).rejects.toMatchObject({ code: '25006' });
  });

  it('forgets the actor with the transaction, however many run at once', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => someone(db, 'member', { party: newId() })));
    const seen = await Promise.all(
      Array.from({ length: 80 }, async (_, i) => {
        const one = i % 9 === 8 ? nobody : people[i % 9]!;
        const { rows } = await asActor(db.database, one, (tx) =>
          sql<{ id: string | null }>`select app_actor() as id, pg_sleep(0.002)`.execute(tx),
        );
        return [rows[0]!.id, one.personId];
      }),
    );
    for (const [is, should] of seen) expect(is).toBe(should);
    const { rows } = await sql<{ id: string | null }>`select app_actor() as id`.execute(db.database.app);
    expect(rows[0]!.id).toBeNull();
  });
});
