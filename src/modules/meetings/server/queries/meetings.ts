import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import type { MeetingMode, MeetingStage } from '../../stage.ts';

/** A body, party or other thing of the register as a page names it. */
export interface Named {
  key: string;
  name: string;
}

/** A text in the language there is. */
export interface Told {
  text: string;
  language: string;
}

/** A meeting in a list: held here, or known from its report alone (no slug). */
export interface ListedMeeting {
  id: string;
  /** Of its page here. */
  slug: string | null;
  /** Slug of its report, when there is one to see. */
  report: string | null;
  title: string;
  startDay: string | null;
  endDay: string | null;
  place: string | null;
  mode: MeetingMode | null;
  /** Null for a meeting known from its report. */
  stage: MeetingStage | null;
  bodies: Named[];
}

/** SQL: the bodies of meeting `m` as `{ key, name }`, by name. */
export const bodiesOf = (language: string) => sql`coalesce((
  select json_agg(json_build_object('key', n.key, 'name', n.name) order by n.name)
  from (select b.key, coalesce(${nameOn('null::uuid', 'b.id', 'm.start_day', language)}, b.key) as name
    from meeting_body x join body b on b.id = x.body_id where x.meeting_id = m.id) n), '[]'::json)`;

/** SQL: slug of the report of meeting `m` that the asker may see. */
export const reportOf = sql`(select r.slug from report r where r.meeting_id = m.id order by r.at limit 1)`;

const mostListed = 200;

export interface MeetingList {
  /** Prepared, called or open, the nearest first. */
  next: ListedMeeting[];
  /** Over or cancelled, the latest first; with those known from their reports. */
  past: ListedMeeting[];
}

/**
 * The meetings the actor may see.
 * @param today ISO day
 */
export async function listMeetings(tx: Tx, language: string, today: string): Promise<MeetingList> {
  const { rows } = await sql<ListedMeeting & { over: boolean }>`
    select m.id, c.slug, ${reportOf} as report, m.title, m.start_day as "startDay", coalesce(m.end_day, m.start_day) as "endDay", m.place, m.mode, c.stage, ${bodiesOf(language)} as bodies,
      c.stage is null or c.stage in ('closed', 'cancelled') or coalesce(m.end_day, m.start_day) < ${today}::date and c.stage <> 'open' as over
    from meeting m left join meeting_call c on c.meeting_id = m.id
    where c.slug is not null or exists (select from report r where r.meeting_id = m.id)
    order by m.start_day desc nulls last, m.id limit ${mostListed}`.execute(tx);
  const listed = rows.map(({ over, ...meeting }) => ({ over, meeting }));
  return {
    next: listed
      .filter(({ over }) => !over)
      .map(({ meeting }) => meeting)
      .toReversed(),
    past: listed.filter(({ over }) => over).map(({ meeting }) => meeting),
  };
}
