import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { useRuntime } from '../../../../test/support/runtime.ts';
import type { Action } from '../../../kernel/action.ts';
import { nobody, type Actor } from '../../../kernel/actor.ts';
import { newId } from '../../../kernel/ids.ts';
import { beginSession } from '../../../kernel/server/auth/session.ts';
import { asActor, introduce } from '../../../kernel/server/db/database.ts';
import { loadActor } from '../../../kernel/server/load-actor.ts';
import { runAction } from '../../../kernel/server/run-action.ts';
import { auditLog } from './audit-log.ts';
import { addPasskey } from './actions/add-passkey.ts';
import { changeProfile } from './actions/change-profile.ts';
import { endOtherSessions } from './actions/end-other-sessions.ts';
import { endSession } from './actions/end-session.ts';
import { namePasskey } from './actions/name-passkey.ts';
import { removePasskey } from './actions/remove-passkey.ts';
import { startPasskey } from './actions/start-passkey.ts';
import { listPeople, myPasskeys, mySessions } from './queries.ts';

const db = useDatabase();
const runtime = useRuntime(db);
const ours = newId();
const theirs = newId();
let staff: Actor, admin: Actor, focal: Actor, member: Actor, chair: Actor;
beforeAll(async () => {
  staff = await someone(db, 'secretariat');
  admin = await someone(db, 'administrator');
  focal = await someone(db, 'focal-point', { party: ours });
  member = await someone(db, 'member', { party: ours });
  chair = await someone(db, 'chair', { body: newId() });
});
const act = <I, V>(action: Action<I, V>, actor: Actor, input: unknown) =>
  runAction(db.database, action, actor, input, { door: 'page' });
const read = <T>(actor: Actor, work: Parameters<typeof asActor<T>>[2]) => asActor(db.database, actor, work);
const refused = (code: string) => ({ ok: false, refusal: { code } });

describe('one’s own account', () => {
  it('name and language change; the address and the end do not, not past the action either', async () => {
    const person = await someone(db, 'observer', { party: theirs });
    expect((await act(changeProfile, person, { name: 'New Name', language: 'ar' })).ok).toBe(true);
    expect(await loadActor(db.database, person.personId)).toMatchObject({ name: 'New Name', language: 'ar' });
    for (const change of [sql`email = 'mine@example.org'`, sql`ended_at = now()`])
      await expect(
        db.database.app.transaction().execute(async (tx) => {
          await introduce(tx, person);
          await sql`update person set ${change} where id = ${person.personId}`.execute(tx);
        }),
      ).rejects.toMatchObject({ code: '42501' });
  });

  it('sessions: own ones only, one by one or all but this', async () => {
    const person = await someone(db, 'member', { party: ours });
    for (let i = 0; i < 4; i++)
      await beginSession(
        runtime,
        person.personId!,
        'passkey',
        { address: `192.0.2.${i}`, browser: 'Firefox/1' },
        new Headers(),
      );
    const sessions = await read(person, mySessions);
    expect(sessions).toHaveLength(4);
    expect(sessions[0]).toMatchObject({ browser: 'Firefox/1' });
    expect(await act(endSession, member, { session: sessions[0]!.id })).toMatchObject(
      refused('people.session.not-found'),
    );
    expect((await act(endSession, person, { session: sessions[0]!.id })).ok).toBe(true);
    expect(await act(endOtherSessions, person, { keep: sessions[1]!.id })).toEqual({ ok: true, value: { ended: 2 } });
    expect((await read(person, mySessions)).map((one) => one.id)).toEqual([sessions[1]!.id]);
  });

  it('passkeys: a challenge is for one person, once, and what does not answer it is refused', async () => {
    const options = await act(startPasskey, member, {});
    expect(options.ok && options.value.rp.id).toBe('localhost');
    const response = {
      id: 'x',
      rawId: 'x',
      type: 'public-key',
      response: { clientDataJSON: 'e30', attestationObject: 'o2M' },
      clientExtensionResults: {},
    };
    expect(await act(addPasskey, member, { name: 'Key', response })).toMatchObject(refused('people.passkey.invalid'));
    expect(await read(member, myPasskeys)).toEqual([]);
  });

  it('passkeys: named and removed by their owner alone', async () => {
    const id = newId();
    await db.admin.query(
      `insert into passkey (id, person_id, credential_id, public_key, name, created_at) values ($1, $2, $3, '\\x00', 'Laptop', now())`,
      [id, member.personId, id],
    );
    for (const actor of [staff, admin, focal]) {
      expect(await act(namePasskey, actor, { passkey: id, name: 'Mine' })).toMatchObject(
        refused('people.passkey.not-found'),
      );
      expect(await act(removePasskey, actor, { passkey: id })).toMatchObject(refused('people.passkey.not-found'));
    }
    expect((await act(namePasskey, member, { passkey: id, name: 'Office key' })).ok).toBe(true);
    expect(await read(member, myPasskeys)).toMatchObject([{ name: 'Office key' }]);
    expect((await act(removePasskey, member, { passkey: id })).ok).toBe(true);
    expect(await read(member, myPasskeys)).toEqual([]);
  });
});

describe('who sees what', () => {
  it('participants see who is who, without addresses; nobody sees nobody', async () => {
    const seen = await read(chair, (tx) => listPeople(tx));
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.filter((one) => one.email !== null).map((one) => one.id)).toEqual([chair.personId]);
    expect(await read(nobody, (tx) => listPeople(tx))).toEqual([]);
    expect((await read(admin, (tx) => listPeople(tx))).every((one) => one.email !== null)).toBe(true);
  });

  it('a search word is taken literally', async () => {
    expect(await read(staff, (tx) => listPeople(tx, { words: '%' }))).toEqual([]);
    expect(await read(staff, (tx) => listPeople(tx, { words: '_' }))).toEqual([]);
  });

  it('the audit log: Secretariat and administrators, by filter and page', async () => {
    expect((await read(focal, (tx) => auditLog(tx))).total).toBe(0);
    const all = await read(admin, (tx) => auditLog(tx, { perPage: 10 }));
    expect(all.rows).toHaveLength(10);
    expect(all.rows[0]!.seq).toBe(all.total);
    const refusals = await read(staff, (tx) => auditLog(tx, { result: 'refused', action: 'people.passkey.' }));
    expect(refusals.total).toBeGreaterThan(0);
    expect(refusals.rows.every((one) => one.result === 'refused' && one.action.startsWith('people.passkey.'))).toBe(
      true,
    );
    const second = await read(staff, (tx) => auditLog(tx, { perPage: 10, page: 2 }));
    expect(second.rows[0]!.seq).toBe(all.total - 10);
    const today = new Date().toISOString().slice(0, 10);
    expect(
      (await read(staff, (tx) => auditLog(tx, { from: today, until: today, person: staff.name }))).total,
    ).toBeGreaterThan(0);
    expect((await read(staff, (tx) => auditLog(tx, { until: '2000-01-01' }))).total).toBe(0);
  });
});
