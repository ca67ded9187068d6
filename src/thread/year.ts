import { sql } from 'kysely';
import type { Tx } from '../kernel/action.ts';
import type { LanguageMap } from '../kernel/language-map.ts';
import { nameOn } from '../kernel/server/name-on.ts';
import { silentUntil } from '../modules/followup/index.ts';
import type { OutcomeKind } from '../reader/reading.ts';
import { fateOfRaised, type Fate } from './fate.ts';

/** A commitment as the review of a year names it. `day`: when it was completed, or when it was last heard of. */
export interface YearCommitment {
  number: number;
  title: string;
  language: string;
  day: string;
}

/** One year of the dialogue in numbers, each of them a list somebody can open. Everything is counted over what the asker may see. */
export interface YearReview {
  year: number;
  meetings: {
    slug: string;
    title: string;
    start_day: string;
    end_day: string | null;
    place: string | null;
    bodies: string[];
  }[];
  /** Confirmed outcomes of these meetings. */
  agreed: { kind: OutcomeKind; count: number }[];
  /** The same by the goal they meant on their day. */
  goals: { generation: string; code: string; title: LanguageMap; count: number }[];
  /** What has become of them by today. */
  became: Record<Fate, number>;
  raised: number;
  /** Commitments whose last owner was confirmed in the year. */
  kept: { rows: YearCommitment[]; total: number };
  /** Open commitments that had been silent for twelve months on some day of the year, and still are. */
  silent: { rows: YearCommitment[]; total: number };
  offers: { party: string; name: string; count: number }[];
  activities: { number: number; title: string; language: string; day: string }[];
}

/** So many commitments or activities of a year are named; a year of the whole dialogue has a few dozen. */
const most = 1000;

/** The review of a year. @param today ISO day from which silence is counted */
export async function yearReview(tx: Tx, year: number, today: string, language: string): Promise<YearReview> {
  const inYear = sql`m.start_day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`;
  const said = sql`outcome o join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id where o.state = 'confirmed' and ${inYear}`;
  const heard = sql`(select commitment_id, max(heard_on) as heard_on from commitment_heard group by 1)`;
  const meetings = await sql<YearReview['meetings'][number]>`
    select r.slug, m.title, m.start_day, m.end_day, m.place, coalesce((select json_agg(coalesce(${nameOn('null::uuid', 'b.id', 'm.start_day', language)}, b.key) order by b.key)
      from meeting_body mb join body b on b.id = mb.body_id where mb.meeting_id = m.id), '[]') as bodies
    from report r join meeting m on m.id = r.meeting_id where ${inYear} order by m.start_day, r.slug`.execute(tx);
  const agreed = await sql<
    YearReview['agreed'][number]
  >`select o.kind, count(*)::int as count from ${said} group by 1 order by 2 desc, 1`.execute(tx);
  const goals = await sql<YearReview['goals'][number]>`
    select f.key as generation, g.code, g.title, x.count from (
      select og.goal_id, count(distinct og.outcome_id)::int as count from outcome_goal og join outcome o on o.id = og.outcome_id
      where o.state = 'confirmed' and og.day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31) and og.goal_id is not null group by 1) x
    join goal g on g.id = x.goal_id join framework_generation f on f.id = g.generation_id order by f.effective_from, g.ordinal`.execute(
    tx,
  );
  const became = await sql<Record<Fate, number>>`
    select count(*) filter (where fate = 'kept')::int as kept, count(*) filter (where fate = 'moving')::int as moving, count(*) filter (where fate = 'silent')::int as silent
    from (select case when f.outcome_id is null then 'silent' else f.fate end as fate
      from (select o.id from ${said}) o left join (${fateOfRaised(today)}) f on f.outcome_id = o.id) x`.execute(tx);
  const raised = await sql<{ count: number }>`
    select count(*)::int as count from commitment c where extract(year from c.raised_at at time zone 'UTC') = ${year}`.execute(
    tx,
  );
  const kept = await sql<YearCommitment & { total: number }>`
    select c.number, c.title, c.language, w.day, count(*) over ()::int as total from commitment c
    join (select commitment_id, max((since at time zone 'UTC')::date) as day from commitment_owner where state = 'confirmed' group by 1) w on w.commitment_id = c.id
    where c.state = 'completed' and extract(year from w.day) = ${year} order by w.day, c.number limit ${most}`.execute(
    tx,
  );
  const silent = await sql<YearCommitment & { total: number }>`
    select c.number, c.title, c.language, x.day, count(*) over ()::int as total from commitment c left join ${heard} h on h.commitment_id = c.id
    cross join lateral (select coalesce(h.heard_on, (c.raised_at at time zone 'UTC')::date) as day) x
    where c.state = 'open' and x.day <= ${silentUntil(today)}::date
      and extract(year from x.day + interval '1 year') = ${year} order by x.day, c.number limit ${most}`.execute(tx);
  const offers = await sql<YearReview['offers'][number]>`
    select p.key as party, coalesce(${nameOn('p.id', 'null::uuid', 'null::date', language)}, p.key) as name, x.count from (
      select a.party_id, count(distinct o.id)::int as count from outcome_party a join outcome o on o.id = a.outcome_id
      join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id
      where o.state = 'confirmed' and o.kind = 'offer' and a.role = 'by' and a.party_id is not null and ${inYear} group by 1) x
    join party p on p.id = x.party_id order by x.count desc, name`.execute(tx);
  const activities = await sql<YearReview['activities'][number]>`
    select a.number, a.title, a.language, a.starts_from as day from activity a
    where a.state = 'held' and extract(year from a.starts_from) = ${year} order by a.starts_from, a.number limit ${most}`.execute(
    tx,
  );
  return {
    year,
    meetings: meetings.rows,
    agreed: agreed.rows,
    goals: goals.rows,
    became: became.rows[0]!,
    raised: raised.rows[0]!.count,
    kept: listed(kept.rows),
    silent: listed(silent.rows),
    offers: offers.rows,
    activities: activities.rows,
  };
}

const listed = (rows: (YearCommitment & { total: number })[]): YearReview['kept'] => ({
  rows: rows.map(({ total: _, ...row }) => row),
  total: rows[0]?.total ?? 0,
});

/** Years with a meeting the asker may see, newest first, with how many meetings and confirmed outcomes. */
export async function yearsWithMeetings(tx: Tx): Promise<{ year: number; meetings: number; outcomes: number }[]> {
  const { rows } = await sql<{ year: number; meetings: number; outcomes: number }>`
    select extract(year from m.start_day)::int as year, count(*)::int as meetings, coalesce(sum(o.count), 0)::int as outcomes
    from report r join meeting m on m.id = r.meeting_id
    left join (select report_id, count(*) as count from outcome where state = 'confirmed' group by 1) o on o.report_id = r.id
    where m.start_day is not null group by 1 order by 1 desc`.execute(tx);
  return rows;
}
