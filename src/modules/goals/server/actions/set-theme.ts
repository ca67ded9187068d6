import { defineAction } from '../../../../kernel/action.ts';
import { themeSet } from '../../forms.ts';
import { setEntry } from '../set-entry.ts';
import { writerOf } from '../write.ts';

export const setTheme = defineAction({
  name: 'goals.theme.set',
  does: 'Adds or changes a theme, a subject that runs across goals. What it was stays in its history.',
  input: themeSet,
  permission: ['secretariat', 'system'],
  async run(context) {
    const { key, revision, reason, ...values } = context.input;
    const { id, added } = await setEntry(writerOf(context), 'theme', { key, revision, values, reason });
    context.log(`${added ? 'Added' : 'Changed'} the theme “${values.title.en}”: ${reason}`, '/goals#themes');
    return { id };
  },
});
