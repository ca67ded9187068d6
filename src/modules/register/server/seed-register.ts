import { system } from '../../../kernel/actor.ts';
import { asActor, type Database } from '../../../kernel/server/db/database.ts';
import { runAction } from '../../../kernel/server/run-action.ts';
import { applyRegisterSeed } from './actions/apply-seed.ts';
import { seedVersion } from './seed.ts';

/**
 * Seeds the register when it has not been, or by an older version. Safe at every start.
 * @returns what the register holds then, or `null` when there was nothing to do.
 */
export async function seedRegister(database: Database): Promise<{ parties: number; bodies: number } | null> {
  const known = await asActor(database, system, (tx) =>
    tx.selectFrom('setting').select('value').where('name', '=', 'register.seed').executeTakeFirst(),
  );
  if (known?.value === seedVersion) return null;
  const answer = await runAction(database, applyRegisterSeed, system, {}, { door: 'seed' });
  if (!answer.ok) throw answer.refusal;
  return answer.value;
}
