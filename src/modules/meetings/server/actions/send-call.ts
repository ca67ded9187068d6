import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { callStep } from '../../forms.ts';
import { checkStep, lockCall, moveCall, pathOf } from '../calls.ts';
import { checkInvited } from '../invitations.ts';

export const sendCall = defineAction({
  name: 'meetings.call.send',
  does: 'Sends the invitations of a meeting out. From then on participants see it, and the parties invited answer.',
  input: callStep,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, at, log }) {
    const call = await lockCall(tx, input.meeting, input.revision);
    if (call.stage !== 'draft') checkStep(call, 'called');
    if (call.stage === 'open') throw new Refusal('meetings.call.state', 'The invitations are out already.');
    if (call.place === null && call.mode !== 'online')
      throw new Refusal('meetings.call.place', 'Say where it is before the invitations go out, or that it is online.');
    if (call.answers_due === null || call.answers_due <= at)
      throw new Refusal(
        'meetings.call.deadline',
        'The day until which answers are asked for is missing or has passed. Set another one first.',
      );
    const invited = await checkInvited(tx, call);
    const revision = await moveCall(tx, call, { stage: 'called', called_at: at });
    log(`Sent the invitations to “${call.title}” out; ${invited} parties.`, pathOf(call));
    return { meeting: call.id, slug: call.slug, revision, invited };
  },
});
