import { defineAction } from '../../../../kernel/action.ts';
import { mandateCorrectForm } from '../../forms.ts';
import type { MandateRole } from '../../mandate.ts';
import { addressOf } from '../../party.ts';
import { mandateRow } from '../mandate-row.ts';
import { insertMandate, withdraw, writerOf } from '../write.ts';

export const correctMandate = defineAction({
  name: 'register.mandate.correct',
  does: 'Corrects the dates or the source of a mandate: withdraws the entry and appends the right one.',
  input: mandateCorrectForm,
  permission: ['secretariat', 'system'],
  async run(context) {
    const { tx, input, log } = context;
    const old = await mandateRow(tx, input.entry);
    const writer = writerOf(context);
    await withdraw(writer, 'mandate', input.entry, input.reason);
    const entry = await insertMandate(writer, {
      ...input,
      role: old.role as MandateRole,
      bodyId: old.body_id,
      partyId: old.party_id,
      personId: old.person_id,
      replaces: input.entry,
    });
    log(
      `Corrected the mandate of ${old.party} as ${old.role} of ${old.body.slice(5)}: ${input.reason}`,
      addressOf(old.body),
    );
    return { entry };
  },
});
