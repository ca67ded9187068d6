import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import type { Severity } from '../../../../reader/reading.ts';
import type { ReportStage } from '../../report.ts';
import { bodiesOf, reviewsMeeting, type MetBody } from './bodies.ts';
import { outcomeColumns, type NamedParty, type OutcomeRow } from './outcome-rows.ts';

export interface ParagraphRow {
  /** Permanent id and permanent number within the report (for `#p12`). */
  id: string;
  number: number;
  /** As printed. */
  label: string | null;
  /** Label path, `5.a`. */
  path: string | null;
  labelSupplied: boolean;
  level: number;
  parent: string | null;
  /** First unit of `text` in the text of the version. */
  start: number;
  text: string;
}

export interface FindingRow {
  id: string;
  code: string;
  severity: Severity;
  message: string;
  start: number;
  end: number;
  state: 'open' | 'dismissed';
  reason: string | null;
}

/** One report with all a page shows of it. */
export interface ReportPage {
  report: { id: string; slug: string; stage: ReportStage; revision: number };
  meeting: {
    title: string;
    start_day: string | null;
    end_day: string | null;
    place: string | null;
    mode: string | null;
    rule: string | null;
    bodies: MetBody[];
  };
  /** The version shown. */
  version: {
    id: string;
    n: number;
    current: boolean;
    at: Date;
    pages: number | null;
    statedParticipants: number | null;
    statedCountries: number | null;
    statedCountriesAndOrganisations: number | null;
  };
  versions: { n: number; at: Date; current: boolean }[];
  /** The original file, null when this person may not have it (Chatham House Rule). */
  file: { id: string; name: string; size: number; sha256: string; media_type: string } | null;
  paragraphs: ParagraphRow[];
  /** Proposed, confirmed and (for reviewers) rejected outcomes of the shown version; those without a paragraph too. */
  outcomes: OutcomeRow[];
  /** For reviewers. */
  findings: FindingRow[];
  /** Who took part; empty under the Chatham House Rule for those who do not review. */
  attendance: (NamedParty & { kind: 'state' | 'organisation' })[];
  sessions: { kind: string; title: string; goals: number[]; moderators: NamedParty[]; paragraphs: string[] }[];
  references: { kind: string; asWritten: string; target: string | null; start: number; end: number }[];
  may: { review: boolean; check: boolean; publish: boolean; reopen: boolean; correct: boolean };
  /** The person's own newest step on this report that can still be taken back. */
  undo: string | null;
}

type Head = ReportPage['meeting'] & ReportPage['report'] & { review: boolean; version_id: string };

/**
 * The report with this address.
 * @param n number of an earlier version; the one that stands when left out.
 * @returns null when there is none the actor may see.
 */
export async function reportPage(
  tx: Tx,
  slug: string,
  language = 'en',
  n: number | null = null,
): Promise<ReportPage | null> {
  const { rows } = await sql<Head>`
    select r.id, r.slug, r.stage, r.revision, r.version_id, m.title, m.start_day, m.end_day, m.place, m.mode, m.rule, ${bodiesOf(language)} as bodies, ${reviewsMeeting} as review
    from report r join meeting m on m.id = r.meeting_id where r.slug = ${slug}`.execute(tx);
  const head = rows[0];
  if (!head) return null;
  const versions = (
    await sql<{ id: string; n: number; at: Date; current: boolean }>`
    select v.id, v.n, v.at, v.id = ${head.version_id} as current from report_version v where v.report_id = ${head.id} order by v.n`.execute(
      tx,
    )
  ).rows;
  const shown = versions.find((version) => (n === null ? version.current : version.n === n));
  if (!shown) return null;
  const version = (
    await sql<ReportPage['version'] & { file_id: string }>`
    select id, n, id = ${head.version_id} as current, at, pages, stated_participants as "statedParticipants", stated_countries as "statedCountries",
      stated_countries_and_organisations as "statedCountriesAndOrganisations", file_id from report_version where id = ${shown.id}`.execute(
      tx,
    )
  ).rows[0]!;
  const { file_id, ...versionShown } = version;
  const { id, stage, revision, review, version_id: _, slug: address, ...meeting } = head;
  return {
    report: { id, slug: address, stage, revision },
    meeting,
    version: versionShown,
    versions: versions.map(({ id: _id, ...rest }) => rest),
    file:
      (await tx
        .selectFrom('stored_file')
        .select(['id', 'name', 'size', 'sha256', 'media_type'])
        .where('id', '=', file_id)
        .executeTakeFirst()) ?? null,
    paragraphs: await paragraphsOf(tx, shown.id),
    outcomes: await outcomesOf(tx, shown.id, language),
    findings: await findingsOf(tx, shown.id),
    attendance: await attendanceOf(tx, shown.id, language),
    sessions: await sessionsOf(tx, shown.id, language),
    references: await referencesOf(tx, shown.id),
    may: {
      review,
      check: review && stage === 'received',
      publish: review && stage === 'checked',
      reopen: review && stage !== 'received',
      correct: review,
    },
    undo: review ? await lastStep(tx, id) : null,
  };
}

async function paragraphsOf(tx: Tx, version: string): Promise<ParagraphRow[]> {
  const { rows } = await sql<ParagraphRow>`
    select pv.paragraph_id as id, p.number, pv.label, pv.label_path as path, pv.label_supplied as "labelSupplied", pv.level, pv.parent_id as parent, pv.start_at as start, pv.text
    from paragraph_version pv join paragraph p on p.id = pv.paragraph_id where pv.version_id = ${version} order by pv.ordinal`.execute(
    tx,
  );
  return rows;
}

async function outcomesOf(tx: Tx, version: string, language: string): Promise<OutcomeRow[]> {
  const { rows } = await sql<OutcomeRow>`
    select ${outcomeColumns(language)} from outcome o join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id
    where o.version_id = ${version} and o.state <> 'withdrawn' order by o.start_at, o.end_at, o.number`.execute(tx);
  return rows;
}

async function findingsOf(tx: Tx, version: string): Promise<FindingRow[]> {
  const { rows } = await sql<FindingRow>`
    select id, code, severity, message, start_at as start, end_at as "end", state, reason from finding where version_id = ${version} order by start_at, code, id`.execute(
    tx,
  );
  return rows;
}

async function attendanceOf(tx: Tx, version: string, language: string): Promise<ReportPage['attendance']> {
  const { rows } = await sql<ReportPage['attendance'][number]>`
    select a.kind, p.key as party, coalesce(${nameOn('a.party_id', 'null::uuid', 'm.start_day', language)}, a.as_written) as name, a.as_written as "asWritten"
    from attendance a join report r on r.id = a.report_id join meeting m on m.id = r.meeting_id left join party p on p.id = a.party_id
    where a.version_id = ${version} order by a.ordinal`.execute(tx);
  return rows;
}

async function sessionsOf(tx: Tx, version: string, language: string): Promise<ReportPage['sessions']> {
  const { rows } = await sql<ReportPage['sessions'][number]>`
    select s.kind, s.title, s.goals,
      coalesce((select json_agg(json_build_object('party', p.key, 'name', coalesce(${nameOn('o.party_id', 'null::uuid', 'm.start_day', language)}, o.as_written), 'asWritten', o.as_written) order by o.ordinal)
        from report_session_moderator o left join party p on p.id = o.party_id where o.session_id = s.id), '[]') as moderators,
      coalesce((select json_agg(sp.paragraph_id) from report_session_paragraph sp where sp.session_id = s.id), '[]') as paragraphs
    from report_session s join report r on r.id = s.report_id join meeting m on m.id = r.meeting_id where s.version_id = ${version} order by s.ordinal`.execute(
    tx,
  );
  return rows;
}

async function referencesOf(tx: Tx, version: string): Promise<ReportPage['references']> {
  const { rows } = await sql<ReportPage['references'][number]>`
    select kind, as_written as "asWritten", target_id as target, start_at as start, end_at as "end" from report_reference where version_id = ${version} order by start_at, id`.execute(
    tx,
  );
  return rows;
}

/** The newest own step that is not an undo, not undone, and whose outcomes nobody has decided again. */
async function lastStep(tx: Tx, report: string): Promise<string | null> {
  const { rows } = await sql<{ batch: string }>`
    select v.batch from outcome_revision v join outcome o on o.id = v.outcome_id and o.revision = v.revision
    where v.report_id = ${report} and v.by = app_actor() and v.undoes is null and v.verb <> 'carried' and not exists (select from outcome_revision u where u.undoes = v.batch)
    order by v.at desc, v.id desc limit 1`.execute(tx);
  return rows[0]?.batch ?? null;
}
