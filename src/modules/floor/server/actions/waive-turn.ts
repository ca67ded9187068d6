import { defineAction } from '../../../../kernel/action.ts';
import { turnStep } from '../../forms.ts';
import { stepOnce } from '../turns.ts';

export const waiveTurn = defineAction({
  name: 'floor.turn.waive',
  does: 'Waives a turn: it was there and does not wish to speak.',
  input: turnStep,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  run: (context) => stepOnce(context, 'floor.turn.waive', 'waive'),
});
