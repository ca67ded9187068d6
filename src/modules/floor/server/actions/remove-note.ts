import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { noteStep } from '../../forms.ts';

export const removeNote = defineAction({
  name: 'floor.note.remove',
  does: 'Strikes one of the own notes out, or one that was sent.',
  input: noteStep,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  async run({ tx, input, at }) {
    const note = await tx
      .selectFrom('floor_note')
      .select(['revision', 'removed_at'])
      .where('id', '=', input.note)
      .forUpdate()
      .executeTakeFirst();
    if (!note) throw new Refusal('floor.note.not-found', 'There is no such note, or it is somebody else’s.');
    if (note.removed_at !== null) return { note: input.note, revision: note.revision };
    if (note.revision !== input.revision)
      throw new Refusal('floor.note.changed', 'This note was changed after you saw it. Nothing was struck out.');
    const revision = note.revision + 1;
    await tx.updateTable('floor_note').set({ removed_at: at, revision }).where('id', '=', input.note).execute();
    return { note: input.note, revision };
  },
});
