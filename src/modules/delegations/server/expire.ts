import { system } from '../../../kernel/actor.ts';
import { reportFault } from '../../../kernel/server/background.ts';
import type { Database } from '../../../kernel/server/db/database.ts';
import { runAction } from '../../../kernel/server/run-action.ts';
import { expireNeeds } from './actions/expire-needs.ts';

const hour = 3_600_000;

/** Deletes needs of delegates whose day has come: at once and every hour. What a stopped server missed goes at its next start. */
export function keepForgetting(database: Database): { stop(): Promise<void> } {
  let running = Promise.resolve();
  const forget = () => {
    running = running
      .then(() => runAction(database, expireNeeds, system, {}, { door: 'job' }))
      .then(
        () => undefined,
        (error: unknown) => reportFault('forgetting needs', error),
      );
  };
  forget();
  const timer = setInterval(forget, hour);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
