import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { daysOf, takesDelegations } from '../../delegation.ts';

/** The meeting on the pages of its delegations. */
export interface MeetingHead {
  id: string;
  slug: string;
  title: string;
  stage: string;
  days: string[];
  zone: string;
  due: Date | null;
  keptDays: number;
  /** Language whose alphabet orders delegations. */
  orderedIn: string;
  /** Whether a list of participants may be shown to those invited and printed. */
  listed: boolean;
  /** Whether the asker leads it. */
  leads: boolean;
  /** Whether the asker is of the Secretariat. */
  staff: boolean;
  open: boolean;
}

/** @returns null where there is none, or none the actor may see. */
export async function meetingHead(tx: Tx, slug: string): Promise<MeetingHead | null> {
  const { rows } = await sql<{
    id: string;
    slug: string;
    title: string;
    stage: string;
    start: string | null;
    end: string | null;
    zone: string;
    due: Date | null;
    kept: number;
    ordering: string;
    listed: boolean;
    leads: boolean;
    staff: boolean;
  }>`
    select c.meeting_id as id, c.slug, m.title, c.stage, m.start_day::text as start, m.end_day::text as end, c.zone, c.delegations_due as due,
      c.needs_kept_days as kept, c.ordering, c.list_published and m.rule is null as listed,
      app_is_staff() or c.meeting_id = any (app_reviewed_meetings()) as leads, app_is_staff() as staff
    from meeting_call c join meeting m on m.id = c.meeting_id where c.slug = ${slug}`.execute(tx);
  const row = rows[0];
  if (!row) return null;
  const { start, end, kept, ordering, ...head } = row;
  return {
    ...head,
    keptDays: kept,
    days: daysOf(start, end),
    orderedIn: ordering.slice('short-name-'.length),
    open: takesDelegations(row.stage),
  };
}

/** Order of the meeting: states first, then organisations, each by common short name in the language of the rule. */
export function inOrder<T extends { kind: string; orderName: string }>(rows: readonly T[], language: string): T[] {
  const collator = new Intl.Collator(language);
  return rows.toSorted(
    (a, b) => Number(a.kind !== 'state') - Number(b.kind !== 'state') || collator.compare(a.orderName, b.orderName),
  );
}
