import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { callStep } from '../../forms.ts';
import { lockCall, moveCall, pathOf } from '../calls.ts';
import { checkInvited } from '../invitations.ts';

export const saveDate = defineAction({
  name: 'meetings.date.send',
  does: 'Sends the date of a meeting out, before its invitations: from then on participants know of it, and the parties on its list are told.',
  input: callStep,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, at, log }) {
    const call = await lockCall(tx, input.meeting, input.revision);
    if (call.stage !== 'draft')
      throw new Refusal('meetings.call.state', `This meeting is in stage ${call.stage}; its date is known already.`);
    if (call.saved_date_at !== null) throw new Refusal('meetings.call.state', 'The date went out already.');
    await checkInvited(tx, call);
    const revision = await moveCall(tx, call, { saved_date_at: at });
    log(`Sent the date of “${call.title}” out.`, pathOf(call));
    return { meeting: call.id, slug: call.slug, revision };
  },
});
