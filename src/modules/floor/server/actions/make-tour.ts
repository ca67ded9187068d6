import { defineAction } from '../../../../kernel/action.ts';
import { tourMake } from '../../forms.ts';
import { listAllowed } from '../../session.ts';
import { mustBe, mustLead, onceOnFloor } from '../floor.ts';
import { keepTour } from '../tours.ts';

export const makeTour = defineAction({
  name: 'floor.tour.make',
  does: 'Makes the tour de table from the delegations in the ordering of the meeting, or makes it again: what was spoken stays.',
  input: tourMake,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  run(context) {
    const { input, log } = context;
    return onceOnFloor(context, 'floor.tour.make', input, async (floor) => {
      mustLead(floor);
      mustBe(floor, listAllowed);
      const made = await keepTour(context, floor, input);
      log(`Made the tour de table, ${floor.title}.`, floor.path);
      return made;
    });
  },
});
