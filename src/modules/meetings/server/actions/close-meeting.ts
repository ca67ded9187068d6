import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { callStep } from '../../forms.ts';
import { checkStep, lockCall, moveCall, pathOf } from '../calls.ts';

export const closeMeeting = defineAction({
  name: 'meetings.meeting.close',
  does: 'Closes a meeting whose sessions are all closed or were never opened.',
  input: callStep,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, at, log }) {
    const call = await lockCall(tx, input.meeting, input.revision);
    checkStep(call, 'closed');
    const open = await tx
      .selectFrom('meeting_session')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('meeting_id', '=', call.id)
      .where('removed_at', 'is', null)
      .where('state', 'in', ['open', 'suspended'])
      .executeTakeFirstOrThrow();
    if (open.count > 0) throw new Refusal('meetings.call.sessions', 'A session is still open. Close it first.');
    const revision = await moveCall(tx, call, { stage: 'closed', closed_at: at });
    log(`Closed “${call.title}”.`, pathOf(call));
    return { meeting: call.id, slug: call.slug, revision };
  },
});
