import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { isAssembled } from '../../cycle.ts';
import { entryAdd } from '../../forms.ts';
import { seenCycle } from '../cycles.ts';
import { contentOf, insertEntry } from '../entries.ts';

export const addEntry = defineAction({
  name: 'plan.entry.add',
  does: 'Adds an entry of the Secretariat’s own to the plan that is being assembled.',
  input: entryAdd,
  permission: ['secretariat', 'system'],
  async run({ tx, actor, input, at, log }) {
    const cycle = await seenCycle(tx, input.cycle);
    if (!isAssembled(cycle.stage))
      throw new Refusal(
        'plan.cycle.state',
        `Entries are added while the plan is drafted or revised; it is in stage ${cycle.stage}.`,
      );
    const content = await contentOf(tx, cycle.generation_id, input);
    const entry = await insertEntry(tx, { cycle: cycle.id, input: null, at, by: actor.personId! }, content);
    log(`Added “${content.title.en}” to the plan.`, `/plan/${cycle.slug}`);
    return { entry, slug: cycle.slug };
  },
});
