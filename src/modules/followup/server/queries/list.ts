import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { kept } from '../../../../kernel/server/db/kept-plans.ts';
import type { Wanted } from '../../../../kernel/query.ts';
import type { CommitmentState, OwnerState } from '../../commitment.ts';
import { addDays, addMonths, soonDays, type Recurrence } from '../../due.ts';
import type { CommitmentFilter } from '../../forms.ts';
import { bodyHolder, goalsOf, holderOf, type Holder, type NamedGoal } from './holder.ts';

/** A commitment in a list. Days are ISO texts. */
export interface ListedCommitment {
  id: string;
  number: number;
  title: string;
  /** BCP 47 language of the title. */
  language: string;
  state: CommitmentState;
  body: Holder | null;
  due: { from: string; until: string } | null;
  recurs: Recurrence | null;
  occurrence: number;
  raised: string;
  /** Last day something was heard of it, as far as the person may know; null for never. */
  heard: string | null;
  owners: (Holder & { state: OwnerState })[];
  addressees: Holder[];
  goals: NamedGoal[];
  /** Outcomes that raise it, as far as the person sees them. */
  outcomes: number;
  /** Owners of whom others can read a progress report. */
  reported: number;
}

export interface CommitmentList {
  rows: ListedCommitment[];
  total: number;
  page: number;
  pages: number;
}

export const pageSize = 50;

// Without a wanted state the list is what stands: open and completed. Silence and due days are of open ones alone.
const where = (filter: CommitmentFilter, today: string) => sql`
  (case when ${filter.state}::text is null then c.state in ('open', 'completed') when ${filter.state}::text = 'all' then true else c.state = ${filter.state} end)
  and (${filter.body}::text is null or c.body_id = (select id from body where key = ${filter.body}))
  and (${filter.owner}::text is null and ${filter.owner_state}::text is null or exists (select from commitment_owner o where o.commitment_id = c.id
    and (${filter.owner}::text is null or o.party_id = (select id from party where key = ${filter.owner}) or o.body_id = (select id from body where key = ${filter.owner}))
    and (${filter.owner_state}::text is null or o.state = ${filter.owner_state})))
  and (${filter.addressee}::text is null or exists (select from commitment_addressee a where a.commitment_id = c.id
    and (a.party_id = (select id from party where key = ${filter.addressee}) or a.body_id = (select id from body where key = ${filter.addressee}))))
  and (${filter.goal}::uuid is null or exists (select from commitment_goal g where g.commitment_id = c.id and g.goal_id = ${filter.goal}::uuid))
  and (${filter.outcome}::uuid is null or exists (select from commitment_outcome t where t.commitment_id = c.id and t.outcome_id = ${filter.outcome}::uuid))
  and (not ${filter.mine}::boolean or exists (select from commitment_owner o where o.commitment_id = c.id
    and (o.party_id = any ((select app_parties())::uuid[]) or o.body_id = any ((select app_bodies())::uuid[]))))
  and (${filter.raised}::int is null or extract(year from c.raised_at at time zone 'UTC') = ${filter.raised}::int)
  and (${filter.due}::text is null or case ${filter.due}::text
    when 'overdue' then c.state = 'open' and c.due_until < ${today}::date
    when 'soon' then c.state = 'open' and c.due_until between ${today}::date and ${addDays(today, soonDays)}::date
    when 'later' then c.state = 'open' and c.due_until > ${addDays(today, soonDays)}::date
    else c.state <> 'open' or c.due_until is null end)
  and (${filter.silent}::int is null or c.state = 'open' and coalesce(h.heard_on, (c.raised_at at time zone 'UTC')::date) <= ${addMonths(today, -(filter.silent ?? 0))}::date)`;

// Each order ends in the number, so that pages and exports never repeat or lose a row.
const orders = {
  newest: sql`c.number desc`,
  oldest: sql`c.number`,
  due: sql`c.state <> 'open', c.due_until nulls last, c.number`,
  silent: sql`c.state <> 'open', coalesce(h.heard_on, (c.raised_at at time zone 'UTC')::date), c.number`,
  title: sql`lower(c.title), c.number`,
} as const;

/** SQL: what was heard of commitment `c`, as far as the person may know: joined as `h`. */
export const heardBy = sql`left join commitment_heard h on h.commitment_id = c.id
  and h.audience = case when (select app_is_participant()) then 'participants' else 'public' end`;

/** SQL: the columns of `ListedCommitment`, from commitment `c`. */
const columns = (language: string, heard: RawBuilder<unknown>) => sql`
  c.id, c.number, c.title, c.language, c.state, c.recurs, c.occurrence, ${bodyHolder('c.body_id', language)} as body,
  case when c.due_from is not null then json_build_object('from', c.due_from, 'until', c.due_until) end as due,
  to_char(c.raised_at at time zone 'UTC', 'YYYY-MM-DD') as raised, ${heard} as heard,
  coalesce((select json_agg((${holderOf('o', language)}::jsonb || jsonb_build_object('state', o.state)) order by o.ordinal) from commitment_owner o where o.commitment_id = c.id), '[]') as owners,
  coalesce((select json_agg(${holderOf('a', language)} order by a.ordinal) from commitment_addressee a where a.commitment_id = c.id), '[]') as addressees,
  ${goalsOf('commitment', 'c', language)} as goals,
  (select count(*)::int from commitment_outcome t where t.commitment_id = c.id) as outcomes,
  (select count(distinct p.owner_id)::int from progress_report p where p.commitment_id = c.id and p.audience <> 'party' and p.withdrawn_at is null) as reported`;

/** Commitments the person may see, filtered, the highest number first: at most `rows` of those below the number `after`. */
export async function commitmentsAfter(
  tx: Tx,
  filter: CommitmentFilter,
  today: string,
  { after, rows: most }: Wanted,
  language: string,
): Promise<ListedCommitment[]> {
  const { rows } = await sql<ListedCommitment>`
    select ${columns(language, sql`h.heard_on`)} from commitment c ${heardBy}
    where ${where(filter, today)} and (${after}::int is null or c.number < ${after}::int)
    order by c.number desc limit ${most}`.execute(tx);
  return rows;
}

/**
 * Commitments the person may see, filtered and sorted; `size` rows of page `filter.page`.
 * @param today the day on which due and silent are asked.
 */
export async function listCommitments(
  tx: Tx,
  filter: CommitmentFilter,
  today: string,
  language = 'en',
  size = pageSize,
): Promise<CommitmentList> {
  // Only silence needs to know of every commitment when it was heard of; then all days are read at once rather than one after the other.
  const bySilence = filter.silent !== null || filter.sort === 'silent';
  const { rows: chosen } = await sql<{ id: string; total: number }>`
    with heard as materialized (select x.commitment_id, x.heard_on from commitment_heard x
      where ${bySilence}::boolean and x.audience = case when (select app_is_participant()) then 'participants' else 'public' end)
    select c.id, count(*) over ()::int as total from commitment c left join heard h on h.commitment_id = c.id
    where ${where(filter, today)} order by ${orders[filter.sort]} limit ${size} offset ${(filter.page - 1) * size}`.execute(
    tx,
  );
  const { rows } = await sql<ListedCommitment>`${kept}
    select ${columns(language, sql`h.heard_on`)} from commitment c ${heardBy} where c.id = any (${chosen.map(({ id }) => id)}::uuid[])`.execute(
    tx,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const total = chosen[0]?.total ?? 0;
  return {
    rows: chosen.map(({ id }) => byId.get(id)!),
    total,
    page: filter.page,
    pages: Math.max(1, Math.ceil(total / size)),
  };
}

/** What the filters of the list can be set to: only what some commitment has. */
export interface CommitmentChoices {
  owners: Holder[];
  addressees: Holder[];
  bodies: Holder[];
  goals: NamedGoal[];
}

export async function commitmentChoices(tx: Tx, language = 'en'): Promise<CommitmentChoices> {
  const holders = (table: string) => sql`coalesce((select json_agg(h.holder order by h.holder ->> 'name') from (
    select ${holderOf('x', language)} as holder from (select distinct party_id, body_id from ${sql.raw(table)}) x) h), '[]')`;
  const { rows } = await sql<CommitmentChoices>`
    select ${holders('commitment_owner')} as owners, ${holders('commitment_addressee')} as addressees,
      coalesce((select json_agg(h.holder order by h.holder ->> 'name') from (
        select ${bodyHolder('x.body_id', language)} as holder from (select distinct body_id from commitment where body_id is not null) x) h), '[]') as bodies,
      coalesce((select json_agg(json_build_object('id', g.id, 'code', g.code, 'title', coalesce(g.title ->> ${language}, g.title ->> 'en'), 'generation', coalesce(f.title ->> ${language}, f.title ->> 'en'))
          order by f.effective_from desc, g.ordinal)
        from goal g join framework_generation f on f.id = g.generation_id where g.id in (select goal_id from commitment_goal)), '[]') as goals`.execute(
    tx,
  );
  return rows[0]!;
}

/** A list a person keeps under a name. */
export interface SavedView {
  id: string;
  name: string;
  address: string;
}

/** The views of the person who asks, of one list, by name. */
export async function savedViews(tx: Tx, list: '/commitments' | '/activities'): Promise<SavedView[]> {
  const { rows } =
    await sql<SavedView>`select id, name, address from saved_view where address = ${list} or starts_with(address, ${`${list}?`}) order by lower(name)`.execute(
      tx,
    );
  return rows;
}
