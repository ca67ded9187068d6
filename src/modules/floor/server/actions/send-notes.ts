import { defineAction } from '../../../../kernel/action.ts';
import { notesSend } from '../../forms.ts';
import { leadsSession } from '../notes.ts';

export const sendNotes = defineAction({
  name: 'floor.notes.send',
  does: 'Hands the own notes of a session to the drafting of the report: whoever leads the session reads them from then on.',
  input: notesSend,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  async run({ tx, actor, input, at, log }) {
    const { path, title } = await leadsSession(tx, input.session);
    const sent = await tx
      .updateTable('floor_note')
      .set((e) => ({ sent_at: at, revision: e('revision', '+', 1) }))
      .where('session_id', '=', input.session)
      .where('by', '=', actor.personId!)
      .where('sent_at', 'is', null)
      .where('removed_at', 'is', null)
      .returning('id')
      .execute();
    if (sent.length > 0) log(`Sent ${sent.length} notes on ${title} to the drafting.`, `${path}/notes`);
    return { sent: sent.length };
  },
});
