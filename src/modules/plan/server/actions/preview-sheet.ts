import { defineAction } from '../../../../kernel/action.ts';
import { sheetPreview } from '../../forms.ts';
import { previewSheet } from '../sheets.ts';

export const previewPlanSheet = defineAction({
  name: 'plan.sheet.preview',
  does: 'Shows what a workbook would change in the plan, or in the input of one’s party, row by row. Changes nothing.',
  input: sheetPreview,
  permission: ['member', 'focal-point', 'secretariat', 'system'],
  logs: false,
  async run({ tx, input }) {
    const { target: _, ...preview } = await previewSheet(tx, input);
    return preview;
  },
});
