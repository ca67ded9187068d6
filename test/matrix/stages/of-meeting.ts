import type { Runtime } from '../../../src/kernel/server/runtime.ts';
import type { Scenario } from '../scenarios.ts';
import type { World } from '../world.ts';
import type { Stages } from './stages.ts';

/** Puts the meeting that was made last into a stage, whatever led there: how it gets there is tested where it is done. */
async function putInto({ db }: World, stage: string): Promise<void> {
  await db.admin.query(`set session_replication_role = replica`);
  await db.admin.query(
    `update meeting_call set stage = $1, called_at = case when $1 = 'draft' then null else coalesce(called_at, at) end,
      cancelled_reason = case when $1 = 'cancelled' then 'The hall is under water.' end
     where meeting_id = (select meeting_id from meeting_call order by meeting_id desc limit 1)`,
    [stage],
  );
  await db.admin.query(`set session_replication_role = origin`);
}

/** The scenarios of a module, each with the meeting it made put into the wanted stage before it runs. */
export const inEveryStage = (
  scenarios: Readonly<Record<string, Scenario>>,
  { without }: { without: string },
): Stages['actions'] =>
  Object.fromEntries(
    Object.entries(scenarios)
      .filter(([name]) => name !== without)
      .map(([name, make]) => [
        name,
        async (world, stage) => {
          const input = await make({
            world,
            runtime: {} as Runtime,
            scope: world.own,
            actor: world.actors.secretariat,
          });
          await putInto(world, stage);
          return input;
        },
      ]),
  );
