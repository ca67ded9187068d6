import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { endForm } from '../../forms.ts';
import type { MandateRole } from '../../mandate.ts';
import { addressOf } from '../../party.ts';
import { mandateRow } from '../mandate-row.ts';
import { termOf } from '../queries.ts';
import { insertMandate, withdraw, writerOf } from '../write.ts';

export const endMandate = defineAction({
  name: 'register.mandate.end',
  does: 'Enters that a mandate ended: withdraws the open entry and appends one with its end.',
  input: endForm,
  permission: ['secretariat', 'system'],
  async run(context) {
    const { tx, input, log } = context;
    const old = await mandateRow(tx, input.entry);
    if (old.withdrawn_at === null && old.ends_from !== null)
      throw new Refusal('register.mandate.state', 'This mandate has an end already. Correct it instead.', {
        field: 'endsFrom',
      });
    const writer = writerOf(context);
    await withdraw(writer, 'mandate', input.entry, 'ended');
    const entry = await insertMandate(writer, {
      ...termOf(old),
      role: old.role as MandateRole,
      endsFrom: input.endsFrom,
      endsUntil: input.endsUntil ?? input.endsFrom,
      bodyId: old.body_id,
      partyId: old.party_id,
      personId: old.person_id,
      source: `${old.source}; end: ${input.source}`,
      sourceLink: old.source_link,
      note: old.note,
      replaces: input.entry,
    });
    log(
      `Ended the mandate of ${old.party} as ${old.role} of ${old.body.slice(5)} on ${input.endsFrom}.`,
      addressOf(old.body),
    );
    return { entry };
  },
});
