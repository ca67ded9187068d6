import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { callStep } from '../../forms.ts';
import { checkStep, lockCall, moveCall, pathOf } from '../calls.ts';

export const reopenMeeting = defineAction({
  name: 'meetings.meeting.reopen',
  does: 'Opens a closed meeting again.',
  input: callStep,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, log }) {
    const call = await lockCall(tx, input.meeting, input.revision);
    if (call.stage !== 'closed')
      throw new Refusal(
        'meetings.call.state',
        `This meeting is in stage ${call.stage}; only a closed one is opened again.`,
      );
    checkStep(call, 'open');
    const revision = await moveCall(tx, call, { stage: 'open' });
    log(`Opened again “${call.title}”.`, pathOf(call));
    return { meeting: call.id, slug: call.slug, revision };
  },
});
