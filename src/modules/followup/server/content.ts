import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';

/** @throws Refusal `followup.goal.not-found` when one of the ids is no goal. */
export async function checkGoals(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from goal where id = any (${ids}::uuid[])`.execute(tx);
  if (rows[0]!.n !== ids.length)
    throw new Refusal('followup.goal.not-found', 'One of these goals does not exist.', { field: 'goals' });
}

/** @throws Refusal `followup.outcome.not-found`, or `followup.outcome.state` for one that nobody confirmed. */
export async function checkOutcomes(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql<{ id: string; number: number; state: string }>`
    select id, number, state from outcome where id = any (${ids}::uuid[])`.execute(tx);
  if (rows.length !== ids.length)
    throw new Refusal('followup.outcome.not-found', 'One of these outcomes does not exist.', { field: 'outcomes' });
  const open = rows.find(({ state }) => state !== 'confirmed');
  if (open)
    throw new Refusal(
      'followup.outcome.state',
      `Outcome ${open.number} is ${open.state}. Only a confirmed outcome raises a commitment; confirm it in the review of its report first.`,
      { field: 'outcomes' },
    );
}

export async function writeGoals(
  tx: Tx,
  of: 'commitment' | 'activity',
  id: string,
  goals: readonly string[],
): Promise<void> {
  await sql`insert into ${sql.table(`${of}_goal`)} (${sql.ref(`${of}_id`)}, goal_id) select ${id}::uuid, g from unnest(${goals}::uuid[]) g`.execute(
    tx,
  );
}
