import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import type { Reading } from '../../../../reader/reading.ts';
import type { ImportState, ReportStage } from '../../report.ts';

export interface ImportRow {
  id: string;
  state: ImportState;
  file: string;
  size: number;
  sha256: string;
  at: Date;
  who: string | null;
  /** Why it could not be read. */
  failure: string | null;
  /** What the reading says, once read. */
  title: string | null;
  startDate: string | null;
  outcomes: number | null;
  findings: number | null;
  /** Address of the report it became, or of which it is a corrected version. */
  report: string | null;
  corrects: string | null;
}

const importColumns = sql`
  i.id, i.state, f.name as file, f.size, f.sha256, i.at, p.name as who, i.failure, i.reading #>> '{meeting,title}' as title, i.reading #>> '{meeting,startDate}' as "startDate",
  jsonb_array_length(i.reading -> 'outcomes') as outcomes, jsonb_array_length(i.reading -> 'findings') as findings, r.slug as report, c.slug as corrects`;
const importTables = sql`import i join stored_file f on f.id = i.file_id left join person p on p.id = i.by left join report r on r.id = i.report_id left join report c on c.id = i.corrects_report_id`;

/** Imports the actor may see: those that wait first, then the newest 50 that are decided. */
export async function listImports(tx: Tx): Promise<ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    select ${importColumns} from ${importTables} order by (i.state in ('received', 'read', 'failed')) desc, i.at desc, i.id desc limit 100`.execute(
    tx,
  );
  return rows;
}

/** A report that may be about the same meeting. */
export interface SimilarReport {
  id: string;
  slug: string;
  revision: number;
  title: string;
  start_day: string | null;
  stage: ReportStage;
  /** same-days: the days agree; same-title: the titles are nearly the same. */
  why: 'same-days' | 'same-title' | 'both';
}

/** What a person looks at before adopting a file. */
export interface ImportPreview {
  import: ImportRow & { file_id: string; media_type: string };
  /** Null until it is read. */
  reading: Reading | null;
  /** Reports of which it may be a corrected version; the one it was sent in for comes first. */
  similar: SimilarReport[];
}

/** The preview, or null when there is no import the actor may see. */
export async function importPreview(tx: Tx, id: string): Promise<ImportPreview | null> {
  const { rows } = await sql<
    ImportRow & { file_id: string; media_type: string; reading: Reading | null; corrects_report_id: string | null }
  >`
    select ${importColumns}, i.reading, i.file_id, f.media_type, i.corrects_report_id from ${importTables} where i.id = ${id}`.execute(
    tx,
  );
  const row = rows[0];
  if (!row) return null;
  const { reading, corrects_report_id, ...shown } = row;
  return {
    import: shown,
    reading,
    similar: reading && row.state === 'read' ? await similarReports(tx, reading, corrects_report_id) : [],
  };
}

async function similarReports(tx: Tx, reading: Reading, sentInFor: string | null): Promise<SimilarReport[]> {
  const { title, startDate } = reading.meeting;
  const { rows } = await sql<SimilarReport>`
    select r.id, r.slug, r.revision, m.title, m.start_day, r.stage,
      case when m.start_day = ${startDate}::date and similarity(m.title, ${title ?? ''}) > 0.6 then 'both' when m.start_day = ${startDate}::date then 'same-days' else 'same-title' end as why
    from report r join meeting m on m.id = r.meeting_id
    where r.id = ${sentInFor}::uuid or m.start_day = ${startDate}::date
      or (similarity(m.title, ${title ?? ''}) > 0.6 and (m.start_day is null or ${startDate}::date is null))
    order by (r.id = ${sentInFor}::uuid) desc nulls last, (m.start_day = ${startDate}::date) desc nulls last, similarity(m.title, ${title ?? ''}) desc limit 5`.execute(
    tx,
  );
  return rows;
}

/** The file behind an import. */
export async function fileOfImport(tx: Tx, id: string): Promise<{ file_id: string; name: string } | null> {
  const row = await tx
    .selectFrom('import')
    .innerJoin('stored_file', 'stored_file.id', 'import.file_id')
    .select(['import.file_id', 'stored_file.name'])
    .where('import.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Imports that were received and not read, oldest first. */
export async function waitingImports(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('import').select('id').where('state', '=', 'received').orderBy('at').execute();
  return rows.map(({ id }) => id);
}
