import type { Runtime } from '../../../src/kernel/server/runtime.ts';
import { meetingStages } from '../../../src/modules/meetings/index.ts';
import { someone } from '../../support/actors.ts';
import { meetingScenarios } from '../meetings-scenarios.ts';
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

/** What may be done with a meeting of the own body, to which the own party is invited, in each of its stages. Preparing one makes it. */
export const meetingsStages: Stages = {
  states: meetingStages,
  async askers(world) {
    return {
      'focal-point': world.actors['focal-point'],
      'other-focal': await someone(world.db, 'focal-point', { party: world.foreign.party.id }),
      chair: world.actors.chair,
      'other-chair': await someone(world.db, 'chair', { body: world.foreign.body.id }),
      secretariat: world.actors.secretariat,
    };
  },
  actions: Object.fromEntries(
    Object.entries(meetingScenarios)
      .filter(([name]) => name !== 'meetings.call.prepare')
      .map(([name, make]) => [
        name,
        async (world: World, stage: string) => {
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
  ),
};
