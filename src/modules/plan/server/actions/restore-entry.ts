import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { entryRestore } from '../../forms.ts';
import { seenCycle } from '../cycles.ts';
import { lockEntry } from '../entries.ts';

export const restoreEntry = defineAction({
  name: 'plan.entry.restore',
  does: 'Puts an entry back that was taken out of an input or of the plan.',
  input: entryRestore,
  permission: ['member', 'focal-point', 'secretariat'],
  async run({ tx, input, log }) {
    const entry = await lockEntry(tx, input.entry, input.revision);
    if (!entry.removed) throw new Refusal('plan.entry.state', 'This entry is in its place.');
    const cycle = await seenCycle(tx, entry.cycle_id);
    await tx
      .updateTable('plan_entry')
      .set({ removed_at: null, removed_by: null, removed_reason: null, revision: entry.revision + 1 })
      .where('id', '=', entry.id)
      .execute();
    log(
      entry.input_id ? 'Put an entry of an input back.' : `Put the entry “${entry.title.en}” back into the plan.`,
      `/plan/${cycle.slug}`,
    );
    return { entry: entry.id, slug: cycle.slug, revision: entry.revision + 1 };
  },
});
