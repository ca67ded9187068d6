import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { linkRemove } from '../../forms.ts';
import { ledCall, pathOf } from '../calls.ts';

export const removeLink = defineAction({
  name: 'meetings.link.remove',
  does: 'Removes a link to join a meeting online.',
  input: linkRemove,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, at, log }) {
    const link = await tx
      .selectFrom('meeting_link')
      .select('meeting_id')
      .where('id', '=', input.link)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    if (!link) throw new Refusal('meetings.link.not-found', 'There is no such link any more.');
    const call = await ledCall(tx, link.meeting_id);
    await tx.updateTable('meeting_link').set({ removed_at: at }).where('id', '=', input.link).execute();
    log(`Removed a link to join “${call.title}” online.`, pathOf(call));
    return { slug: call.slug };
  },
});
