import { defineAction } from '../../../../kernel/action.ts';
import { turnStep } from '../../forms.ts';
import { stepOnce } from '../turns.ts';

export const putBack = defineAction({
  name: 'floor.turn.back',
  does: 'Puts a turn back on the list that was waived, withdrawn, absent or in writing; one that was ended is interrupted again.',
  input: turnStep,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  run: (context) => stepOnce(context, 'floor.turn.back', 'back'),
});
