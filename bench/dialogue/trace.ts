import { trace } from '../../src/thread/trace.ts';
import type { Ratio } from '../bench.ts';
import type { Sides } from '../engines.ts';
import { lastDay, partyKey } from '../many-threads.ts';

/** Traces of twenty outcomes and of twenty commitments, as a member asks them. */
export async function tracePart({ admin, somebody, compare }: Sides): Promise<Ratio[]> {
  const member = await somebody('member', partyKey(1));
  const { rows } = await admin.query<{ outcome: string; commitment: string }>(
    `select t.outcome_id as outcome, t.commitment_id as commitment from commitment_outcome t join outcome o on o.id = t.outcome_id
     join report r on r.id = o.report_id where r.stage <> 'received' order by t.commitment_id, t.outcome_id limit 20`,
  );
  const ratios: Ratio[] = [];
  for (const from of ['outcome', 'commitment'] as const)
    ratios.push(
      await compare(
        `trace, twenty, each from its ${from}`,
        member,
        async (tx) => {
          for (const row of rows)
            if ((await trace(tx, row[from], lastDay)) === null) throw new Error('nothing to trace');
        },
        25,
      ),
    );
  return ratios;
}
