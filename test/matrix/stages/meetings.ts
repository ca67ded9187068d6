import { meetingStages } from '../../../src/modules/meetings/index.ts';
import { someone } from '../../support/actors.ts';
import { meetingScenarios } from '../meetings-scenarios.ts';
import { inEveryStage } from './of-meeting.ts';
import type { Stages } from './stages.ts';

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
  actions: inEveryStage(meetingScenarios, { without: 'meetings.call.prepare' }),
};
