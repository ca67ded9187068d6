import { sql } from 'kysely';
import type { Tx } from '../kernel/action.ts';

/** A meeting of a body that has a report the actor may see. */
export interface HeldMeeting {
  id: string;
  slug: string;
  title: string;
  day: string;
  until: string;
  place: string | null;
  /** `chatham-house`, or null. */
  rule: string | null;
}

/** A meeting or activity of a body that is still to come. */
export interface ComingMeeting {
  title: string;
  language: string;
  from: string;
  /** Latest day it can begin; equal to `from` when the day is fixed. */
  until: string;
  place: string;
  /** Number of the activity, printed as A-7; null for a meeting of the records. */
  activity: number | null;
}

/** The meetings of a body that began on the day or before and were on record by the moment, the newest first. */
export async function meetingsOf(tx: Tx, body: string, on: string, known: Date): Promise<HeldMeeting[]> {
  const { rows } = await sql<HeldMeeting>`
    select m.id, r.slug, m.title, m.start_day as day, coalesce(m.end_day, m.start_day) as until, m.place, m.rule
    from meeting_body mb join meeting m on m.id = mb.meeting_id join report r on r.meeting_id = m.id
    where mb.body_id = ${body} and m.start_day <= ${on} and r.at <= ${known} order by m.start_day desc, r.slug`.execute(
    tx,
  );
  return rows;
}

/** The first meeting of a body that begins after the day, as the plan of activities and the records had it by the moment; null when none is known. */
export async function nextMeetingOf(tx: Tx, body: string, on: string, known: Date): Promise<ComingMeeting | null> {
  const { rows } = await sql<ComingMeeting>`
    select a.title, a.language, a.starts_from as "from", a.starts_until as until, a.place, a.number as activity from activity a
    where a.body_id = ${body} and a.kind = 'meeting' and a.state in ('planned', 'confirmed') and a.starts_from > ${on} and a.at <= ${known}
    union all
    select m.title, 'en', m.start_day, m.start_day, coalesce(m.place, ''), null from meeting_body mb join meeting m on m.id = mb.meeting_id
    where mb.body_id = ${body} and m.start_day > ${on} and not exists (select from activity a where a.meeting_id = m.id)
    order by 3, 4 limit 1`.execute(tx);
  return rows[0] ?? null;
}
