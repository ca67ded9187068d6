/**
 * Outcomes by what they are about and what became of them: where records, goals and follow-up meet. The lists behind the cells of the
 * loom are made here, from the same SQL as the loom, so that a cell and the list it leads to always count the same.
 */
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { OutcomeFilter } from '../modules/records/forms.ts';
import { fateOfRaised, fates } from './fate.ts';
import { holders, readFrom } from './loom.ts';

const blank = (value: unknown): unknown => (value === '' || value === undefined ? null : value);
const year = z.preprocess(blank, z.coerce.number().int().min(1900).max(2200).nullable()).catch(null);
const key = z.preprocess(blank, z.string().max(80).nullable()).catch(null);

/** What an address of the list of outcomes asks for beyond records: generation, crosswalk, fate, whose, years. */
export const goalsAsked = z.object({
  /** Key of a generation: the number in `goal` is one of it, not the number as printed. */
  generation: key,
  through: z.preprocess((value) => value === '1' || value === true, z.boolean()).catch(false),
  /** `any`: kept, moving or silent, as the loom counts; not those whose commitments were all withdrawn. */
  became: z.preprocess(blank, z.enum([...fates, 'any']).nullable()).catch(null),
  /** Key of the party it comes from, or that owns a commitment it raised. */
  holds: key,
  from: year,
  until: year,
});
export type GoalsAsked = z.infer<typeof goalsAsked>;

/**
 * The condition on outcome `o` of meeting `m`, and the filter of records without what it takes over: a number that is one of a generation.
 * @param code number of the goal in that generation; what `filter.goal` asks for when it is not given
 */
export function amongGoals(
  asked: GoalsAsked,
  filter: OutcomeFilter,
  today: string,
  code: string | null = filter.goal === null ? null : String(filter.goal),
): { among: RawBuilder<boolean>; filter: OutcomeFilter } {
  const parts: RawBuilder<unknown>[] = [sql`true`];
  if (asked.generation !== null)
    parts.push(sql`o.id in (select og.outcome_id from outcome_goal og join (${readFrom(asked)}) w on w.own = og.goal_id
      join goal t on t.id = w.goal_id where ${code}::text is null or t.code = ${code}::text)`);
  if (asked.became === 'silent')
    parts.push(
      sql`o.state = 'confirmed' and o.id not in (select x.outcome_id from (${fateOfRaised(today)}) x where x.fate is distinct from 'silent')`,
    );
  else if (asked.became === 'any')
    parts.push(
      sql`o.state = 'confirmed' and o.id not in (select x.outcome_id from (${fateOfRaised(today)}) x where x.fate is null)`,
    );
  else if (asked.became !== null)
    parts.push(
      sql`o.state = 'confirmed' and o.id in (select x.outcome_id from (${fateOfRaised(today)}) x where x.fate = ${asked.became})`,
    );
  if (asked.holds !== null)
    parts.push(
      sql`o.id in (select x.outcome_id from (${holders()}) x join party p on p.id = x.party_id where p.key = ${asked.holds})`,
    );
  if (asked.from !== null) parts.push(sql`m.start_day >= make_date(${asked.from}, 1, 1)`);
  if (asked.until !== null) parts.push(sql`m.start_day <= make_date(${asked.until}, 12, 31)`);
  return {
    among: sql<boolean>`(${sql.join(parts, sql` and `)})`,
    filter: asked.generation === null ? filter : { ...filter, goal: null },
  };
}
