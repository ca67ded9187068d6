import { defineAction } from '../../../../kernel/action.ts';
import { sessionStep } from '../../forms.ts';
import { moveSession } from '../sessions.ts';

export const suspendFloor = defineAction({
  name: 'floor.session.suspend',
  does: 'Suspends a session; whoever has the floor is interrupted.',
  input: sessionStep,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  run: (context) => moveSession(context, 'floor.session.suspend', 'suspend'),
});
