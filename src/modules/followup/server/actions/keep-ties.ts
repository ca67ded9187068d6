import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../../kernel/action.ts';
import { compareAgain } from '../ties/compare.ts';
import { factsOf } from '../ties/facts.ts';
import { proposeTies } from '../ties/propose.ts';

/** Outcomes of one step, so that a step stays short however many wait. */
const step = 200;

export const keepTies = defineAction({
  name: 'followup.tie.keep',
  does: 'Compares outcomes that changed with all others and proposes ties for those of checked reports. Redthread does it by itself.',
  input: z.object({}),
  permission: ['system'],
  logs: false,
  async run({ tx, at }) {
    // One at a time, on however many machines: counts are kept by whoever holds this.
    await sql`select pg_advisory_xact_lock(hashtext('followup.tie.keep'))`.execute(tx);
    // What a change still going on holds is left for the next time: it could not be seen as it will be.
    const { rows: waiting } = await sql<{ outcome_id: string; again: boolean }>`
      delete from outcome_to_compare where outcome_id in (
        select outcome_id from outcome_to_compare order by since, outcome_id limit ${step} for update skip locked)
      returning outcome_id, again`.execute(tx);
    if (waiting.length === 0) return { compared: 0, proposed: 0 };
    const ids = waiting.map(({ outcome_id }) => outcome_id);
    const facts = await factsOf(tx, ids);
    const changed = waiting.filter(({ again }) => !again).map(({ outcome_id }) => outcome_id);
    if (changed.length > 0) await compareAgain(tx, changed, facts, at);
    const { proposed } = await proposeTies(tx, facts, changed, at);
    return { compared: waiting.length, proposed };
  },
});
