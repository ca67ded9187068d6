import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { dutyGive } from '../../forms.ts';
import { partyIds, pathOf } from '../calls.ts';
import { ledSession } from '../sessions.ts';

export const giveDuty = defineAction({
  name: 'meetings.duty.give',
  does: 'Names who moderates, reports on, notes or introduces a session. A moderator, rapporteur or note-taker with an account leads the floor there.',
  input: dutyGive,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, log }) {
    const { session, call } = await ledSession(tx, input.session);
    const person =
      input.person === null
        ? null
        : await tx
            .selectFrom('person')
            .select(['id', 'name', 'ended_at'])
            .where('id', '=', input.person)
            .executeTakeFirst();
    if (input.person !== null && (!person || person.ended_at !== null))
      throw new Refusal('meetings.person.not-found', 'There is no such account.', { field: 'person' });
    const [party = null] = await partyIds(tx, input.party === null ? [] : [input.party], 'party');
    const name = input.name ?? person!.name;
    const { rows } = await sql<{
      ordinal: number;
    }>`select coalesce(max(ordinal), 0) + 1 as ordinal from meeting_session_duty
      where session_id = ${session.id} and duty = ${input.duty}`.execute(tx);
    const { ordinal } = rows[0]!;
    await tx
      .insertInto('meeting_session_duty')
      .values({
        session_id: session.id,
        duty: input.duty,
        ordinal,
        party_id: party,
        person_id: person?.id ?? null,
        name,
      })
      .execute();
    log(`Named ${name} as ${input.duty} of “${session.title}” of “${call.title}”.`, pathOf(call));
    return { slug: call.slug, session: session.id, ordinal };
  },
});
