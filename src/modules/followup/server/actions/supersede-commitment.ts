import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { commitmentCode, numberOfCode } from '../../commitment.ts';
import { commitmentSupersede } from '../../forms.ts';
import { commitmentPath } from '../../commitment.ts';
import { appendRevision, called, lockCommitment, mustBeOpen } from '../commitments.ts';

export const supersedeCommitment = defineAction({
  name: 'followup.commitment.supersede',
  does: 'Says that another commitment took the place of this one. Both stay readable and lead to each other.',
  input: commitmentSupersede,
  permission: ['secretariat', 'chair', 'focal-point', 'system'],
  async run({ tx, actor, input, at, log }) {
    const commitment = await lockCommitment(tx, input.commitment, input.revision);
    mustBeOpen(commitment);
    const number = numberOfCode(input.by);
    const later =
      number === null
        ? undefined
        : await tx
            .selectFrom('commitment')
            .select(['id', 'number', 'state'])
            .where('number', '=', number)
            .executeTakeFirst();
    if (!later)
      throw new Refusal('followup.commitment.not-found', `There is no commitment ${input.by}.`, { field: 'by' });
    if (later.id === commitment.id)
      throw new Refusal('followup.commitment.self', 'A commitment does not take its own place.', { field: 'by' });
    if (later.state !== 'open' && later.state !== 'completed')
      throw new Refusal(
        'followup.commitment.state',
        `${commitmentCode(later.number)} is ${later.state} itself; name the one that is followed up.`,
        { field: 'by' },
      );
    const revision = input.revision + 1;
    await tx
      .updateTable('commitment')
      .set({ state: 'superseded', superseded_by_id: later.id, reason: input.reason, revision })
      .where('id', '=', commitment.id)
      .execute();
    const after = { state: 'superseded', by: later.number, reason: input.reason };
    await appendRevision(tx, {
      commitment: commitment.id,
      verb: 'superseded',
      before: { state: 'open' },
      after,
      at,
      by: actor.personId!,
    });
    log(`${called(commitment)} was superseded by ${commitmentCode(later.number)}.`, commitmentPath(commitment.number));
    return { commitment: commitment.id, number: commitment.number, revision };
  },
});
