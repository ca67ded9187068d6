import { defineAction } from '../../../../kernel/action.ts';
import { turnStep } from '../../forms.ts';
import { stepOnce } from '../turns.ts';

export const withdrawTurn = defineAction({
  name: 'floor.turn.withdraw',
  does: 'Takes a turn off the list.',
  input: turnStep,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  run: (context) => stepOnce(context, 'floor.turn.withdraw', 'withdraw'),
});
