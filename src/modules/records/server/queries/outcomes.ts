import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import type { Wanted } from '../../../../kernel/query.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import type { OutcomeFilter } from '../../forms.ts';
import type { OutcomeKind } from '../../../../reader/reading.ts';
import type { OutcomeState } from '../../outcome.ts';
import type { ReportStage } from '../../report.ts';
import { bodiesOf, pageSize, type MetBody } from './bodies.ts';
import { outcomeColumns, type OutcomeRow } from './outcome-rows.ts';

/** An outcome in a list: with the report it stands in. */
export interface ListedOutcomeRow extends OutcomeRow {
  report: {
    id: string;
    slug: string;
    title: string;
    start_day: string | null;
    end_day: string | null;
    place: string | null;
    stage: ReportStage;
    /** `chatham-house`, or null. */
    rule: string | null;
    bodies: MetBody[];
  };
}

export interface OutcomeList {
  rows: ListedOutcomeRow[];
  total: number;
  page: number;
  pages: number;
}

/** What the filters of the outcomes list can be set to, over everything the person may see. */
export interface OutcomeChoices {
  kinds: { kind: OutcomeKind; count: number }[];
  states: { state: OutcomeState; count: number }[];
  parties: { key: string; name: string; count: number }[];
  goals: { goal: number; count: number }[];
  bodies: (MetBody & { count: number })[];
  years: { year: number; count: number }[];
}

// Without a wanted state the list is what stands: proposed and confirmed.
const where = (filter: OutcomeFilter) => sql`
  (case when ${filter.state}::text is null then o.state in ('proposed', 'confirmed') else o.state = ${filter.state} end)
  and (${filter.kind}::text is null or o.kind = ${filter.kind})
  and (${filter.goal}::int is null or ${filter.goal}::int = any (o.goals))
  and (${filter.report}::uuid is null or o.report_id = ${filter.report}::uuid)
  and (${filter.year}::int is null or m.start_day between make_date(${filter.year}, 1, 1) and make_date(${filter.year}, 12, 31))
  and (${filter.until}::date is null or m.start_day <= ${filter.until}::date)
  and (${filter.body}::text is null or exists (select from meeting_body mb join body b on b.id = mb.body_id where mb.meeting_id = m.id and ${filter.body} in (b.key, b.id::text)))
  and (${filter.party}::text is null or o.id in (select a.outcome_id from outcome_party a
    where (${filter.role}::text is null or a.role = ${filter.role})
      and (a.party_id = (select p.id from party p where p.key = ${filter.party}) or a.body_id = (select b.id from body b where b.key = ${filter.party}))))`;

/** SQL: the report of an outcome, from report `r` and meeting `m`. */
const reportOf = (language: string) =>
  sql`json_build_object('id', r.id, 'slug', r.slug, 'title', m.title, 'start_day', m.start_day, 'end_day', m.end_day, 'place', m.place, 'stage', r.stage, 'rule', m.rule, 'bodies', ${bodiesOf(language)})`;

// Each order ends in columns that settle every tie, so that pages and exports never repeat or lose a row.
const orders = {
  newest: sql`m.start_day desc nulls last, r.slug, o.start_at, o.number`,
  oldest: sql`m.start_day asc nulls last, r.slug, o.start_at, o.number`,
  kind: sql`o.kind, m.start_day desc nulls last, r.slug, o.start_at, o.number`,
  report: sql`m.title, r.slug, o.start_at, o.number`,
} as const;

/** The outcomes with these ids that the actor may see, in the order of the ids. */
export async function outcomesByIds(tx: Tx, ids: readonly string[], language = 'en'): Promise<ListedOutcomeRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ListedOutcomeRow>`
    select ${outcomeColumns(language)}, ${reportOf(language)} as report
    from unnest(${ids}::uuid[]) with ordinality w(id, place)
    join outcome o on o.id = w.id join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id
    order by w.place`.execute(tx);
  return rows;
}

/** Outcomes the actor may see, filtered, the latest recorded first: at most `rows` of those recorded before the outcome `after`. */
export async function outcomesAfter(
  tx: Tx,
  filter: OutcomeFilter,
  { after, rows: most }: Wanted,
  language: string,
): Promise<ListedOutcomeRow[]> {
  const { rows } = await sql<ListedOutcomeRow>`
    select ${outcomeColumns(language)}, ${reportOf(language)} as report
    from outcome o join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id
    where ${where(filter)} and (${after}::uuid is null or o.id < ${after}::uuid)
    order by o.id desc limit ${most}`.execute(tx);
  return rows;
}

/**
 * Outcomes the actor may see, filtered and sorted. `size` rows of page `filter.page`.
 * @param among a further condition on outcome `o` of meeting `m`, from a step of the thread that knows more than records
 */
export async function listOutcomes(
  tx: Tx,
  filter: OutcomeFilter,
  language = 'en',
  size = pageSize,
  among: RawBuilder<boolean> = sql`true`,
): Promise<OutcomeList> {
  const { rows } = await sql<ListedOutcomeRow & { total: number }>`
    with chosen as (
      select o.id, row_number() over (order by ${orders[filter.sort]}) as place, count(*) over () as total
      from outcome o join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id
      where ${where(filter)} and ${among} order by place limit ${size} offset ${(filter.page - 1) * size})
    select ${outcomeColumns(language)}, c.total,
      ${reportOf(language)} as report
    from chosen c join outcome o on o.id = c.id join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id
    order by c.place`.execute(tx);
  const total = rows[0]?.total ?? 0;
  return {
    rows: rows.map(({ total: _, ...row }) => row),
    total,
    page: filter.page,
    pages: Math.max(1, Math.ceil(total / size)),
  };
}

/** Choices for the filters with how many outcomes each has. */
export async function outcomeChoices(tx: Tx, language = 'en'): Promise<OutcomeChoices> {
  const { rows } = await sql<OutcomeChoices>`
    with seen as materialized (
      select o.id, o.kind, o.state, o.goals, m.id as meeting_id, m.start_day from outcome o join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id
      where o.state <> 'withdrawn'),
    standing as (select * from seen where state in ('proposed', 'confirmed')),
    named as (select a.party_id, a.body_id, count(distinct a.outcome_id) as count from outcome_party a join standing s on s.id = a.outcome_id
      where a.party_id is not null or a.body_id is not null group by 1, 2)
    select
      coalesce((select json_agg(x) from (select kind, count(*) as count from standing group by 1 order by 2 desc) x), '[]') as kinds,
      coalesce((select json_agg(x) from (select state, count(*) as count from seen group by 1 order by 1) x), '[]') as states,
      coalesce((select json_agg(x) from (select g as goal, count(*) as count from standing, unnest(goals) g group by 1 order by 1) x), '[]') as goals,
      coalesce((select json_agg(x) from (select extract(year from start_day)::int as year, count(*) as count from standing where start_day is not null group by 1 order by 1 desc) x), '[]') as years,
      coalesce((select json_agg(x order by x.name) from (select coalesce(p.key, b.key) as key, coalesce(${nameOn('n.party_id', 'n.body_id', 'null::date', language)}, p.key, b.key) as name, n.count
        from named n left join party p on p.id = n.party_id left join body b on b.id = n.body_id) x), '[]') as parties,
      coalesce((select json_agg(x order by x.name) from (select b.id, b.key, coalesce(${nameOn('null::uuid', 'b.id', 'null::date', language)}, b.key) as name, count(*) as count
        from standing s join meeting_body mb on mb.meeting_id = s.meeting_id join body b on b.id = mb.body_id group by b.id, b.key) x), '[]') as bodies`.execute(
    tx,
  );
  return rows[0]!;
}
