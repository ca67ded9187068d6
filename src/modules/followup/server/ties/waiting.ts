import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';

/** Whether anything waits for being compared or looked at. */
export async function waiting(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from outcome_to_compare) or exists (select from report_to_seek) as waits`.execute(tx);
  return rows[0]!.waits;
}
