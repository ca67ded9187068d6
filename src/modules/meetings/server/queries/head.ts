import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import type { MeetingMode, MeetingStage } from '../../stage.ts';
import { bodiesOf, reportOf, type Named } from './meetings.ts';

/** What every page of a meeting shows and asks. */
export interface MeetingHead {
  id: string;
  slug: string;
  revision: number;
  title: string;
  stage: MeetingStage;
  startDay: string | null;
  endDay: string | null;
  place: string | null;
  mode: MeetingMode | null;
  rule: 'chatham-house' | null;
  zone: string;
  bodies: Named[];
  /** Slug of its report, once there is one to see. */
  report: string | null;
  rights: {
    /** The Secretariat, or the chair of a body that meets. */
    lead: boolean;
    participant: boolean;
    /** Acts for a party that is invited. */
    invited: boolean;
  };
}

/** SQL: columns of a `MeetingHead` but for its rights, from meeting `m` and its call `c`. */
export const headColumns = (
  language: string,
) => sql`m.id, c.slug, c.revision, m.title, c.stage, m.start_day as "startDay", coalesce(m.end_day, m.start_day) as "endDay",
  m.place, m.mode, m.rule, c.zone, ${bodiesOf(language)} as bodies, ${reportOf} as report,
  json_build_object('lead', app_is_staff() or m.id = any (app_reviewed_meetings()), 'participant', app_is_participant(), 'invited', m.id = any (app_invited_meetings())) as rights`;

/** Name in addresses of the meeting that a report is of; null when it was not held here, or is not for the actor to see. */
export async function meetingOfReport(tx: Tx, report: string): Promise<string | null> {
  const { rows } = await sql<{
    slug: string;
  }>`select c.slug from report r join meeting_call c on c.meeting_id = r.meeting_id where r.id = ${report}`.execute(tx);
  return rows[0]?.slug ?? null;
}

/** The meeting with this name in addresses; null when there is none the actor may see. */
export async function meetingHead(tx: Tx, slug: string, language: string): Promise<MeetingHead | null> {
  const { rows } =
    await sql<MeetingHead>`select ${headColumns(language)} from meeting_call c join meeting m on m.id = c.meeting_id
    where c.slug = ${slug}`.execute(tx);
  return rows[0] ?? null;
}
