import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import type { Wanted } from '../../../../kernel/query.ts';
import type { ActivityKind, ActivityRole, ActivityState } from '../../activity.ts';
import type { ActivityFilter } from '../../forms.ts';
import { bodyHolder, goalsOf, holderOf, type Holder, type NamedGoal } from './holder.ts';
import { pageSize } from './list.ts';

/** An activity in a list. Days are ISO texts; from and until equal when the day is fixed. */
export interface ListedActivity {
  id: string;
  number: number;
  kind: ActivityKind;
  title: string;
  language: string;
  state: ActivityState;
  body: Holder | null;
  from: string | null;
  until: string | null;
  endsOn: string | null;
  place: string;
  parties: (Holder & { role: ActivityRole })[];
  commitments: { number: number; title: string }[];
}

export interface ActivityList {
  rows: ListedActivity[];
  total: number;
  page: number;
  pages: number;
}

const columns = (language: string) => sql`
  a.id, a.number, a.kind, a.title, a.language, a.state, ${bodyHolder('a.body_id', language)} as body, a.starts_from as from, a.starts_until as until, a.ends_on as "endsOn", a.place,
  coalesce((select json_agg((${holderOf('ap', language)}::jsonb || jsonb_build_object('role', ap.role)) order by array_position(array['lead', 'host', 'partner', 'funder'], ap.role), ap.ordinal)
    from activity_party ap where ap.activity_id = a.id), '[]') as parties,
  coalesce((select json_agg(json_build_object('number', c.number, 'title', c.title) order by c.number)
    from activity_commitment t join commitment c on c.id = t.commitment_id where t.activity_id = a.id), '[]') as commitments`;

const where = (filter: ActivityFilter) => sql`
  (${filter.state}::text is null or a.state = ${filter.state}) and (${filter.kind}::text is null or a.kind = ${filter.kind})
  and (${filter.body}::text is null or a.body_id = (select id from body where key = ${filter.body}))
  and (${filter.party}::text is null or exists (select from activity_party ap where ap.activity_id = a.id
    and (ap.party_id = (select id from party where key = ${filter.party}) or ap.body_id = (select id from body where key = ${filter.party}))))
  and (${filter.goal}::uuid is null or exists (select from activity_goal g where g.activity_id = a.id and g.goal_id = ${filter.goal}::uuid))
  and (${filter.year}::int is null or a.starts_until >= make_date(coalesce(${filter.year}::int, 2000), 1, 1) and a.starts_from <= make_date(coalesce(${filter.year}::int, 2000), 12, 31))`;

const orders = {
  newest: sql`a.starts_from desc nulls last, a.number desc`,
  oldest: sql`a.starts_from nulls last, a.number`,
  title: sql`lower(a.title), a.number`,
} as const;

/** Activities the person may see, filtered, the highest number first: at most `rows` of those below the number `after`. */
export async function activitiesAfter(
  tx: Tx,
  filter: ActivityFilter,
  { after, rows: most }: Wanted,
  language: string,
): Promise<ListedActivity[]> {
  const { rows } = await sql<ListedActivity>`
    select ${columns(language)} from activity a where ${where(filter)} and (${after}::int is null or a.number < ${after}::int)
    order by a.number desc limit ${most}`.execute(tx);
  return rows;
}

/** Activities the person may see, filtered and sorted; `size` rows of page `filter.page`. */
export async function listActivities(
  tx: Tx,
  filter: ActivityFilter,
  language = 'en',
  size = pageSize,
): Promise<ActivityList> {
  const { rows } = await sql<ListedActivity & { total: number }>`
    with chosen as (
      select a.id, row_number() over (order by ${orders[filter.sort]}) as place, count(*) over () as total
      from activity a where ${where(filter)} order by place limit ${size} offset ${(filter.page - 1) * size})
    select k.total, ${columns(language)} from chosen k join activity a on a.id = k.id order by k.place`.execute(tx);
  const total = rows[0]?.total ?? 0;
  return {
    rows: rows.map(({ total: _, ...row }) => row),
    total,
    page: filter.page,
    pages: Math.max(1, Math.ceil(total / size)),
  };
}

export interface ActivityPage extends ListedActivity {
  description: string;
  audience: 'participants' | 'public';
  funding: string;
  strand: string | null;
  strandName: string | null;
  reason: string | null;
  revision: number;
  goals: NamedGoal[];
  enteredAt: Date;
  enteredBy: string | null;
  may: { change: boolean };
}

/** The activity with that number, or null when there is none the person may see. */
export async function activityPage(tx: Tx, number: number, language = 'en'): Promise<ActivityPage | null> {
  const { rows } = await sql<Omit<ActivityPage, 'may'> & { change: boolean }>`
    select ${columns(language)}, a.description, a.audience, a.funding, a.strand,
      (select coalesce(s.title ->> ${language}, s.title ->> 'en') from strand s where s.key = a.strand) as "strandName",
      a.reason, a.revision, ${goalsOf('activity', 'a', language)} as goals, a.at as "enteredAt", (select p.name from person p where p.id = a.by) as "enteredBy",
      app_is_staff() or coalesce(a.body_id = any (app_bodies()), false) as change
    from activity a where a.number = ${number}`.execute(tx);
  if (!rows[0]) return null;
  const { change, ...activity } = rows[0];
  return { ...activity, may: { change } };
}

/** What the filters of the list can be set to: only what some activity has. */
export async function activityChoices(
  tx: Tx,
  language = 'en',
): Promise<{ parties: Holder[]; bodies: Holder[]; years: number[] }> {
  const { rows } = await sql<{ parties: Holder[]; bodies: Holder[]; years: number[] }>`
    select
      coalesce((select json_agg(h.holder order by h.holder ->> 'name') from (
        select ${holderOf('x', language)} as holder from (select distinct party_id, body_id from activity_party) x) h), '[]') as parties,
      coalesce((select json_agg(h.holder order by h.holder ->> 'name') from (
        select ${bodyHolder('x.body_id', language)} as holder from (select distinct body_id from activity where body_id is not null) x) h), '[]') as bodies,
      coalesce((select json_agg(y order by y desc) from (select distinct extract(year from starts_from)::int as y from activity where starts_from is not null) x), '[]') as years`.execute(
    tx,
  );
  return rows[0]!;
}
