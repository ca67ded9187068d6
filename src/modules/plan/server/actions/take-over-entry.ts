import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { isAssembled } from '../../cycle.ts';
import { mergeContents, type EntryContent } from '../../entry.ts';
import { takeOver } from '../../forms.ts';
import { seenCycle } from '../cycles.ts';
import { bare, entriesById, insertEntry } from '../entries.ts';

export const takeOverEntry = defineAction({
  name: 'plan.entry.take-over',
  does: 'Takes an entry of a submitted input over into the plan; several become one entry. The inputs stay as they are.',
  input: takeOver,
  permission: ['secretariat', 'system'],
  async run({ tx, actor, input, at, log }) {
    const cycle = await seenCycle(tx, input.cycle);
    if (!isAssembled(cycle.stage))
      throw new Refusal(
        'plan.cycle.state',
        `Entries are taken over while the plan is drafted or revised; it is in stage ${cycle.stage}.`,
      );
    const sources = (await entriesById(tx, input.sources)).filter(
      (entry) => entry.cycle_id === cycle.id && entry.input_id !== null && !entry.removed,
    );
    if (sources.length < new Set(input.sources).size)
      throw new Refusal(
        'plan.entry.not-found',
        'One of these entries is no longer submitted: its party took it back. Look again; nothing was taken over.',
      );
    const contents = sources.map(bare) as [EntryContent, ...EntryContent[]];
    const entry = await insertEntry(
      tx,
      { cycle: cycle.id, input: null, at, by: actor.personId! },
      mergeContents(contents),
    );
    await tx
      .insertInto('plan_entry_source')
      .values(sources.map(({ id: source_id }) => ({ entry_id: entry, source_id })))
      .execute();
    log(
      sources.length === 1
        ? `Took “${contents[0].title.en}” over into the plan.`
        : `Merged ${sources.length} entries into “${contents[0].title.en}”.`,
      `/plan/${cycle.slug}`,
    );
    return { entry, slug: cycle.slug, merged: sources.length };
  },
});
