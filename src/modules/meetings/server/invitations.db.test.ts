import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import {
  before,
  after,
  step,
  facts,
  prepared,
  meetingPeople,
  meetingViews,
} from '../../../../test/support/meeting-people.ts';
import { doneAt } from '../../../../test/support/plan.ts';
import { nobody, type Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';

const db = useDatabase();
const { seen, codeAt, called, own } = meetingViews(db);
let secretariat: Actor,
  chair: Actor,
  otherChair: Actor,
  member: Actor,
  focal: Actor,
  bulgaria: Actor,
  observer: Actor,
  administrator: Actor;
beforeAll(async () => {
  ({ secretariat, chair, otherChair, member, focal, bulgaria, observer, administrator } = await meetingPeople(db));
});
const prepare = (actor = secretariat, more = {}) => prepared(db, actor, more);

describe('the invitations', () => {
  it('go out once place, day of answers and list are there, to a meeting that others have not changed', async () => {
    const made = await prepare(secretariat, { place: '' });
    expect(await codeAt(before, focal, 'meetings.call.send', step(made))).toBe('access.denied');
    expect(await codeAt(before, otherChair, 'meetings.call.send', step(made))).toBe('meetings.call.not-found');
    expect(await codeAt(before, chair, 'meetings.call.send', step(made))).toBe('meetings.call.place');
    await doneAt(db, before, secretariat, 'meetings.call.edit', { ...step(made), ...facts });
    expect(await codeAt(before, chair, 'meetings.call.send', step(made))).toBe('meetings.call.changed');
    expect(await codeAt(after, chair, 'meetings.call.send', step(made, 2))).toBe('meetings.call.deadline');
    await db.admin.query(
      'update meeting_invitation set withdrawn_at = now(), revision = revision + 1 where meeting_id = $1',
      [made.meeting],
    );
    expect(await codeAt(before, chair, 'meetings.call.send', step(made, 2))).toBe('meetings.call.nobody');
    await doneAt(db, before, chair, 'meetings.invitation.add', {
      meeting: made.meeting,
      parties: ['GEO'],
      standing: 'member',
    });
    expect(await codeAt(before, chair, 'meetings.call.send', step(made, 2))).toBe('done');
    expect(await codeAt(before, chair, 'meetings.call.send', step(made, 3))).toBe('meetings.call.state');
    expect((await seen(member, made.slug))!.agenda.length).toBeGreaterThan(3);
    expect(await seen(nobody, made.slug)).toBeNull();
  });
  it('show a party its own alone, and its leaders all', async () => {
    const { meeting } = await called();
    const keys = async (actor: Actor) => (await own(actor, meeting)).map(({ party }) => party.key);
    expect(await keys(secretariat)).toEqual(['BGR', 'GEO', 'org:iom']);
    expect(await keys(chair)).toEqual(['BGR', 'GEO', 'org:iom']);
    expect(await keys(member)).toEqual(['GEO']);
    expect(await keys(observer)).toEqual(['org:iom']);
    for (const actor of [nobody, otherChair, administrator]) expect(await keys(actor)).toEqual([]);
    // Whether anybody is there to be told is said to who sees the rights of others.
    const told = async (actor: Actor) => (await own(actor, meeting)).map((one) => one.told);
    expect([await told(secretariat), await told(chair)]).toEqual([
      [1, 1, 1],
      [null, null, null],
    ]);
  });
  it('are answered by the focal point of the party, as often as it likes until the meeting is closed; late follows from the clock', async () => {
    const made = await called();
    await db.admin.query(
      `update meeting_call set answers_due = '2031-04-08T16:00:00Z', revision = 2 where meeting_id = $1`,
      [made.meeting],
    );
    const [mine] = await own(focal, made.meeting);
    const answer = { invitation: mine!.id, revision: 1, answer: 'accepted', note: 'With two advisers.' };
    for (const [actor, code] of [
      [nobody, 'access.sign-in'],
      [administrator, 'access.denied'],
      [member, 'access.denied'],
      [bulgaria, 'meetings.invitation.not-found'],
      [otherChair, 'meetings.invitation.not-found'],
    ] as const)
      expect(await codeAt(before, actor, 'meetings.invitation.answer', answer)).toBe(code);
    expect(await codeAt(before, focal, 'meetings.invitation.answer', { ...answer, answer: 'perhaps' })).toBe(
      'input.invalid',
    );
    expect(
      await doneAt(db, new Date('2031-04-08T16:00:00Z'), focal, 'meetings.invitation.answer', answer),
    ).toMatchObject({ late: false });
    expect(await codeAt(before, focal, 'meetings.invitation.answer', answer)).toBe('meetings.invitation.changed');
    expect(
      await doneAt(db, after, focal, 'meetings.invitation.answer', { ...answer, revision: 2, answer: 'declined' }),
    ).toMatchObject({ late: true });
    const page = (await seen(focal, made.slug, after))!;
    expect(page.own).toMatchObject([{ answer: 'declined', state: 'late', note: 'With two advisers.' }]);
    await db.admin.query(`update meeting_call set stage = 'open', revision = 3 where meeting_id = $1`, [made.meeting]);
    await db.admin.query(`update meeting_call set stage = 'closed', revision = 4 where meeting_id = $1`, [
      made.meeting,
    ]);
    expect(await codeAt(after, focal, 'meetings.invitation.answer', { ...answer, revision: 3 })).toBe(
      'meetings.call.state',
    );
  });
  it('are no business of the party beyond its answer, says the database', async () => {
    const { meeting } = await called();
    const [mine] = await own(focal, meeting);
    const attempt = asActor(db.database, focal, (tx) =>
      tx.updateTable('meeting_invitation').set({ seats: 9, revision: 2 }).where('id', '=', mine!.id).execute(),
    );
    await expect(attempt).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|25006)$/) as string });
  });
  it('are withdrawn and given again: the answer is gone, what calendars get has turned twice', async () => {
    const made = await called();
    const [mine] = await own(focal, made.meeting);
    await doneAt(db, before, focal, 'meetings.invitation.answer', {
      invitation: mine!.id,
      revision: 1,
      answer: 'accepted',
    });
    expect(await codeAt(before, focal, 'meetings.invitation.withdraw', { invitation: mine!.id, revision: 2 })).toBe(
      'access.denied',
    );
    await doneAt(db, before, chair, 'meetings.invitation.withdraw', { invitation: mine!.id, revision: 2 });
    expect(await own(focal, made.meeting)).toEqual([]);
    expect((await seen(focal, made.slug))!.head.rights.invited).toBe(false);
    await doneAt(db, before, secretariat, 'meetings.invitation.add', {
      meeting: made.meeting,
      parties: ['GEO'],
      standing: 'guest',
      seats: 2,
    });
    expect(await own(focal, made.meeting)).toMatchObject([{ answer: null, standing: 'guest', seats: 2, revision: 4 }]);
    expect(
      await codeAt(before, secretariat, 'meetings.invitation.add', {
        meeting: made.meeting,
        parties: ['GEO'],
        standing: 'guest',
      }),
    ).toBe('meetings.invitation.exists');
    expect(
      await codeAt(before, secretariat, 'meetings.invitation.add', {
        meeting: made.meeting,
        parties: ['QQQ'],
        standing: 'guest',
      }),
    ).toBe('meetings.party.not-found');
    const { rows } = await db.admin.query('select turns from meeting_invitation where id = $1', [mine!.id]);
    expect(rows).toEqual([{ turns: 2 }]);
  });
});
