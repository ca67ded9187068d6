import { defineAction } from '../../../../kernel/action.ts';
import { pointEdit } from '../../forms.ts';
import { changePoint } from '../points.ts';

export const editPoint = defineAction({
  name: 'floor.point.edit',
  does: 'Changes a point. One that was reported is to be reported again.',
  input: pointEdit,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  run: (context) =>
    changePoint(context, 'floor.point.edit', () => ({
      set: {
        kind: context.input.kind,
        text: context.input.text,
        party_id: context.input.party,
        reported_at: null,
      },
      said: 'Changed a point',
    })),
});
