import { defineAction } from '../../../../kernel/action.ts';
import { partyRecordForm } from '../../forms.ts';
import { addressOf } from '../../party.ts';
import { insertName, insertParty, writerOf } from '../write.ts';

export const recordParty = defineAction({
  name: 'register.party.record',
  does: 'Enters a state or an organisation with its name.',
  input: partyRecordForm,
  permission: ['secretariat', 'system'],
  async run(context) {
    const { input, log } = context;
    const writer = writerOf(context);
    const id = await insertParty(writer, input);
    const base = {
      language: 'en',
      sortKey: null,
      decidedOn: null,
      usedFrom: null,
      usedUntil: null,
      source: input.source,
      note: null,
    } as const;
    await insertName(writer, id, { ...base, form: 'short', name: input.name });
    if (input.acronym !== null) await insertName(writer, id, { ...base, form: 'acronym', name: input.acronym });
    log(`Entered ${input.name} (${input.key}) in the register.`, addressOf(input.key));
    return { party: id, key: input.key };
  },
});
