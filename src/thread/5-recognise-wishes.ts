/**
 * The thread, step 5: the same wish is recognised.
 *
 * Whatever door an outcome was confirmed, corrected or withdrawn through, a trigger notes that it has to be compared again. Redthread itself takes those notes up:
 * it compares, proposes ties to earlier outcomes and commitments for checked reports, and looks at the references of new texts. A person decides about the ties
 * (`followup.tie.accept`, `reject`, `undo`); accepted into a commitment, an outcome joins it.
 */
import { system } from '../kernel/actor.ts';
import { reportFault } from '../kernel/server/background.ts';
import { asActor, type Database } from '../kernel/server/db/database.ts';
import { runAction } from '../kernel/server/run-action.ts';
import { keepTies, seekReferences, waiting } from '../modules/followup/server/index.ts';

/** Takes up everything that waits. Safe to call at any time and from several machines: one works, the others find nothing left. */
export async function recogniseWishes(database: Database): Promise<{ compared: number; proposed: number }> {
  const sum = { compared: 0, proposed: 0 };
  if (!(await asActor(database, system, waiting))) return sum;
  for (;;) {
    const answer = await runAction(database, seekReferences, system, {}, { door: 'job' });
    if (!answer.ok) throw answer.refusal;
    if (answer.value.reports === 0) break;
  }
  for (;;) {
    const answer = await runAction(database, keepTies, system, {}, { door: 'job' });
    if (!answer.ok) throw answer.refusal;
    if (answer.value.compared === 0) return sum;
    sum.compared += answer.value.compared;
    sum.proposed += answer.value.proposed;
  }
}

/** Recognises by itself every few seconds while the application runs. @returns how to stop; resolves when the step in hand is done. */
export function keepRecognising(database: Database, everyMs = 3000): { stop(): Promise<void> } {
  let running = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = recogniseWishes(database)
      .then(
        () => undefined,
        (error: unknown) => reportFault('recognising wishes', error),
      )
      .finally(() => (busy = false));
  }, everyMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
