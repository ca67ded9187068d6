import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { callStep } from '../../forms.ts';
import { checkStep, lockCall, moveCall, pathOf } from '../calls.ts';

export const takeBackOpening = defineAction({
  name: 'meetings.opening.undo',
  does: 'Takes the opening of a meeting back, as long as none of its sessions was opened.',
  input: callStep,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, log }) {
    const call = await lockCall(tx, input.meeting, input.revision);
    if (call.stage !== 'open')
      throw new Refusal('meetings.call.state', `This meeting is in stage ${call.stage}; it is not open.`);
    checkStep(call, 'called');
    const begun = await tx
      .selectFrom('meeting_session')
      .select('id')
      .where('meeting_id', '=', call.id)
      .where('state', '<>', 'planned')
      .executeTakeFirst();
    if (begun) throw new Refusal('meetings.call.sessions', 'A session of it was opened: it stands opened.');
    const revision = await moveCall(tx, call, { stage: 'called', opened_at: null });
    log(`Took back the opening of “${call.title}”.`, pathOf(call));
    return { meeting: call.id, slug: call.slug, revision };
  },
});
