import { defineAction } from '../../../../kernel/action.ts';
import { strandSet } from '../../forms.ts';
import { setEntry } from '../set-entry.ts';
import { writerOf } from '../write.ts';

export const setStrand = defineAction({
  name: 'goals.strand.set',
  does: 'Adds or changes a strand: the way in which work on a goal is done. What it was stays in its history.',
  input: strandSet,
  permission: ['secretariat', 'system'],
  async run(context) {
    const { key, revision, reason, ...values } = context.input;
    const { id, added } = await setEntry(writerOf(context), 'strand', { key, revision, values, reason });
    context.log(`${added ? 'Added' : 'Changed'} the strand “${values.title.en}”: ${reason}`, '/goals#strands');
    return { id };
  },
});
