import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { tableImportApply } from '../../../../kernel/form-fields.ts';
import { applyLine, previewImport } from '../import.ts';
import { writerOf } from '../write.ts';

export const applyGoalsImport = defineAction({
  name: 'goals.import.apply',
  does: 'Enters the new and changed rows of a file, exactly as its preview showed them. Rows with errors are left out.',
  input: tableImportApply,
  permission: ['secretariat', 'system'],
  async run(context) {
    const { tx, input, log } = context;
    const preview = await previewImport(tx, input.content, input.format);
    if (preview.digest !== input.preview)
      throw new Refusal(
        'goals.import.changed',
        'Goals changed since the preview. Nothing was entered; look at the preview again.',
      );
    const { counts } = preview;
    if (counts.new + counts.changed === 0)
      throw new Refusal('goals.import.state', 'There is nothing to enter: no row is new or changed.');
    const writer = writerOf(context);
    for (const line of preview.lines) await applyLine(writer, line);
    log(
      `Imported ${counts.new} new and ${counts.changed} changed entries into the goals; ${counts.error} rows left out.`,
      '/goals',
    );
    return { counts };
  },
});
