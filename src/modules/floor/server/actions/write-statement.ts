import { defineAction } from '../../../../kernel/action.ts';
import { turnWrite } from '../../forms.ts';
import { stepOnce } from '../turns.ts';

export const writeStatement = defineAction({
  name: 'floor.turn.write',
  does: 'Hands a statement in in writing, in place of the turn.',
  input: turnWrite,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  run: (context) => stepOnce(context, 'floor.turn.write', 'write', { more: { text: context.input.text } }),
});
