import { sql } from 'kysely';
import type { Tx } from '../../kernel/action.ts';
import type { Deadline } from '../../modules/notices/index.ts';
import type { EventRow } from './acting.ts';

/** SQL: who is told for a party: its focal points; of an organisation those who observe for it. As `told(person_id, party_id)`. */
const told = sql`told as materialized (select g.person_id, g.party_id from access_grant g
  where g.role in ('focal-point', 'observer') and g.party_id is not null and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()))`;

/**
 * Dates and invitations that went out, what was changed since, invitations withdrawn and meetings cancelled, each for those who were told of the meeting.
 * Whoever was put on the list later hears of what is later.
 */
export async function meetingEvents(tx: Tx, since: Date): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`with ${told},
    listed as materialized (
      select c.meeting_id, i.party_id, i.turns, i.withdrawn_at, c.stage, c.saved_date_at, c.called_at, c.changes, c.changed_at,
        coalesce(i.invited_again_at, i.at) as listed_at, least(c.saved_date_at, c.called_at) as known_at
      from meeting_call c join meeting_invitation i on i.meeting_id = c.meeting_id where coalesce(c.saved_date_at, c.called_at) is not null)
    select 'meeting-call' as kind, l.meeting_id as subject, 'date:' || l.turns as occurrence, greatest(l.saved_date_at, l.listed_at) as at, null as by, array_agg(distinct t.person_id) as people
    from listed l join told t on t.party_id = l.party_id
    where l.stage = 'draft' and l.withdrawn_at is null and greatest(l.saved_date_at, l.listed_at) > ${since} group by 2, 3, 4
    union all
    select 'meeting-call', l.meeting_id, 'invited:' || l.turns, greatest(l.called_at, l.listed_at), null, array_agg(distinct t.person_id)
    from listed l join told t on t.party_id = l.party_id
    where l.stage in ('called', 'open') and l.withdrawn_at is null and greatest(l.called_at, l.listed_at) > ${since} group by 2, 3, 4
    union all
    select 'meeting-change', l.meeting_id, 'changed:' || l.changes, l.changed_at, null, array_agg(distinct t.person_id)
    from listed l join told t on t.party_id = l.party_id
    where l.stage in ('draft', 'called', 'open') and l.withdrawn_at is null and l.changed_at > ${since} and l.listed_at <= l.changed_at and coalesce(l.called_at, l.saved_date_at) <= l.changed_at
    group by 2, 3, 4
    union all
    select 'meeting-change', l.meeting_id, 'withdrawn:' || l.turns, l.withdrawn_at, null, array_agg(distinct t.person_id)
    from listed l join told t on t.party_id = l.party_id
    where l.stage in ('draft', 'called', 'open') and l.withdrawn_at > ${since} and l.withdrawn_at >= l.known_at group by 2, 3, 4
    union all
    select 'meeting-change', l.meeting_id, 'cancelled', s.changed_at, null, array_agg(distinct t.person_id)
    from listed l join told t on t.party_id = l.party_id join calendar_stamp s on s.meeting_id = l.meeting_id
    where l.stage = 'cancelled' and l.withdrawn_at is null and s.changed_at > ${since} group by 2, 3, 4`.execute(tx);
  return rows;
}

/** Answers that are asked for, with those who give them for the parties that have not answered. */
export async function meetingDeadlines(tx: Tx): Promise<Deadline[]> {
  const { rows } = await sql<Deadline>`with ${told}
    select 'meeting-answer' as kind, c.meeting_id as subject, c.answers_due as moment, c.zone, false as done, array_agg(distinct t.person_id) as people
    from meeting_call c join meeting_invitation i on i.meeting_id = c.meeting_id and i.withdrawn_at is null and i.answer is null join told t on t.party_id = i.party_id
    where c.stage = 'called' and c.answers_due is not null group by c.meeting_id, c.answers_due, c.zone`.execute(tx);
  return rows;
}
