import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { noteWrite } from '../../forms.ts';
import { leadsSession } from '../notes.ts';

export const writeNote = defineAction({
  name: 'floor.note.write',
  does: 'Keeps a note as it is written, tied to an intervention. Nobody but its author sees it before it is sent. A save that arrives late or twice changes nothing.',
  input: noteWrite,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  async run({ tx, actor, input, at }) {
    await leadsSession(tx, input.session);
    if (input.turn !== null) {
      const turn = await tx
        .selectFrom('intervention')
        .select('id')
        .where('id', '=', input.turn)
        .where('session_id', '=', input.session)
        .executeTakeFirst();
      if (!turn) throw new Refusal('floor.turn.not-found', 'There is no such turn on the list.', { field: 'turn' });
    }
    const { note, session, turn, device, edit, text } = input;
    const begun = input.at && input.at < at ? input.at : at;
    const made = await tx
      .insertInto('floor_note')
      .values({
        id: note,
        session_id: session,
        intervention_id: turn,
        text,
        device,
        edit,
        at: begun,
        by: actor.personId!,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('revision')
      .executeTakeFirst();
    if (made) return { note, revision: made.revision, edit };
    const known = await tx
      .selectFrom('floor_note')
      .select(['revision', 'device', 'edit', 'sent_at', 'removed_at', 'session_id', 'by'])
      .where('id', '=', note)
      .forUpdate()
      .executeTakeFirst();
    if (!known || known.by !== actor.personId || known.session_id !== session)
      throw new Refusal('floor.note.not-found', 'There is no such note, or it is somebody else’s.');
    // An older state of the same note that was held up on its way.
    if (known.device === device && known.edit >= edit) return { note, revision: known.revision, edit: known.edit };
    if (known.sent_at !== null || known.removed_at !== null)
      throw new Refusal('floor.note.state', 'This note was sent or struck out already; write another one.');
    const revision = known.revision + 1;
    await tx
      .updateTable('floor_note')
      .set({ intervention_id: turn, text, device, edit, revision })
      .where('id', '=', note)
      .execute();
    return { note, revision, edit };
  },
});
