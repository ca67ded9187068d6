import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { aMeeting, type TestMeeting } from '../../../../test/support/meeting.ts';
import { callAt, doneAt } from '../../../../test/support/plan.ts';
import { bodyId, call, done, partyId, refused } from '../../../../test/support/records.ts';
import { newId } from '../../../kernel/ids.ts';
import { nobody, system, type Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { seedRegister } from '../../register/server/index.ts';
import { delegationDesk, delegationPage, openDelegationTasks, participantList } from './index.ts';

const db = useDatabase();
let secretariat: Actor,
  chair: Actor,
  member: Actor,
  focal: Actor,
  bulgaria: Actor,
  observer: Actor,
  administrator: Actor;
let parties: string[], body: string;
beforeAll(async () => {
  await seedRegister(db.database);
  body = await bodyId(db, 'body:senior-officials-meeting');
  parties = [await partyId(db, 'GEO'), await partyId(db, 'BGR'), await partyId(db, 'org:iom')];
  secretariat = await someone(db, 'secretariat');
  chair = await someone(db, 'chair', { body });
  member = await someone(db, 'member', { party: parties[0]! });
  focal = await someone(db, 'focal-point', { party: parties[0]! });
  bulgaria = await someone(db, 'focal-point', { party: parties[1]! });
  observer = await someone(db, 'observer', { party: parties[2]! });
  administrator = await someone(db, 'administrator');
});

const during = new Date('2031-05-07T12:00:00Z');
const called = (over: Partial<Parameters<typeof aMeeting>[1]> = {}) => aMeeting(db, { body, parties, ...over });
const head = (over: object = {}) => ({
  name: 'Nino Invented',
  function: 'Director of Lakes',
  role: 'head',
  in_room: ['2031-05-06'],
  online: ['2031-05-07'],
  ...over,
});
interface Step {
  delegation: string;
  delegate: string;
  revision: number;
}
const begun = async (meeting: TestMeeting, over: object = {}) =>
  done<Step>(db, focal, 'delegations.delegate.add', { meeting: meeting.meeting, party: 'GEO', ...head(over) });
const page = (actor: Actor, meeting: TestMeeting, party = 'GEO') =>
  asActor(db.database, actor, (tx) => delegationPage(tx, meeting.slug, party, 'en', new Date()));
const list = (actor: Actor, meeting: TestMeeting) =>
  asActor(db.database, actor, (tx) => participantList(tx, meeting.slug, 'en'));
const step = ({ delegation, revision }: Step) => ({ delegation, revision });
async function submitted(meeting: TestMeeting) {
  const first = await begun(meeting);
  return { ...first, ...(await done<Step>(db, focal, 'delegations.delegation.submit', step(first))) };
}
async function approved(meeting: TestMeeting) {
  const sent = await submitted(meeting);
  return { ...sent, ...(await done<Step>(db, secretariat, 'delegations.delegation.approve', step(sent))) };
}

describe('a delegation on its way', () => {
  it('a contributor writes, the focal point alone submits, the Secretariat approves what it saw, and the list has it', async () => {
    const meeting = await called();
    const first = await done<Step>(db, member, 'delegations.delegate.add', {
      meeting: meeting.meeting,
      party: 'GEO',
      ...head(),
    });
    expect(await refused(db, member, 'delegations.delegation.submit', step(first))).toBe('access.denied');
    const sent = await done<Step>(db, focal, 'delegations.delegation.submit', step(first));
    expect(await refused(db, secretariat, 'delegations.delegation.approve', step(first))).toBe(
      'delegations.delegation.changed',
    );
    expect((await list(secretariat, meeting))!.people).toBe(0);
    await done(db, secretariat, 'delegations.delegation.approve', step(sent));
    const found = (await list(bulgaria, meeting))!;
    expect(found.parties).toMatchObject([
      { key: 'GEO', people: [{ name: 'Nino Invented', role: 'head', inRoom: ['2031-05-06'], online: ['2031-05-07'] }] },
    ]);
  });

  it('is not submitted without a head, or with a person without a day; says who', async () => {
    const meeting = await called();
    const first = await begun(meeting, { role: 'member' });
    const without = await call(db, focal, 'delegations.delegation.submit', step(first));
    expect(without).toMatchObject({
      ok: false,
      refusal: { code: 'delegations.delegation.incomplete', message: expect.stringContaining('head') },
    });
    const edited = await done<Step>(db, focal, 'delegations.delegate.edit', {
      delegate: first.delegate,
      revision: first.revision,
      ...head({ in_room: [], online: [] }),
    });
    expect(await call(db, focal, 'delegations.delegation.submit', step({ ...first, ...edited }))).toMatchObject({
      ok: false,
      refusal: { message: expect.stringContaining('Nino Invented') },
    });
  });

  it('two people of a party at once: the second is told, and nothing is lost', async () => {
    const meeting = await called();
    const first = await begun(meeting);
    await done(db, member, 'delegations.delegate.edit', {
      delegate: first.delegate,
      revision: first.revision,
      ...head({ name: 'Nino Renamed' }),
    });
    expect(
      await refused(db, focal, 'delegations.delegate.edit', {
        delegate: first.delegate,
        revision: first.revision,
        ...head(),
      }),
    ).toBe('delegations.delegation.changed');
    expect((await page(focal, meeting))!.delegates[0]!.name).toBe('Nino Renamed');
  });

  it('two contributors who begin at the same moment write into one delegation', async () => {
    const meeting = await called();
    const add = (actor: Actor, name: string) =>
      done<Step>(db, actor, 'delegations.delegate.add', {
        meeting: meeting.meeting,
        party: 'GEO',
        ...head({ name, role: 'member' }),
      });
    const [one, two] = await Promise.all([add(member, 'First Invented'), add(focal, 'Second Invented')]);
    expect(one.delegation).toBe(two.delegation);
    expect((await page(focal, meeting))!.delegates.map(({ name }) => name).toSorted()).toEqual([
      'First Invented',
      'Second Invented',
    ]);
  });

  it('returned with a reason, changed and submitted again', async () => {
    const meeting = await called();
    const sent = await submitted(meeting);
    await done(db, secretariat, 'delegations.delegation.return', { ...step(sent), reason: 'Please name a deputy.' });
    const seen = (await page(focal, meeting))!;
    expect(seen).toMatchObject({
      standing: 'returned',
      delegation: { reason: 'Please name a deputy.' },
      may: { write: true, submit: true },
    });
    const again = await done<Step>(db, focal, 'delegations.delegation.submit', {
      delegation: sent.delegation,
      revision: seen.delegation!.revision,
    });
    expect(again.revision).toBe(seen.delegation!.revision + 1);
  });

  it('a change after approval leaves the list as it was, is visible, and takes effect when approved again', async () => {
    const meeting = await called();
    const standing = await approved(meeting);
    const changed = await done<Step>(db, focal, 'delegations.delegate.edit', {
      delegate: standing.delegate,
      revision: standing.revision,
      ...head({ name: 'Tamar Invented' }),
    });
    expect((await list(bulgaria, meeting))!.parties[0]!.people[0]!.name).toBe('Nino Invented');
    expect((await page(focal, meeting))!).toMatchObject({
      standing: 'changed',
      changes: [{ kind: 'changed', before: 'Nino Invented' }],
    });
    const hidden = (await page(secretariat, meeting))!;
    expect(hidden.delegation?.state).toBe('changed');
    expect(hidden.delegates).toEqual([]);
    const sent = await done<Step>(db, focal, 'delegations.delegation.submit', step({ ...standing, ...changed }));
    expect((await page(secretariat, meeting))!.changes).toMatchObject([
      { kind: 'changed', name: 'Tamar Invented', fields: ['name'] },
    ]);
    await done(db, secretariat, 'delegations.delegation.approve', step({ ...standing, ...sent }));
    expect((await list(bulgaria, meeting))!.parties[0]!.people[0]!.name).toBe('Tamar Invented');
  });

  it('who left after approval leaves the list, and stays for the day they had checked in', async () => {
    const meeting = await called({ stage: 'open' });
    const standing = await approved(meeting);
    await doneAt(db, during, secretariat, 'delegations.check-in.record', {
      id: newId(),
      participant: standing.delegate,
      at: '2031-05-06T07:00:00Z',
    });
    const second = await done<Step>(db, focal, 'delegations.delegate.edit', {
      delegate: standing.delegate,
      revision: standing.revision,
      ...head({ role: 'member' }),
    });
    const third = await done<Step>(db, focal, 'delegations.delegate.add', {
      meeting: meeting.meeting,
      party: 'GEO',
      revision: second.revision,
      ...head({ name: 'New Head' }),
    });
    const fourth = await done<Step>(db, focal, 'delegations.delegate.remove', {
      delegate: standing.delegate,
      revision: third.revision,
    });
    const sent = await done<Step>(db, focal, 'delegations.delegation.submit', step({ ...standing, ...fourth }));
    await done(db, secretariat, 'delegations.delegation.approve', step({ ...standing, ...sent }));
    expect((await list(secretariat, meeting))!.parties[0]!.people.map(({ name }) => name)).toEqual(['New Head']);
    const { rows } = await db.admin.query('select day::text from check_in where participant_id = $1', [
      standing.delegate,
    ]);
    expect(rows).toEqual([{ day: '2031-05-06' }]);
  });
});

describe('the ladder', () => {
  it('nobody and wrong roles are refused; another party is told there is none', async () => {
    const meeting = await called();
    const first = await begun(meeting);
    const edit = { delegate: first.delegate, revision: first.revision, ...head() };
    for (const actor of [nobody, chair, observer, administrator])
      expect(['access.denied', 'access.sign-in']).toContain(
        await refused(db, actor, 'delegations.delegate.edit', edit),
      );
    for (const actor of [bulgaria, secretariat])
      expect(await refused(db, actor, 'delegations.delegate.edit', edit)).toBe('delegations.delegate.not-found');
    expect(
      await refused(db, bulgaria, 'delegations.delegate.add', { meeting: meeting.meeting, party: 'GEO', ...head() }),
    ).toBe('access.denied');
  });

  it('not before the invitations are out, not after the meeting, not for a party that is not invited, not for a day that is none', async () => {
    const add = (meeting: TestMeeting, over: object = {}) =>
      refused(db, focal, 'delegations.delegate.add', { meeting: meeting.meeting, party: 'GEO', ...head(), ...over });
    expect(await add(await called({ stage: 'draft' }))).toBe('delegations.meeting.not-found');
    expect(await add(await called({ stage: 'closed' }))).toBe('delegations.meeting.closed');
    expect(await add(await called({ parties: [parties[1]!] }))).toBe('delegations.party.not-invited');
    expect(await add(await called(), { in_room: ['2031-06-06'] })).toBe('delegations.delegate.day');
    const meeting = await called();
    await begun(meeting);
    expect(await add(meeting, { name: 'Second Head' })).toBe('delegations.delegate.head');
  });

  it('submitted, the party writes no more until it is taken back', async () => {
    const meeting = await called();
    const sent = await submitted(meeting);
    expect(
      await refused(db, member, 'delegations.delegate.edit', {
        delegate: sent.delegate,
        revision: sent.revision,
        ...head(),
      }),
    ).toBe('delegations.delegation.state');
    await done(db, focal, 'delegations.delegation.take-back', step(sent));
    expect((await page(secretariat, meeting))!.delegation).toBeNull();
  });
});

describe('who sees what', () => {
  it('a draft and its needs exist for the people of the party alone', async () => {
    const meeting = await called();
    const first = await begun(meeting);
    await done(db, member, 'delegations.need.write', {
      delegate: first.delegate,
      revision: first.revision,
      kind: 'dietary',
      text: 'no-nuts-canary',
    });
    expect((await page(member, meeting))!.delegates[0]!.needs).toMatchObject([
      { kind: 'dietary', text: 'no-nuts-canary', deleteOn: '2031-06-07' },
    ]);
    expect(await page(bulgaria, meeting)).toBeNull();
    for (const actor of [secretariat, chair]) expect((await page(actor, meeting))!.delegates).toEqual([]);
    const desk = await asActor(db.database, secretariat, (tx) => delegationDesk(tx, meeting.slug, 'en', new Date()));
    expect(desk!.lines.find(({ party }) => party === 'GEO')!).toMatchObject({ standing: 'awaited', needs: 0 });
    const foreign = await asActor(db.database, bulgaria, (tx) => delegationDesk(tx, meeting.slug, 'en', new Date()));
    expect(foreign!.lines.map(({ party }) => party)).toEqual(['BGR']);
  });

  it('submitted needs: the party and the Secretariat; not the chair, not another party, not an observer', async () => {
    const meeting = await called();
    const first = await begun(meeting);
    const second = await done<Step>(db, focal, 'delegations.need.write', {
      delegate: first.delegate,
      revision: first.revision,
      kind: 'visa-letter',
      text: 'passport-canary',
    });
    await done(db, focal, 'delegations.delegation.submit', step({ ...first, ...second }));
    const texts = async (actor: Actor) => {
      const { rows } = await asActor(db.database, actor, async (tx) => ({
        rows: await tx.selectFrom('delegate_need').select('text').where('delegate_id', '=', first.delegate).execute(),
      }));
      return rows.length;
    };
    expect(await Promise.all([secretariat, focal, member].map(texts))).toEqual([1, 1, 1]);
    expect(await Promise.all([chair, bulgaria, observer, administrator, nobody].map(texts))).toEqual([0, 0, 0, 0, 0]);
    expect((await page(chair, meeting))!.delegates[0]!.needs).toEqual([]);
  });

  it('under the Chatham House Rule no delegation gets the list of the others', async () => {
    const meeting = await called({ rule: 'chatham-house' });
    await approved(meeting);
    expect(await list(bulgaria, meeting)).toMatchObject({ withheld: true, people: 0 });
    expect((await list(focal, meeting))!.people).toBe(1);
    expect(await list(chair, meeting)).toMatchObject({ withheld: false, people: 1 });
  });

  it('states stand before organisations, by the alphabet of the ordering', async () => {
    const meeting = await called();
    await approved(meeting);
    const theirs = await done<Step>(db, bulgaria, 'delegations.delegate.add', {
      meeting: meeting.meeting,
      party: 'BGR',
      ...head({ name: 'Boris Invented' }),
    });
    const sent = await done<Step>(db, bulgaria, 'delegations.delegation.submit', step(theirs));
    await done(db, secretariat, 'delegations.delegation.approve', step(sent));
    expect((await list(secretariat, meeting))!.parties.map(({ key }) => key)).toEqual(['BGR', 'GEO']);
  });
});

describe('needs are deleted by themselves', () => {
  it('on their day and not before, drafts included; the audit holds no word of them', async () => {
    const meeting = await called();
    const first = await begun(meeting);
    await done(db, focal, 'delegations.need.write', {
      delegate: first.delegate,
      revision: first.revision,
      kind: 'visa-letter',
      text: 'passport-canary',
    });
    const count = async () =>
      Number(
        (await db.admin.query('select count(*) from delegate_need where delegate_id = $1', [first.delegate])).rows[0]!
          .count,
      );
    await callAt(db, new Date('2031-06-06T23:59:59Z'), system, 'delegations.need.expire', {});
    expect(await count()).toBe(1);
    expect(await refused(db, secretariat, 'delegations.need.expire', {})).toBe('access.denied');
    expect(await callAt(db, new Date('2031-06-07T00:00:00Z'), system, 'delegations.need.expire', {})).toMatchObject({
      ok: true,
    });
    expect(await count()).toBe(0);
    const { rows } = await db.admin.query(`select count(*) from log_entry where sentence like '%passport-canary%'`);
    expect(rows).toEqual([{ count: 0 }]);
  });

  it('with the person they are of', async () => {
    const meeting = await called();
    const first = await begun(meeting);
    const second = await done<Step>(db, focal, 'delegations.need.write', {
      delegate: first.delegate,
      revision: first.revision,
      kind: 'access',
      text: 'A ramp',
    });
    await done(db, focal, 'delegations.delegate.remove', { delegate: first.delegate, revision: second.revision });
    expect(
      (await db.admin.query('select 1 from delegate_need where delegate_id = $1', [first.delegate])).rowCount,
    ).toBe(0);
  });
});

describe('check-in', () => {
  it('counts a badge once a day, in the zone of the place, however often it is sent; the device may have been offline', async () => {
    const meeting = await called({ stage: 'open' });
    const { delegate } = await approved(meeting);
    const id = newId();
    const record = (over: object) =>
      doneAt<{ day: string; before: boolean }>(db, during, secretariat, 'delegations.check-in.record', {
        id,
        participant: delegate,
        at: '2031-05-05T22:30:00Z',
        ...over,
      });
    // Half past midnight on the sixth in Tirana.
    expect(await record({})).toMatchObject({ day: '2031-05-06', before: false });
    expect(await record({})).toMatchObject({ before: true });
    expect(await record({ id: newId(), at: '2031-05-06T09:00:00+02:00' })).toMatchObject({ before: true });
    expect(await record({ id: newId(), at: '2031-05-07T09:00:00+02:00' })).toMatchObject({
      day: '2031-05-07',
      before: false,
    });
    expect((await list(secretariat, meeting))!.parties[0]!.people[0]!.came).toEqual(['2031-05-06', '2031-05-07']);
    expect((await list(bulgaria, meeting))!.parties[0]!.people[0]!.came).toEqual([]);
  });

  it('is taken after the meeting was closed, when the device was offline; of a cancelled meeting never', async () => {
    const meeting = await called({ stage: 'open' });
    const { delegate } = await approved(meeting);
    const record = () =>
      callAt(db, during, secretariat, 'delegations.check-in.record', {
        id: newId(),
        participant: delegate,
        at: '2031-05-06T09:00:00Z',
      });
    const into = (stage: string) =>
      db.admin.query(
        `update meeting_call set stage = $2, cancelled_reason = case when $2 = 'cancelled' then 'Snow.' end, revision = revision + 1 where meeting_id = $1`,
        [meeting.meeting, stage],
      );
    await into('closed');
    expect(await record()).toMatchObject({ ok: true, value: { before: false } });
    for (const stage of ['open', 'called', 'cancelled']) await into(stage);
    expect(await record()).toMatchObject({ ok: false, refusal: { code: 'delegations.meeting.closed' } });
  });

  it('is refused for a stranger, for a day outside the meeting, and to delegates', async () => {
    const meeting = await called({ stage: 'open' });
    const { delegate } = await approved(meeting);
    const record = async (actor: Actor, over: object, at = during) => {
      const answer = await callAt(db, at, actor, 'delegations.check-in.record', {
        id: newId(),
        participant: delegate,
        at: '2031-05-06T09:00:00Z',
        ...over,
      });
      return answer.ok ? 'done' : answer.refusal.code;
    };
    expect(await record(secretariat, { participant: newId() })).toBe('delegations.participant.not-found');
    expect(await record(secretariat, { at: '2031-05-20T09:00:00Z' }, new Date('2031-05-20T10:00:00Z'))).toBe(
      'delegations.check-in.day',
    );
    expect(await record(secretariat, {}, new Date('2031-05-01T09:00:00Z'))).toBe('delegations.check-in.clock');
    expect(await record(focal, {})).toBe('access.denied');
  });
});

describe('tasks', () => {
  const asked = async (actor: Actor, meeting: TestMeeting, at = new Date('2031-04-01T12:00:00Z')) =>
    (await asActor(db.database, actor, (tx) => openDelegationTasks(tx, at, 'en')))
      .filter(({ path }) => path.includes(meeting.slug))
      .map(({ kind, party }) => [kind, party.key]);
  const answer = (meeting: TestMeeting, words: 'accepted' | 'declined') =>
    db.admin.query(
      `update meeting_invitation set answer = $3, answered_at = now(), answered_by = $4, revision = revision + 1 where meeting_id = $1 and party_id = $2`,
      [meeting.meeting, parties[0], words, system.personId],
    );
  it('the focal point files once the party comes, until it is submitted; then the Secretariat approves, then nobody has to', async () => {
    const meeting = await called();
    expect(await asked(focal, meeting)).toEqual([]);
    await answer(meeting, 'accepted');
    expect(await asked(focal, meeting)).toEqual([['delegate', 'GEO']]);
    expect(await asked(member, meeting)).toEqual([]);
    expect(await asked(bulgaria, meeting)).toEqual([]);
    const sent = await submitted(meeting);
    expect(await asked(focal, meeting)).toEqual([]);
    expect(await asked(secretariat, meeting)).toEqual([['approve-delegation', 'GEO']]);
    await done(db, secretariat, 'delegations.delegation.approve', step(sent));
    expect(await asked(secretariat, meeting)).toEqual([]);
  });
  it('what was returned or changed waits again; who declined, and a meeting that is over, ask nothing', async () => {
    const meeting = await called();
    const sent = await submitted(meeting);
    await done(db, secretariat, 'delegations.delegation.return', { ...step(sent), reason: 'Who chairs?' });
    expect(await asked(focal, meeting)).toEqual([['delegate', 'GEO']]);
    expect(await asked(focal, meeting, new Date('2031-05-08T20:00:00Z'))).toEqual([['delegate', 'GEO']]);
    // 22:30 UTC is half past midnight in Tirana.
    expect(await asked(focal, meeting, new Date('2031-05-08T22:30:00Z'))).toEqual([]);
    await answer(meeting, 'declined');
    expect(await asked(focal, meeting)).toEqual([]);
  });
});
