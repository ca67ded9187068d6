import { sql } from 'kysely';
import { nameOn } from '../../kernel/server/name-on.ts';
import type { Content, NoticeKind } from '../../modules/notices/index.ts';

type Row = Omit<Content, 'kind' | 'id'> & { subject: string };
export type MeetingKind = Extract<NoticeKind, `meeting-${string}`>;

/** SQL: names of the parties of the person whose invitations stand, unanswered ones only when wanted. */
const ownParties = (language: string, unanswered: boolean) => sql`(
  select string_agg(coalesce(${nameOn('p.id', 'null::uuid', 'null::date', language)}, p.key), ', ' order by p.key) from meeting_invitation i join party p on p.id = i.party_id
  where i.meeting_id = c.meeting_id and i.withdrawn_at is null and i.party_id = any (app_answers_for()) and (not ${unanswered} or i.answer is null))`;

/** SQL: the meeting for a calendar; its sequence rises with the meeting and with each turn of the own invitation. */
const forCalendar = (
  method: ReturnType<typeof sql>,
) => sql`json_build_object('method', ${method}, 'uid', c.meeting_id, 'sequence', s.sequence + meeting_turns(c.meeting_id),
  'changed', greatest(s.changed_at, c.changed_at, c.called_at, c.saved_date_at), 'title', m.title, 'from', m.start_day, 'until', coalesce(m.end_day, m.start_day), 'place', m.place)`;

const from = sql`from meeting_call c join meeting m on m.id = c.meeting_id join calendar_stamp s on s.meeting_id = c.meeting_id`;
const path = sql`'/meetings/' || c.slug as path`;
const stands = sql`exists (select from meeting_invitation i where i.meeting_id = c.meeting_id and i.withdrawn_at is null and i.party_id = any (app_answers_for()))`;

/**
 * SQL of the notices about meetings: reads as the person, and says how it stands now. A date or an invitation that was withdrawn or cancelled meanwhile is not said
 * any more; its withdrawal or cancellation is.
 * @param withdrawn meetings that some notice of the mail says the invitation was withdrawn from: before the call the person cannot see the list.
 */
export const meetingSources: Record<
  MeetingKind,
  (ids: string[], language: string, withdrawn: string[]) => ReturnType<typeof sql<Row>>
> = {
  'meeting-call': (ids, language) => sql<Row>`
    select c.meeting_id as subject, case c.stage when 'draft' then 'meeting-date' else 'meeting-invited' end as sentence, m.title,
      case c.stage when 'draft' then null else ${ownParties(language, false)} end as who,
      case c.stage when 'draft' then m.start_day else (c.answers_due at time zone c.zone)::date end as day, ${path},
      ${forCalendar(sql`case c.stage when 'draft' then 'publish' else 'request' end`)} as calendar
    ${from} where c.meeting_id = any (${ids}::uuid[]) and (c.stage = 'draft' and c.saved_date_at is not null or c.stage in ('called', 'open') and ${stands})`,
  'meeting-change': (ids, _language, withdrawn) => sql<Row>`
    select x.*, ${forCalendar(sql`case x.sentence when 'meeting-changed' then case c.stage when 'draft' then 'publish' else 'request' end else 'cancel' end`)} as calendar
    from (select c.meeting_id as subject, case when c.stage = 'cancelled' then 'meeting-cancelled'
          when c.stage = 'draft' and c.meeting_id = any (${withdrawn}::uuid[]) or c.stage <> 'draft' and not ${stands} then 'meeting-withdrawn' else 'meeting-changed' end as sentence, m.title, null as who,
        case when c.stage = 'cancelled' then null else m.start_day end as day, ${path}
      ${from} where c.meeting_id = any (${ids}::uuid[]) and c.stage <> 'closed') x
      join meeting_call c on c.meeting_id = x.subject join meeting m on m.id = c.meeting_id join calendar_stamp s on s.meeting_id = c.meeting_id`,
  'meeting-answer': (ids, language) => sql<Row>`
    select c.meeting_id as subject, case when c.answers_due < now() then 'meeting-answer-late' else 'meeting-answer' end as sentence, m.title, ${ownParties(language, true)} as who,
      (c.answers_due at time zone c.zone)::date as day, ${path}
    ${from} where c.meeting_id = any (${ids}::uuid[]) and c.stage = 'called' and ${ownParties(language, true)} is not null`,
};
