import { defineAction } from '../../../../kernel/action.ts';
import { pointStep } from '../../forms.ts';
import { changePoint } from '../points.ts';

export const removePoint = defineAction({
  name: 'floor.point.remove',
  does: 'Strikes a point out.',
  input: pointStep,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  run: (context) =>
    changePoint(context, 'floor.point.remove', (floor) => ({
      set: { removed_at: floor.at },
      said: 'Struck a point out',
    })),
});
