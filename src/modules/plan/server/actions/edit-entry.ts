import { defineAction } from '../../../../kernel/action.ts';
import { entryEdit } from '../../forms.ts';
import { seenCycle } from '../cycles.ts';
import { contentOf, lockEntry, updateEntry } from '../entries.ts';

export const editEntry = defineAction({
  name: 'plan.entry.edit',
  does: 'Changes an entry: of the input of one’s party while it is a draft, or of the plan while the Secretariat works on it.',
  input: entryEdit,
  permission: ['member', 'focal-point', 'secretariat'],
  async run({ tx, input, at, log }) {
    const entry = await lockEntry(tx, input.entry, input.revision);
    const cycle = await seenCycle(tx, entry.cycle_id);
    const content = await contentOf(tx, cycle.generation_id, input, entry);
    const revision = await updateEntry(tx, entry, content);
    log(
      entry.input_id ? 'Changed an entry of an input.' : `Changed the entry “${content.title.en}” of the plan.`,
      `/plan/${cycle.slug}`,
    );
    return {
      entry: entry.id,
      slug: cycle.slug,
      revision,
      afterDeadline: entry.input_id !== null && at > cycle.inputs_due,
    };
  },
});
