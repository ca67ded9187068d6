import { defineAction } from '../../../../kernel/action.ts';
import { turnStep } from '../../forms.ts';
import { stepOnce } from '../turns.ts';

export const markAbsent = defineAction({
  name: 'floor.turn.absent',
  does: 'Notes that a speaker was called and was not there.',
  input: turnStep,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  run: (context) => stepOnce(context, 'floor.turn.absent', 'absent'),
});
