import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import type { Wanted } from '../../../../kernel/query.ts';
import type { ReportFilter } from '../../forms.ts';
import type { ReportStage } from '../../report.ts';
import { bodiesOf, pageSize, reviewsMeeting, type MetBody } from './bodies.ts';

/** A report in a list. */
export interface ReportRow {
  id: string;
  slug: string;
  title: string;
  start_day: string | null;
  end_day: string | null;
  place: string | null;
  mode: string | null;
  rule: string | null;
  stage: ReportStage;
  version: number;
  bodies: MetBody[];
  /** Confirmed outcomes. */
  confirmed: number;
  /** Proposed ones this person may see; null for those who may see none. */
  proposed: number | null;
  /** Open findings; null for those who are no reviewer. */
  findings: number | null;
}

export interface ReportList {
  rows: ReportRow[];
  total: number;
  page: number;
  pages: number;
  /** What the filters can be set to, over everything the person may see. */
  choices: {
    bodies: (MetBody & { count: number })[];
    years: { year: number; count: number }[];
    places: { place: string; count: number }[];
    stages: { stage: ReportStage; count: number }[];
  };
}

const where = (filter: ReportFilter) => sql`
  (${filter.body}::text is null or exists (select from meeting_body mb join body b on b.id = mb.body_id where mb.meeting_id = m.id and ${filter.body} in (b.key, b.id::text)))
  and (${filter.year}::int is null or extract(year from m.start_day) = ${filter.year})
  and (${filter.place}::text is null or m.place ilike '%' || replace(replace(replace(${filter.place}, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')
  and (${filter.stage}::text is null or r.stage = ${filter.stage})`;

/** SQL: the columns of `ReportRow`. */
const columns = (language: string) => sql`
  r.id, r.slug, m.title, m.start_day, m.end_day, m.place, m.mode, m.rule, r.stage, v.n as version, ${bodiesOf(language)} as bodies,
  (select count(*) from outcome o where o.report_id = r.id and o.state = 'confirmed') as confirmed,
  case when (select app_is_participant()) or ${reviewsMeeting} then (select count(*) from outcome o where o.report_id = r.id and o.state = 'proposed') end as proposed,
  case when ${reviewsMeeting} then (select count(*) from finding f where f.version_id = r.version_id and f.state = 'open') end as findings`;

/** Reports the actor may see, the latest recorded first: at most `rows` of those recorded before the report `after`. */
export async function reportsAfter(
  tx: Tx,
  filter: ReportFilter,
  { after, rows: most }: Wanted,
  language: string,
): Promise<ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select ${columns(language)} from report r join meeting m on m.id = r.meeting_id join report_version v on v.id = r.version_id
    where ${where(filter)} and (${after}::uuid is null or r.id < ${after}::uuid)
    order by r.id desc limit ${most}`.execute(tx);
  return rows;
}

/** Reports the actor may see, newest meeting first, those without a day last. */
export async function listReports(tx: Tx, filter: ReportFilter, language = 'en'): Promise<ReportList> {
  const { rows } = await sql<ReportRow & { total: number }>`
    select ${columns(language)}, count(*) over () as total
    from report r join meeting m on m.id = r.meeting_id join report_version v on v.id = r.version_id
    where ${where(filter)}
    order by m.start_day desc nulls last, m.title, r.id
    limit ${pageSize} offset ${(filter.page - 1) * pageSize}`.execute(tx);
  const total = rows[0]?.total ?? 0;
  return {
    rows: rows.map(({ total: _, ...row }) => row),
    total,
    page: filter.page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    choices: await reportChoices(tx, language),
  };
}

async function reportChoices(tx: Tx, language: string): Promise<ReportList['choices']> {
  const { rows } = await sql<{ bodies: MetBody[]; start_day: string | null; place: string | null; stage: ReportStage }>`
    select ${bodiesOf(language)} as bodies, m.start_day, m.place, r.stage from report r join meeting m on m.id = r.meeting_id`.execute(
    tx,
  );
  const count = <K>(keys: Iterable<K>) => {
    const counts = new Map<K, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  const bodies = new Map(rows.flatMap((row) => row.bodies).map((body) => [body.key, body]));
  const perBody = count(rows.flatMap((row) => row.bodies.map((body) => body.key)));
  return {
    bodies: [...bodies.values()]
      .map((body) => ({ ...body, count: perBody.get(body.key) ?? 0 }))
      .toSorted((a, b) => a.name.localeCompare(b.name, language)),
    years: [...count(rows.flatMap((row) => (row.start_day ? [Number(row.start_day.slice(0, 4))] : [])))]
      .map(([year, n]) => ({ year, count: n }))
      .toSorted((a, b) => b.year - a.year),
    places: [...count(rows.flatMap((row) => row.place ?? []))]
      .map(([place, n]) => ({ place, count: n }))
      .toSorted((a, b) => a.place.localeCompare(b.place, language)),
    stages: [...count(rows.map((row) => row.stage))].map(([stage, n]) => ({ stage, count: n })),
  };
}
