import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { slugFor, type ReportStage } from '../report.ts';

export interface LockedReport {
  id: string;
  slug: string;
  meeting_id: string;
  version_id: string;
  stage: ReportStage;
  revision: number;
  title: string;
}

/**
 * Locks a report for a decision of a reviewer.
 * @param revision the revision the person saw; `null` when the decision does not depend on it.
 * @throws Refusal `records.report.not-found`, `access.denied` or `records.report.changed`.
 */
export async function lockReport(tx: Tx, id: string, revision: number | null): Promise<LockedReport> {
  const { rows } = await sql<LockedReport>`
    select r.id, r.slug, r.meeting_id, r.version_id, r.stage, r.revision, m.title from report r join meeting m on m.id = r.meeting_id
    where r.id = ${id} for no key update of r`.execute(tx);
  const report = rows[0];
  if (!report) {
    const visible = await tx.selectFrom('report').select('id').where('id', '=', id).executeTakeFirst();
    if (visible)
      throw new Refusal('access.denied', 'The Secretariat and the chair of a body that met decide about this report.');
    throw new Refusal('records.report.not-found', 'There is no such report.');
  }
  if (revision !== null && report.revision !== revision)
    throw new Refusal(
      'records.report.changed',
      `Somebody else has changed this report after you opened it; it is now ${report.stage}. Nothing was overwritten; look at it again.`,
    );
  return report;
}

/** The next free permanent number of a report's paragraphs or outcomes. */
export async function nextNumber(tx: Tx, table: 'paragraph' | 'outcome', report: string): Promise<number> {
  const { rows } = await sql<{
    next: number;
  }>`select coalesce(max(number), 0) + 1 as next from ${sql.table(table)} where report_id = ${report}`.execute(tx);
  return rows[0]!.next;
}

/** A free address for the report of a meeting. Two adoptions at once do not choose the same one: the second waits for the first to end. */
export async function freeSlug(tx: Tx, meeting: Parameters<typeof slugFor>[0]): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtext('report.slug'))`.execute(tx);
  const { rows } = await sql<{
    slug: string;
  }>`select report_slugs(${`${meeting.start_day ?? 'undated'}-`}) as slug`.execute(tx);
  return slugFor(meeting, new Set(rows.map(({ slug }) => slug)));
}
