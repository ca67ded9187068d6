import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { daysOf } from '../../delegation.ts';
import { checkInRecord } from '../../forms.ts';
import { meetingFor } from '../delegations.ts';

const dayAhead = 86_400_000;

export const recordCheckIn = defineAction({
  name: 'delegations.check-in.record',
  does: 'Records that a participant came, on the day of the meeting on which the badge was read. Sent again, or read twice on a day, it counts once.',
  input: checkInRecord,
  permission: ['secretariat'],
  async run({ tx, actor, input, at, log }) {
    const participant = await tx
      .selectFrom('participant')
      .select(['id', 'meeting_id', 'name', 'left_at'])
      .where('id', '=', input.participant)
      .executeTakeFirst();
    if (!participant || participant.left_at !== null)
      throw new Refusal(
        'delegations.participant.not-found',
        'This badge is of nobody who is approved for a meeting you may see.',
      );
    const meeting = await meetingFor(tx, participant.meeting_id);
    // A badge read while the meeting was open may arrive after it was closed.
    if (meeting.stage === 'draft' || meeting.stage === 'cancelled')
      throw new Refusal('delegations.meeting.closed', 'This meeting does not take place, so nobody is checked in.');
    const read = new Date(input.at);
    if (read.getTime() > at.getTime() + dayAhead)
      throw new Refusal(
        'delegations.check-in.clock',
        'The clock of the device is a day ahead or more. Set it and read the badge again.',
      );
    const { rows } = await sql<{
      day: string;
    }>`select (${read}::timestamptz at time zone ${meeting.zone})::date::text as day`.execute(tx);
    const { day } = rows[0]!;
    if (!daysOf(meeting.start_day, meeting.end_day).includes(day))
      throw new Refusal('delegations.check-in.day', `The badge was read on ${day}, which is no day of this meeting.`);
    const known = await tx
      .selectFrom('check_in')
      .select('id')
      .where((eb) =>
        eb.or([eb('id', '=', input.id), eb.and([eb('participant_id', '=', input.participant), eb('day', '=', day)])]),
      )
      .executeTakeFirst();
    if (!known)
      await sql`insert into check_in (id, participant_id, day, at, received_at, mode, by)
        values (${input.id}, ${input.participant}, ${day}, ${read}, ${at}, ${input.mode}, ${actor.personId}) on conflict do nothing`.execute(
        tx,
      );
    log(`Checked in a participant of “${meeting.title}” for ${day}.`, `/meetings/${meeting.slug}/check-in`);
    return { participant: participant.id, name: participant.name, day, before: known !== undefined };
  },
});
