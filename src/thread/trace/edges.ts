import { sql } from 'kysely';
import type { Tx } from '../../kernel/action.ts';
import { kept, keptIds } from '../../kernel/server/db/kept-plans.ts';
import type { Edge } from './weave.ts';
import type { Node } from './walk.ts';

/** What ties the nodes of a walk to each other: later to earlier, commitment to the outcomes it rests on, activity to what it serves. */
export async function edgesOf(tx: Tx, nodes: readonly Node[]): Promise<Edge[]> {
  const ids = (kind: Node['kind']) => nodes.filter((node) => node.kind === kind).map(({ id }) => id);
  const [outcomes, commitments, activities] = [ids('outcome'), ids('commitment'), ids('activity')];
  const { rows } =
    await sql<Edge>`${kept} select 'outcome:' || t.later_outcome_id as from, 'outcome:' || t.earlier_outcome_id as to, t.kind from tie t
      where t.state = 'accepted' and t.later_outcome_id = any (${keptIds(outcomes)}) and t.earlier_outcome_id = any (${keptIds(outcomes)})
    union all select 'commitment:' || co.commitment_id, 'outcome:' || co.outcome_id, 'raised-by' from commitment_outcome co
      where co.commitment_id = any (${keptIds(commitments)}) and co.outcome_id = any (${keptIds(outcomes)})
    union all select 'activity:' || ac.activity_id, 'commitment:' || ac.commitment_id, 'serves' from activity_commitment ac
      where ac.activity_id = any (${keptIds(activities)}) and ac.commitment_id = any (${keptIds(commitments)})
    union all select 'commitment:' || c.superseded_by_id, 'commitment:' || c.id, 'supersedes' from commitment c
      where c.superseded_by_id = any (${keptIds(commitments)}) and c.id = any (${keptIds(commitments)})
    order by 1, 2`.execute(tx);
  return rows;
}
