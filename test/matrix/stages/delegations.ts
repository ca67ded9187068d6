import { meetingStages } from '../../../src/modules/meetings/index.ts';
import { someone } from '../../support/actors.ts';
import { delegationsScenarios } from '../delegations-scenarios.ts';
import { inEveryStage } from './of-meeting.ts';
import type { Stages } from './stages.ts';

/** What may be done with the delegation of the own party in each stage of the meeting. Needs are deleted by the clock, whatever the stage. */
export const delegationsStages: Stages = {
  states: meetingStages,
  async askers(world) {
    return {
      member: world.actors.member,
      'focal-point': world.actors['focal-point'],
      'other-focal': await someone(world.db, 'focal-point', { party: world.foreign.party.id }),
      chair: world.actors.chair,
      secretariat: world.actors.secretariat,
    };
  },
  actions: inEveryStage(delegationsScenarios, { without: 'delegations.need.expire' }),
};
