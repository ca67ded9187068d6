import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { commitmentOutcome } from '../../forms.ts';
import { commitmentPath } from '../../commitment.ts';
import { appendRevision, called, lockCommitment } from '../commitments.ts';

export const removeCommitmentOutcome = defineAction({
  name: 'followup.commitment.remove-outcome',
  does: 'Takes an outcome off a commitment that it does not raise.',
  input: commitmentOutcome,
  permission: ['secretariat', 'chair', 'focal-point', 'system'],
  async run({ tx, actor, input, at, log }) {
    const commitment = await lockCommitment(tx, input.commitment, input.revision);
    const by = actor.personId!;
    const gone = await tx
      .deleteFrom('commitment_outcome')
      .where('commitment_id', '=', commitment.id)
      .where('outcome_id', '=', input.outcome)
      .executeTakeFirst();
    if (gone.numDeletedRows === 0n)
      throw new Refusal('followup.outcome.not-found', 'This outcome does not raise this commitment.', {
        field: 'outcome',
      });
    const revision = input.revision + 1;
    await tx.updateTable('commitment').set({ revision }).where('id', '=', commitment.id).execute();
    await appendRevision(tx, {
      commitment: commitment.id,
      verb: 'outcome-removed',
      after: { outcome: input.outcome },
      at,
      by,
    });
    log(`Took an outcome off ${called(commitment)}.`, commitmentPath(commitment.number));
    return { commitment: commitment.id, number: commitment.number, revision };
  },
});
