import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { nameCorrectForm } from '../../forms.ts';
import { addressOf } from '../../party.ts';
import { insertName, withdraw, writerOf } from '../write.ts';

export const correctName = defineAction({
  name: 'register.name.correct',
  does: 'Corrects a name or its dates: withdraws the entry and appends the right one.',
  input: nameCorrectForm,
  permission: ['secretariat', 'system'],
  async run(context) {
    const { tx, input, log } = context;
    const old = await tx
      .selectFrom('party_name as n')
      .innerJoin('party as p', 'p.id', 'n.party_id')
      .select(['n.party_id', 'n.name', 'p.key'])
      .where('n.id', '=', input.entry)
      .executeTakeFirst();
    if (old === undefined) throw new Refusal('register.entry.not-found', 'The register has no such entry.');
    const writer = writerOf(context);
    await withdraw(writer, 'party_name', input.entry, input.reason);
    const entry = await insertName(writer, old.party_id, input);
    log(`Corrected the name “${old.name}” of ${old.key}: ${input.reason}`, addressOf(old.key));
    return { entry };
  },
});
