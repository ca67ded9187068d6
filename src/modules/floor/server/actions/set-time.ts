import { defineAction } from '../../../../kernel/action.ts';
import { timeSet } from '../../forms.ts';
import { mustLead, onceOnFloor } from '../floor.ts';
import { seenSession } from '../sessions.ts';

export const setTime = defineAction({
  name: 'floor.time.set',
  does: 'Sets the time of one intervention and of one delegation in a session.',
  input: timeSet,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  run(context) {
    const { tx, input, log } = context;
    return onceOnFloor(context, 'floor.time.set', input, async (floor) => {
      mustLead(floor);
      seenSession(floor, input.revision);
      await tx
        .updateTable('meeting_session')
        .set({ seconds_each: input.seconds_each, seconds_party: input.seconds_party, revision: floor.revision + 1 })
        .where('id', '=', floor.session)
        .execute();
      log(`Set the time of interventions, ${floor.title}.`, floor.path);
      return { session: floor.session, revision: floor.revision + 1 };
    });
  },
});
