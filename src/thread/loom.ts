import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../kernel/action.ts';
import { nameOn } from '../kernel/server/name-on.ts';
import { readThrough } from '../modules/goals/index.ts';
import { fateOfRaised } from './fate.ts';

const blank = (value: unknown): unknown => (value === '' || value === undefined ? null : value);
const year = z.preprocess(blank, z.coerce.number().int().min(1900).max(2200).nullable()).catch(null);
const key = z.preprocess(blank, z.string().max(80).nullable()).catch(null);

/** What the address of the loom asks for. What is not understood is left out rather than refused: an old link still opens. */
export const loomAsked = z.object({
  across: z.enum(['years', 'parties']).catch('years'),
  /** Key of a generation of the dialogue; null shows all, each outcome under the goal it meant on its day. */
  generation: key,
  /** Whether outcomes of other generations are read through the crosswalk into the chosen one. */
  through: z.preprocess((value) => value === '1' || value === true, z.boolean()).catch(false),
  body: key,
  from: year,
  until: year,
});
export type LoomAsked = z.infer<typeof loomAsked>;

/** One cell: the threads of a goal in a year, or with a party. */
export interface LoomCell {
  goal: string;
  /** The year as text, or the key of the party or body. */
  column: string;
  kept: number;
  moving: number;
  silent: number;
  /** How many of them are there by the crosswalk alone. */
  through: number;
}

/** The goals a goal of the chosen generation is read from: itself, and through standing crosswalks those of others. */
export const readFrom = ({ generation, through }: Pick<LoomAsked, 'generation' | 'through'>): RawBuilder<unknown> =>
  generation === null
    ? sql`select g.id as own, g.id as goal_id, false as through from goal g join framework_generation f on f.id = g.generation_id where f.kind = 'dialogue'`
    : sql`
      select g.id as own, g.id as goal_id, false as through from goal g join framework_generation f on f.id = g.generation_id where f.key = ${generation}
      ${
        through
          ? sql`union
      select x.own, x.goal_id, true from (
        select c.from_goal_id as own, c.to_goal_id as goal_id, c.relation from goal_crosswalk c where c.withdrawn_at is null
        union all select c.to_goal_id, c.from_goal_id, c.relation from goal_crosswalk c where c.withdrawn_at is null) x
      join goal g on g.id = x.goal_id join framework_generation f on f.id = g.generation_id
      where f.key = ${generation} and x.relation = any (${readThrough}::text[])`
          : sql``
      }`;

/** Confirmed outcomes of the asked bodies and years with their day and the goals they are read as, each once. */
const read = (asked: LoomAsked): RawBuilder<unknown> => sql`
  select o.id, m.start_day, w.goal_id, bool_and(w.through) as through
  from outcome o
  join report r on r.id = o.report_id
  join meeting m on m.id = r.meeting_id
  cross join lateral unnest(o.goals) n(number)
  join framework_generation f on f.kind = 'dialogue' and m.start_day >= f.effective_from and (f.effective_until is null or m.start_day < f.effective_until)
  join goal g on g.generation_id = f.id and g.code = n.number::text
  join (${readFrom(asked)}) w on w.own = g.id
  where o.state = 'confirmed'
    and (${asked.from}::int is null or m.start_day >= make_date(${asked.from}, 1, 1))
    and (${asked.until}::int is null or m.start_day <= make_date(${asked.until}, 12, 31))
    and (${asked.body}::text is null or exists (select from meeting_body mb join body b on b.id = mb.body_id where mb.meeting_id = m.id and b.key = ${asked.body}))
  group by o.id, m.start_day, w.goal_id`;

/**
 * SQL: who an outcome comes from, and who owns a commitment it raised: their threads.
 * @param of where outcome ids are read as `id`, and commitment_id, outcome_id of what they raised, for a query that has read them already
 */
export const holders = (of?: {
  outcomes: RawBuilder<unknown>;
  raised: RawBuilder<unknown>;
}): RawBuilder<unknown> => sql`
  select a.outcome_id, a.party_id from ${of ? sql`${of.outcomes} k join outcome_party a on a.outcome_id = k.id` : sql`outcome_party a`} where a.role = 'by' and a.party_id is not null
  union
  select t.outcome_id, w.party_id from ${of?.raised ?? sql`commitment_outcome`} t join commitment_owner w on w.commitment_id = t.commitment_id
  where w.party_id is not null and w.state <> 'released'`;

const counts = sql`
  count(*) filter (where s.fate = 'kept')::int as kept, count(*) filter (where s.fate = 'moving')::int as moving,
  count(*) filter (where s.fate = 'silent')::int as silent, count(*) filter (where s.through)::int as through`;

/**
 * The cells of the loom that have threads, over what the asker may see and nothing else.
 * A thread is a confirmed outcome with what became of it (`src/thread/fate.ts`); one about two goals is in both.
 * @param today ISO day from which silence is counted
 */
export async function loomCells(tx: Tx, asked: LoomAsked, today: string): Promise<LoomCell[]> {
  // Read once: each reading asks of every row anew whether its outcome may be seen. Of a part of the dialogue only what its outcomes raised; of the whole of it
  // everything in one sweep, for following a hundred thousand outcomes one by one takes longer than reading all that was ever raised.
  const part = asked.generation !== null || asked.body !== null || asked.from !== null || asked.until !== null;
  const ties = part ? sql`once k join commitment_outcome t on t.outcome_id = k.id` : sql`commitment_outcome t`;
  const settled = sql`
    with chosen as materialized (${read(asked)}),
    once as materialized (select distinct id from chosen),
    raised as materialized (select t.commitment_id, t.outcome_id from ${ties}),
    fate as materialized (${fateOfRaised(today, sql`raised`)}),
    s as materialized (
      select x.id, x.start_day, x.goal_id, x.through, case when f.outcome_id is null then 'silent' else f.fate end as fate
      from chosen x left join fate f on f.outcome_id = x.id)`;
  const { rows } = await (
    asked.across === 'years'
      ? sql<LoomCell>`${settled} select s.goal_id as goal, extract(year from s.start_day)::text as column, ${counts} from s where s.fate is not null group by 1, 2`
      : sql<LoomCell>`${settled}, held as (${holders({ outcomes: sql`once`, raised: sql`raised` })}),
        c as (select s.goal_id as goal, h.party_id, ${counts} from s join held h on h.outcome_id = s.id where s.fate is not null group by 1, 2)
        select c.goal, p.key as column, c.kept, c.moving, c.silent, c.through from c join party p on p.id = c.party_id`
  ).execute(tx);
  return rows;
}

/** Names of the parties in the loom, in the language asked for, by key. */
export async function loomParties(tx: Tx, keys: readonly string[], language: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ key: string; name: string }>`
    select p.key, coalesce(${nameOn('p.id', 'null::uuid', 'null::date', language)}, p.key) as name from party p where p.key = any (${keys}::text[])`.execute(
    tx,
  );
  return new Map(rows.map(({ key, name }) => [key, name]));
}
