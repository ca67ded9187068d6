import { defineAction } from '../../../../kernel/action.ts';
import { turnStep } from '../../forms.ts';
import { stepOnce } from '../turns.ts';

export const pauseTurn = defineAction({
  name: 'floor.turn.pause',
  does: 'Interrupts whoever has the floor; the clock stands.',
  input: turnStep,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  run: (context) => stepOnce(context, 'floor.turn.pause', 'pause'),
});
