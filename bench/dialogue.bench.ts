import type { Bench, Ratio } from './bench.ts';
import { commitmentsPart } from './dialogue/commitments.ts';
import { loomPart } from './dialogue/loom.ts';
import { fillTieIndex, tiesPart } from './dialogue/ties.ts';
import { todayPart } from './dialogue/today.ts';
import { tracePart } from './dialogue/trace.ts';
import { onEngines, type Sides } from './engines.ts';
import { manyThreads } from './many-threads.ts';

/** Every part in turn on one filled database. */
export async function measureDialogue(sides: Sides): Promise<Ratio[]> {
  const ratios: Ratio[] = [];
  for (const part of [commitmentsPart, todayPart, loomPart, tracePart, tiesPart]) ratios.push(...(await part(sides)));
  return ratios;
}

export const bench: Bench = {
  about:
    'commitment list, Today, loom and trace over 100,000 outcomes, 20,000 commitments, 60 parties, 30 years, against the same queries without row-level security; suggestions for a report of 50 outcomes',
  run: (say) =>
    onEngines(
      async (admin) => {
        await manyThreads(admin);
        await fillTieIndex(admin);
      },
      measureDialogue,
      say,
    ),
};
