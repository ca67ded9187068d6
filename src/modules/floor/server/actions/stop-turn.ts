import { defineAction } from '../../../../kernel/action.ts';
import { turnStep } from '../../forms.ts';
import { stepOnce } from '../turns.ts';

export const stopTurn = defineAction({
  name: 'floor.turn.stop',
  does: 'Ends an intervention.',
  input: turnStep,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  run: (context) => stepOnce(context, 'floor.turn.stop', 'stop'),
});
