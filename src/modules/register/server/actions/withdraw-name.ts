import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { withdrawForm } from '../../forms.ts';
import { addressOf } from '../../party.ts';
import { withdraw, writerOf } from '../write.ts';

export const withdrawName = defineAction({
  name: 'register.name.withdraw',
  does: 'Withdraws a name that was entered by mistake; it stays in the history.',
  input: withdrawForm,
  permission: ['secretariat', 'system'],
  async run(context) {
    const { tx, input, log } = context;
    const old = await tx
      .selectFrom('party_name as n')
      .innerJoin('party as p', 'p.id', 'n.party_id')
      .select(['n.name', 'p.key'])
      .where('n.id', '=', input.entry)
      .executeTakeFirst();
    if (old === undefined) throw new Refusal('register.entry.not-found', 'The register has no such entry.');
    await withdraw(writerOf(context), 'party_name', input.entry, input.reason);
    log(`Withdrew the name “${old.name}” of ${old.key}: ${input.reason}`, addressOf(old.key));
    return { entry: input.entry };
  },
});
