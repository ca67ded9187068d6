import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { callStep } from '../../forms.ts';
import { checkStep, lockCall, moveCall, pathOf } from '../calls.ts';
import { dayIn } from '../../../../kernel/wall-clock.ts';

export const openMeeting = defineAction({
  name: 'meetings.meeting.open',
  does: 'Opens a meeting, not before its first day. Sessions can be opened from then on, and the floor given.',
  input: callStep,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, at, log }) {
    const call = await lockCall(tx, input.meeting, input.revision);
    if (call.stage === 'closed')
      throw new Refusal('meetings.call.state', 'This meeting is closed; it can be opened again.');
    checkStep(call, 'open');
    if (call.start_day === null || dayIn(at, call.zone) < call.start_day)
      throw new Refusal('meetings.call.early', 'A meeting is opened on its first day, on the clock of its place.');
    const revision = await moveCall(tx, call, { stage: 'open', opened_at: at });
    log(`Opened “${call.title}”.`, pathOf(call));
    return { meeting: call.id, slug: call.slug, revision };
  },
});
