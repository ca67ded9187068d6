import { defineAction } from '../../../../kernel/action.ts';
import { checkOutcomes } from '../content.ts';
import { commitmentOutcome } from '../../forms.ts';
import { commitmentPath } from '../../commitment.ts';
import { appendRevision, called, lockCommitment } from '../commitments.ts';

export const addCommitmentOutcome = defineAction({
  name: 'followup.commitment.add-outcome',
  does: 'Ties one more confirmed outcome to a commitment: the same wish was voiced again.',
  input: commitmentOutcome,
  permission: ['secretariat', 'chair', 'focal-point', 'system'],
  async run({ tx, actor, input, at, log }) {
    const commitment = await lockCommitment(tx, input.commitment, input.revision);
    const by = actor.personId!;
    await checkOutcomes(tx, [input.outcome]);
    await tx
      .insertInto('commitment_outcome')
      .values({ commitment_id: commitment.id, outcome_id: input.outcome, at, by })
      .execute();
    const revision = input.revision + 1;
    await tx.updateTable('commitment').set({ revision }).where('id', '=', commitment.id).execute();
    await appendRevision(tx, {
      commitment: commitment.id,
      verb: 'outcome-added',
      after: { outcome: input.outcome },
      at,
      by,
    });
    log(`Tied an outcome to ${called(commitment)}.`, commitmentPath(commitment.number));
    return { commitment: commitment.id, number: commitment.number, revision };
  },
});
