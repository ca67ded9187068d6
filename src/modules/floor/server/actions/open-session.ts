import { defineAction } from '../../../../kernel/action.ts';
import { sessionStep } from '../../forms.ts';
import { moveSession } from '../sessions.ts';

export const openFloor = defineAction({
  name: 'floor.session.open',
  does: 'Opens a session, or opens it again.',
  input: sessionStep,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  run: (context) => moveSession(context, 'floor.session.open', 'open'),
});
