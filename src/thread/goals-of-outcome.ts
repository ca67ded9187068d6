import { sql } from 'kysely';
import type { Tx } from '../kernel/action.ts';
import type { LanguageMap } from '../kernel/language-map.ts';

/** A goal number of an outcome and what it meant on the day of its meeting; `goal` is null when no generation in force then had that number. */
export interface MeantGoal {
  number: number;
  goal: { generation: string; generationTitle: LanguageMap; code: string; title: LanguageMap } | null;
}

/** The goals of an outcome as of its meeting's day, in the order of their numbers. */
export async function goalsOfOutcome(tx: Tx, outcome: string): Promise<MeantGoal[]> {
  const { rows } = await sql<MeantGoal>`
    select og.number, case when g.id is not null then json_build_object('generation', f.key, 'generationTitle', f.title, 'code', g.code, 'title', g.title) end as goal
    from outcome_goal og left join goal g on g.id = og.goal_id left join framework_generation f on f.id = og.generation_id
    where og.outcome_id = ${outcome} order by og.number`.execute(tx);
  return rows;
}
