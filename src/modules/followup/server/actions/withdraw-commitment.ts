import { defineAction } from '../../../../kernel/action.ts';
import { commitmentReason } from '../../forms.ts';
import { commitmentPath } from '../../commitment.ts';
import { appendRevision, called, lockCommitment, mustBeOpen } from '../commitments.ts';

export const withdrawCommitment = defineAction({
  name: 'followup.commitment.withdraw',
  does: 'Withdraws a commitment with the reason: it is no longer followed up. It stays readable and can be opened again.',
  input: commitmentReason,
  permission: ['secretariat', 'chair', 'focal-point', 'system'],
  async run({ tx, actor, input, at, log }) {
    const commitment = await lockCommitment(tx, input.commitment, input.revision);
    mustBeOpen(commitment);
    const { reason } = input;
    const revision = input.revision + 1;
    await tx
      .updateTable('commitment')
      .set({ state: 'withdrawn', reason, revision })
      .where('id', '=', commitment.id)
      .execute();
    await appendRevision(tx, {
      commitment: commitment.id,
      verb: 'withdrawn',
      before: { state: 'open' },
      after: { state: 'withdrawn', reason },
      at,
      by: actor.personId!,
    });
    log(`Withdrew ${called(commitment)}.`, commitmentPath(commitment.number));
    return { commitment: commitment.id, number: commitment.number, revision };
  },
});
