import { defineAction } from '../../../../kernel/action.ts';
import { nameRecordForm } from '../../forms.ts';
import { addressOf } from '../../party.ts';
import { insertName, partyId, writerOf } from '../write.ts';

export const recordName = defineAction({
  name: 'register.name.record',
  does: 'Adds a dated name to a party.',
  input: nameRecordForm,
  permission: ['secretariat', 'system'],
  async run(context) {
    const { tx, input, log } = context;
    const entry = await insertName(writerOf(context), await partyId(tx, input.party), input);
    log(`Added the name “${input.name}” (${input.form}, ${input.language}) to ${input.party}.`, addressOf(input.party));
    return { entry };
  },
});
