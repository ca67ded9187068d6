import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { system, type Actor } from '../../actor.ts';
import { asActor, introduce } from '../db/database.ts';
import { verifyAudit } from './verify.ts';

const db = useDatabase();
let staff: Actor;
const append = (action: string, subject: string | null = null, actor: Actor = staff) =>
  db.database.app.transaction().execute(async (tx) => {
    await introduce(tx, actor);
    const { rows } = await sql<{
      seq: number;
    }>`select audit_append('page', ${action}, 'done', null, ${subject}, ${Buffer.from('x')}) as seq`.execute(tx);
    return rows[0]!.seq;
  });
const proof = () => asActor(db.database, system, verifyAudit);

beforeAll(async () => {
  staff = await someone(db, 'secretariat');
  for (let i = 0; i < 12; i++) await append(`test.entry.add`, `/things/${i}`);
});

describe('the chain', () => {
  it('is gapless and unbroken under 50 writes at once', async () => {
    const before = (await proof()).entries;
    const numbers = await Promise.all(Array.from({ length: 50 }, () => append('test.parallel.write')));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => before + 1 + i));
    expect(await proof()).toMatchObject({ entries: before + 50, broken: null });
  });

  it('leaves no number out when a write is taken back', async () => {
    const before = (await proof()).entries;
    await expect(
      db.database.app.transaction().execute(async (tx) => {
        await introduce(tx, staff);
        await sql`select audit_append('page', 'test.never.was', 'done', null, null, null)`.execute(tx);
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    expect(await append('test.after.rollback')).toBe(before + 1);
    expect(await proof()).toMatchObject({ broken: null });
  });

  it('covers any text, to the character', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.string({ unit: 'binary', maxLength: 30 }),
        async (action, subject) => {
          // PostgreSQL keeps no NUL and no half of a surrogate pair.
          const keepable = (text: string) => text.toWellFormed().replaceAll('\u0000', '');
          await append(keepable(action), keepable(subject));
        },
      ),
      { numRuns: 60 },
    );
    await append(
      'test.controls.all',
      Array.from({ length: 31 }, (_, i) => String.fromCharCode(i + 1)).join('') + '\u007f"\\/\u2028',
    );
    expect(await proof()).toMatchObject({ broken: null });
  });
});

describe('damage is found, and the first broken entry named', () => {
  /** Damages the log as somebody with the database's own keys could, looks, and repairs it. */
  async function damaged(statement: string): Promise<Awaited<ReturnType<typeof proof>>> {
    await db.admin.query(
      'create temp table kept_entry as select * from audit_entry; create temp table kept_head as select * from audit_head',
    );
    await db.admin.query(statement);
    try {
      return await proof();
    } finally {
      await db.admin.query(`delete from audit_entry; insert into audit_entry select * from kept_entry;
        delete from audit_head; insert into audit_head select * from kept_head; drop table kept_entry, kept_head`);
    }
  }

  it.each([
    ['at', `at + interval '1 second'`],
    ['door', `'api'`],
    ['action', `'test.entry.other'`],
    ['person_id', `null`],
    ['result', `'refused'`],
    ['code', `'x'`],
    ['subject', `'/things/other'`],
    ['input_digest', `'\\x00'`],
    ['previous_hash', `sha256('x')`],
    ['hash', `sha256('x')`],
  ])('%s of entry 5 changed', async (column, value) => {
    const { broken, entries } = await damaged(`update audit_entry set ${column} = ${value} where seq = 5`);
    expect(broken?.seq).toBe(5);
    expect(entries).toBe(4);
    expect(broken?.why).toMatch(/content was changed|does not follow/);
  });

  it('the moment changed by a microsecond', async () => {
    expect((await damaged(`update audit_entry set at = at + interval '1 microsecond' where seq = 3`)).broken?.seq).toBe(
      3,
    );
  });

  it('a row removed', async () => {
    expect((await damaged('delete from audit_entry where seq = 7')).broken).toEqual({
      seq: 7,
      why: 'entry 7 is missing',
    });
  });

  it('the first row removed', async () => {
    expect((await damaged('delete from audit_entry where seq = 1')).broken?.seq).toBe(1);
  });

  it('two rows exchanged', async () => {
    const { broken } = await damaged(
      'update audit_entry set seq = -seq where seq in (4, 5); update audit_entry set seq = case seq when -4 then 5 else 4 end where seq < 0',
    );
    expect(broken?.seq).toBe(4);
  });

  it('the tail cut', async () => {
    const { broken, entries } = await damaged('delete from audit_entry where seq > 6');
    expect(entries).toBe(6);
    expect(broken?.seq).toBe(7);
    expect(broken?.why).toContain('ends at entry 6');
  });

  it('a row rewritten with a hash that fits it breaks the next one', async () => {
    const { broken } =
      await damaged(`update audit_entry set subject = '/things/forged', hash = sha256(previous_hash || convert_to(jsonb_build_array(
      seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), door, action, person_id, result, code, '/things/forged', encode(input_digest, 'hex'))::text, 'UTF8')) where seq = 8`);
    expect(broken).toEqual({ seq: 9, why: 'it does not follow the entry before it' });
  });

  it('everything removed', async () => {
    expect((await damaged('delete from audit_entry')).broken?.seq).toBe(1);
  });

  it('and none of it is left after the repair', async () => {
    expect((await proof()).broken).toBeNull();
  });
});

describe('nobody writes the log but through the function', () => {
  it.each([
    ['insert', `insert into audit_entry values (0, now(), 'page', 'a', null, 'done', null, null, null, '', '')`],
    ['update', `update audit_entry set action = 'x'`],
    ['delete', `delete from audit_entry`],
    ['truncate', `truncate audit_entry`],
    ['head', `update audit_head set seq = 0`],
    ['switch off', `alter table audit_entry disable row level security`],
  ])('%s', async (_, statement) => {
    const asSystem = db.asSystem((tx) => sql.raw(statement).execute(tx));
    await expect(asSystem).rejects.toMatchObject({ code: '42501' });
  });

  it('an entry names the one who really asks', async () => {
    const seq = await append('test.who.asks');
    const { rows } = await db.admin.query('select person_id from audit_entry where seq = $1', [seq]);
    expect(rows[0].person_id).toBe(staff.personId);
  });

  it('a member reads none of it', async () => {
    const member = await someone(db, 'member', { party: '00000000-0000-7000-8000-0000000000aa' });
    const count = await asActor(db.database, member, (tx) => tx.selectFrom('audit_entry').select('seq').execute());
    expect(count).toEqual([]);
  });
});
