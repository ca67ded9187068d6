import { defineAction } from '../../../../kernel/action.ts';
import { mandateRecordForm } from '../../forms.ts';
import { addressOf } from '../../party.ts';
import { bodyId, insertMandate, partyId, writerOf } from '../write.ts';

export const recordMandate = defineAction({
  name: 'register.mandate.record',
  does: 'Enters that a party holds a role in a body, from when until when, and what says so.',
  input: mandateRecordForm,
  permission: ['secretariat', 'system'],
  async run(context) {
    const { tx, input, log } = context;
    const ids = { bodyId: await bodyId(tx, input.body), partyId: await partyId(tx, input.party), personId: null };
    const entry = await insertMandate(writerOf(context), { ...input, ...ids });
    log(
      `Entered ${input.party} as ${input.role} of ${input.body.slice(5)} since ${input.beginsFrom ?? input.beginsUntil}.`,
      addressOf(input.body),
    );
    return { entry };
  },
});
