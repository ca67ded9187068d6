import { defineAction } from '../../../../kernel/action.ts';
import { turnGive } from '../../forms.ts';
import { sawSpeaker, stepOnce } from '../turns.ts';

export const giveFloor = defineAction({
  name: 'floor.turn.give',
  does: 'Gives the floor. Whoever has it is ended by that, or interrupted where a point of order is given it.',
  input: turnGive,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  run: (context) =>
    stepOnce(context, 'floor.turn.give', 'give', {
      check: (_, turns) => sawSpeaker(turns, context.input.current),
    }),
});
