import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import {
  during,
  head,
  step,
  delegationPeople,
  delegationSteps,
  type Step,
} from '../../../../test/support/delegation-people.ts';
import type { TestMeeting } from '../../../../test/support/meeting.ts';
import { doneAt } from '../../../../test/support/plan.ts';
import { call, done, refused } from '../../../../test/support/records.ts';
import { newId } from '../../../kernel/ids.ts';
import { nobody, system, type Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { openDelegationTasks } from './index.ts';

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
  ({ body, parties, secretariat, chair, member, focal, bulgaria, observer, administrator } =
    await delegationPeople(db));
});
const { called, begun, submitted, approved, page, list } = delegationSteps(db, () => ({
  body,
  parties,
  focal,
  secretariat,
}));

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
