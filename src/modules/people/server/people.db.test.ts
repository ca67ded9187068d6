import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { useRuntime } from '../../../../test/support/runtime.ts';
import type { Action } from '../../../kernel/action.ts';
import { nobody, system, systemId, type Actor } from '../../../kernel/actor.ts';
import { newId } from '../../../kernel/ids.ts';
import { beginSession, visitorOf } from '../../../kernel/server/auth/session.ts';
import { asActor, introduce } from '../../../kernel/server/db/database.ts';
import { loadActor } from '../../../kernel/server/load-actor.ts';
import { runAction } from '../../../kernel/server/run-action.ts';
import { endGrant } from './actions/end-grant.ts';
import { endPerson } from './actions/end-person.ts';
import { giveGrant } from './actions/give-grant.ts';
import { invitePerson } from './actions/invite-person.ts';
import { listGrants, listPeople } from './queries.ts';

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
let count = 0;
const guest = (more: object = {}) => ({
  name: 'Delphine Sample',
  email: `guest-${++count}@example.org`,
  language: 'tr',
  role: 'member',
  party: ours,
  reason: 'Letter of 3 March',
  ...more,
});
const personWith = async (email: string) =>
  (await db.admin.query('select id, name from person where email = $1', [email])).rows[0];
const grantsOf = async (person: string) =>
  (await db.admin.query('select * from access_grant where person_id = $1 order by id', [person])).rows;

describe('inviting', () => {
  it('nobody and members may not; nothing of it is kept', async () => {
    const input = guest();
    expect(await act(invitePerson, nobody, input)).toMatchObject(refused('access.sign-in'));
    for (const actor of [member, chair])
      expect(await act(invitePerson, actor, input)).toMatchObject(refused('access.denied'));
    expect(await personWith(input.email)).toBeUndefined();
  });

  it('the Secretariat invites: person, right, mail in the person’s language, history', async () => {
    const input = guest();
    const answer = await act(invitePerson, staff, input);
    expect(answer.ok).toBe(true);
    const person = await personWith(input.email);
    expect(await grantsOf(person.id)).toMatchObject([
      { role: 'member', party_id: ours, granted_by: staff.personId, reason: input.reason, valid_until: null },
    ]);
    const mails = await db.admin.query('select template, words from mail where person_id = $1', [person.id]);
    expect(mails.rows).toEqual([
      { template: 'invitation', words: { path: '/tr/sign-in/link', by: staff.name, role: 'member' } },
    ]);
    expect((await loadActor(db.database, person.id)).roles).toEqual(['public', 'member']);
    const log = await db.admin.query('select sentence from log_entry where subject = $1', [`/people/${person.id}`]);
    expect(log.rows).toEqual([{ sentence: 'Invited Delphine Sample as member.' }]);
  });

  it('a focal point invites members of their own party, of no other and to nothing else', async () => {
    expect((await act(invitePerson, focal, guest())).ok).toBe(true);
    for (const more of [
      { party: theirs },
      { role: 'focal-point' },
      { role: 'secretariat', party: '' },
      { role: 'administrator', party: '' },
      { role: 'observer' },
    ]) {
      const input = guest(more);
      expect(await act(invitePerson, focal, input)).toMatchObject(refused('access.denied'));
      expect(await personWith(input.email)).toBeUndefined();
    }
  });

  it('somebody known gets the right and keeps their name; the same right twice is refused', async () => {
    const input = guest();
    await act(invitePerson, staff, input);
    const again = { ...input, name: 'Somebody Else' };
    expect(await act(invitePerson, focal, again)).toMatchObject(refused('people.grant.exists'));
    expect((await act(invitePerson, staff, { ...again, party: theirs })).ok).toBe(true);
    const person = await personWith(input.email);
    expect(person.name).toBe('Delphine Sample');
    expect(await grantsOf(person.id)).toHaveLength(2);
  });

  it('one address by two at the same moment makes one person', async () => {
    const input = guest();
    const answers = await Promise.all([
      act(invitePerson, staff, input),
      act(invitePerson, admin, input),
      act(invitePerson, focal, input),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    for (const answer of answers)
      if (!answer.ok) expect(['input.exists', 'people.grant.exists']).toContain(answer.refusal.code);
  });

  it('needs the scope of the role and a day that has not passed', async () => {
    expect(await act(invitePerson, staff, guest({ party: '' }))).toMatchObject({
      ok: false,
      refusal: { code: 'people.grant.party', field: 'party' },
    });
    expect(await act(invitePerson, staff, guest({ role: 'chair', party: '' }))).toMatchObject({
      ok: false,
      refusal: { code: 'people.grant.body', field: 'body' },
    });
    expect(await act(invitePerson, staff, guest({ until: '2020-01-01' }))).toMatchObject({
      ok: false,
      refusal: { field: 'until' },
    });
    expect(await act(invitePerson, staff, guest({ role: 'system', party: '' }))).toMatchObject(
      refused('input.invalid'),
    );
  });

  it('an ended person is not invited again behind the Secretariat’s back', async () => {
    const input = guest();
    await act(invitePerson, staff, input);
    await act(endPerson, staff, { person: (await personWith(input.email)).id });
    expect(await act(invitePerson, focal, input)).toMatchObject(refused('people.person.ended'));
  });

  it('Redthread itself invites the first one', async () => {
    expect((await act(invitePerson, system, guest({ role: 'administrator', party: '' }))).ok).toBe(true);
  });
});

describe('giving and ending rights', () => {
  it('nobody gives or ends a right of their own, not past the action either', async () => {
    expect(
      await act(giveGrant, admin, { person: admin.personId, role: 'secretariat', reason: 'because' }),
    ).toMatchObject(refused('access.own'));
    const own = (await grantsOf(staff.personId!))[0];
    expect(await act(endGrant, staff, { grant: own.id })).toMatchObject(refused('access.own'));
    const behind = (statement: ReturnType<typeof sql>) =>
      db.database.app.transaction().execute(async (tx) => {
        await introduce(tx, admin);
        return statement.execute(tx);
      });
    await expect(
      behind(
        sql`insert into access_grant (id, person_id, role, granted_by, reason) values (${newId()}, ${admin.personId}, 'secretariat', ${admin.personId}, 'x')`,
      ),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      behind(
        sql`insert into access_grant (id, person_id, role, granted_by, reason) values (${newId()}, ${member.personId}, 'system', ${admin.personId}, 'x')`,
      ),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      behind(
        sql`insert into access_grant (id, person_id, role, granted_by, reason) values (${newId()}, ${member.personId}, 'secretariat', ${staff.personId}, 'x')`,
      ),
    ).rejects.toMatchObject({ code: '42501' });
    const widened = await behind(sql`update access_grant set valid_until = null where person_id = ${admin.personId}`);
    expect(widened.numAffectedRows).toBe(0n);
    await expect(
      behind(sql`update access_grant set role = 'secretariat', party_id = null where person_id = ${member.personId}`),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('a right ends at once, once', async () => {
    const person = await someone(db, 'member', { party: ours });
    const [grant] = await grantsOf(person.personId!);
    expect(await act(endGrant, member, { grant: grant.id })).toMatchObject(refused('access.denied'));
    expect((await act(endGrant, focal, { grant: grant.id })).ok).toBe(true);
    expect((await loadActor(db.database, person.personId)).roles).toEqual(['public']);
    expect(await act(endGrant, staff, { grant: grant.id })).toMatchObject(refused('transition.state'));
  });

  it('a focal point does not even see rights of another party', async () => {
    const person = await someone(db, 'member', { party: theirs });
    const [grant] = await grantsOf(person.personId!);
    expect(await act(endGrant, focal, { grant: grant.id })).toMatchObject(refused('people.grant.not-found'));
    const seen = await read(focal, (tx) => listGrants(tx));
    expect(new Set(seen.map((one) => one.party_id))).toEqual(new Set([ours]));
  });

  it('a focal point does not end the right of another focal point', async () => {
    const other = await someone(db, 'focal-point', { party: ours });
    const [grant] = await grantsOf(other.personId!);
    expect(await act(endGrant, focal, { grant: grant.id })).toMatchObject(refused('access.denied'));
  });

  it('given to an unknown person is refused', async () => {
    expect(await act(giveGrant, staff, { person: newId(), role: 'secretariat', reason: 'because' })).toMatchObject(
      refused('people.person.not-found'),
    );
  });

  it('until a day includes that day', async () => {
    const person = await someone(db, 'observer', { party: theirs });
    await act(giveGrant, staff, {
      person: person.personId,
      role: 'chair',
      body: newId(),
      until: '2099-06-30',
      reason: 'Elected',
    });
    const grants = await grantsOf(person.personId!);
    expect(grants.find((one) => one.role === 'chair').valid_until.toISOString()).toBe('2099-07-01T00:00:00.000Z');
  });
});

describe('ending a person', () => {
  it('ends their rights and sessions with them, and keeps their name', async () => {
    const person = await someone(db, 'member', { party: ours, name: 'Parting Person' });
    const { cookies } = await beginSession(
      runtime,
      person.personId!,
      'passkey',
      { address: '192.0.2.1', browser: '' },
      new Headers(),
    );
    const headers = new Headers({ cookie: cookies[0]!.split(';')[0]! });
    expect((await visitorOf(() => runtime, headers)).session).not.toBeNull();
    for (const actor of [focal, member, person])
      expect(await act(endPerson, actor, { person: person.personId })).toMatchObject(refused('access.denied'));
    expect((await act(endPerson, admin, { person: person.personId })).ok).toBe(true);
    expect((await visitorOf(() => runtime, headers)).session).toBeNull();
    expect((await grantsOf(person.personId!)).every((grant) => grant.valid_until <= new Date())).toBe(true);
    expect(await act(endPerson, staff, { person: person.personId })).toMatchObject(refused('people.person.state'));
    const people = await read(staff, (tx) => listPeople(tx, { words: 'Parting' }));
    expect(people).toMatchObject([{ name: 'Parting Person' }]);
  });

  it('nobody ends themselves or Redthread', async () => {
    expect(await act(endPerson, admin, { person: admin.personId })).toMatchObject(refused('access.own'));
    expect(await act(endPerson, admin, { person: systemId })).toMatchObject({ ok: false });
  });
});
