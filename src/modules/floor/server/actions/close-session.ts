import { defineAction } from '../../../../kernel/action.ts';
import { sessionStep } from '../../forms.ts';
import { moveSession } from '../sessions.ts';

export const closeFloor = defineAction({
  name: 'floor.session.close',
  does: 'Closes a session; whoever has the floor is ended.',
  input: sessionStep,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  run: (context) => moveSession(context, 'floor.session.close', 'close'),
});
