import { defineAction } from '../../../../kernel/action.ts';
import { callCancel } from '../../forms.ts';
import { checkStep, lockCall, moveCall, pathOf } from '../calls.ts';

export const cancelCall = defineAction({
  name: 'meetings.call.cancel',
  does: 'Cancels a meeting that was not opened, with the reason. Everybody who was told of it is told, and calendars take it out.',
  input: callCancel,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, log }) {
    const call = await lockCall(tx, input.meeting, input.revision);
    checkStep(call, 'cancelled');
    const revision = await moveCall(tx, call, { stage: 'cancelled', cancelled_reason: input.reason });
    log(`Cancelled “${call.title}”: ${input.reason}`, pathOf(call));
    return { meeting: call.id, slug: call.slug, revision };
  },
});
