import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { sheetApply } from '../../forms.ts';
import { applySheet, previewSheet } from '../sheets.ts';

export const applyPlanSheet = defineAction({
  name: 'plan.sheet.apply',
  does: 'Takes the new and changed rows of a workbook, exactly as its preview showed them. Rows with faults, rows changed here meanwhile and missing rows are left as they are.',
  input: sheetApply,
  permission: ['member', 'focal-point', 'secretariat', 'system'],
  async run({ tx, actor, input, at, log }) {
    const preview = await previewSheet(tx, input);
    if (preview.digest !== input.preview)
      throw new Refusal(
        'plan.sheet.changed',
        'The plan changed since the preview. Nothing was taken; look at the preview again.',
      );
    const { counts, target } = preview;
    if (counts.new + counts.changed === 0)
      throw new Refusal('plan.sheet.state', 'There is nothing to take: no row is new or changed.');
    await applySheet(tx, preview, at, actor.personId!);
    log(
      target.party === null
        ? `Took ${counts.new} new and ${counts.changed} changed rows of a workbook into the plan.`
        : `Took rows of a workbook into the input of ${target.party}.`,
      `/plan/${target.cycle.slug}`,
    );
    return { slug: target.cycle.slug, counts };
  },
});
