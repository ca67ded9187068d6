import { system } from '../../../kernel/actor.ts';
import { asActor, type Database } from '../../../kernel/server/db/database.ts';
import { runAction } from '../../../kernel/server/run-action.ts';
import { applyGoalsSeed } from './actions/apply-seed.ts';
import { seedVersion } from './seed.ts';

/**
 * Seeds the goals when they have not been, or by an older version. Safe at every start.
 * @returns what was entered, or `null` when there was nothing to do.
 */
export async function seedGoals(
  database: Database,
): Promise<{ generations: number; goals: number; crosswalks: number } | null> {
  const known = await asActor(database, system, (tx) =>
    tx.selectFrom('setting').select('value').where('name', '=', 'goals.seed').executeTakeFirst(),
  );
  if (known?.value === seedVersion) return null;
  const answer = await runAction(database, applyGoalsSeed, system, {}, { door: 'seed' });
  if (!answer.ok) throw answer.refusal;
  return answer.value;
}
