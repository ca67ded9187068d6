import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { during, delegationPeople, delegationSteps } from '../../../../test/support/delegation-people.ts';
import { callAt, doneAt } from '../../../../test/support/plan.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Actor } from '../../../kernel/actor.ts';

const db = useDatabase();
let secretariat: Actor, focal: Actor, bulgaria: Actor;
let parties: string[], body: string;
beforeAll(async () => {
  ({ body, parties, secretariat, focal, bulgaria } = await delegationPeople(db));
});
const { called, approved, list } = delegationSteps(db, () => ({ body, parties, focal, secretariat }));

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
