import { defineAction } from '../../../../kernel/action.ts';
import { tableImport } from '../../../../kernel/form-fields.ts';
import { previewImport } from '../import.ts';

export const previewRegisterImport = defineAction({
  name: 'register.import.preview',
  does: 'Shows what a CSV or JSON file would change in the register, row by row. Changes nothing.',
  input: tableImport,
  permission: ['secretariat', 'system'],
  logs: false,
  async run({ tx, input }) {
    return previewImport(tx, input.content, input.format);
  },
});
