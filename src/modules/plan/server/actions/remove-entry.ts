import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { entryRemove } from '../../forms.ts';
import { seenCycle } from '../cycles.ts';
import { lockEntry } from '../entries.ts';

export const removeEntry = defineAction({
  name: 'plan.entry.remove',
  does: 'Takes an entry out of an input or of the plan, with the reason. Earlier versions keep it, and it can be put back.',
  input: entryRemove,
  permission: ['member', 'focal-point', 'secretariat'],
  async run({ tx, actor, input, at, log }) {
    const entry = await lockEntry(tx, input.entry, input.revision);
    if (entry.removed) throw new Refusal('plan.entry.state', 'This entry was taken out already.');
    const cycle = await seenCycle(tx, entry.cycle_id);
    await tx
      .updateTable('plan_entry')
      .set({ removed_at: at, removed_by: actor.personId!, removed_reason: input.reason, revision: entry.revision + 1 })
      .where('id', '=', entry.id)
      .execute();
    log(
      entry.input_id
        ? 'Took an entry out of an input.'
        : `Took the entry “${entry.title.en}” out of the plan: ${input.reason}`,
      `/plan/${cycle.slug}`,
    );
    return { entry: entry.id, slug: cycle.slug, revision: entry.revision + 1 };
  },
});
