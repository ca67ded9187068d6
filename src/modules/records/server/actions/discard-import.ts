import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { importStep } from '../../forms.ts';

export const discardImport = defineAction({
  name: 'records.import.discard',
  does: 'Discards a received file. The file and the decision are kept; it may come in again.',
  input: importStep,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const row = await tx
      .selectFrom('import')
      .innerJoin('stored_file', 'stored_file.id', 'import.file_id')
      .select(['import.state', 'stored_file.name'])
      .where('import.id', '=', input.import)
      .forUpdate('import')
      .executeTakeFirst();
    if (!row) throw new Refusal('records.import.not-found', 'There is no such import, or it is not yours to decide.');
    if (row.state === 'adopted' || row.state === 'discarded')
      throw new Refusal('records.import.state', `This import has been ${row.state} already.`);
    await tx
      .updateTable('import')
      .set({ state: 'discarded', closed_at: at, closed_by: actor.personId })
      .where('id', '=', input.import)
      .execute();
    log(`Discarded ${row.name}.`, `/import/${input.import}`);
    return { import: input.import };
  },
});
