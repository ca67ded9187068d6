import { defineAction } from '../../../../kernel/action.ts';
import { turnGive } from '../../forms.ts';
import { sawSpeaker, stepOnce } from '../turns.ts';

export const resumeTurn = defineAction({
  name: 'floor.turn.resume',
  does: 'Gives the floor back to who was interrupted; whoever has it then is ended.',
  input: turnGive,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  run: (context) =>
    stepOnce(context, 'floor.turn.resume', 'resume', {
      check: (_, turns) => sawSpeaker(turns, context.input.current),
    }),
});
