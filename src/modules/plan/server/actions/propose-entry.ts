import { defineAction } from '../../../../kernel/action.ts';
import { entryPropose } from '../../forms.ts';
import { contentOf, insertEntry } from '../entries.ts';
import { askedParty, cycleForInput, openInput } from '../inputs.ts';

export const proposeEntry = defineAction({
  name: 'plan.entry.propose',
  does: 'Writes an entry into the input of one’s party. It stays a draft, seen by the party alone, until the focal point submits the input.',
  input: entryPropose,
  permission: ['member', 'focal-point'],
  async run({ tx, actor, input, at, log }) {
    const cycle = await cycleForInput(tx, input.cycle);
    const party = await askedParty(tx, cycle.id, input.party);
    const by = actor.personId!;
    const open = await openInput(tx, cycle.id, party, at, by);
    const content = await contentOf(tx, cycle.generation_id, input);
    const entry = await insertEntry(tx, { cycle: cycle.id, input: open, at, by }, content);
    // The history line is read by the Secretariat: it says nothing of what an unsubmitted input holds.
    log(`Wrote an entry of the input of ${input.party}.`, `/plan/${cycle.slug}`);
    return { entry, slug: cycle.slug, afterDeadline: at > cycle.inputs_due };
  },
});
