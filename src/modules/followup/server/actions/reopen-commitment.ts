import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { commitmentReason } from '../../forms.ts';
import { commitmentPath } from '../../commitment.ts';
import { appendRevision, called, lockCommitment } from '../commitments.ts';

export const reopenCommitment = defineAction({
  name: 'followup.commitment.reopen',
  does: 'Opens a commitment again that was completed, superseded or withdrawn. Owners that were confirmed hold it again.',
  input: commitmentReason,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const commitment = await lockCommitment(tx, input.commitment, input.revision);
    if (commitment.state === 'open') throw new Refusal('followup.commitment.state', 'This commitment is open already.');
    const revision = input.revision + 1;
    await tx
      .updateTable('commitment')
      .set({ state: 'open', reason: null, superseded_by_id: null, revision })
      .where('id', '=', commitment.id)
      .execute();
    await sql`update commitment_owner set state = 'accepted', confirmed_by = null, reason = null, since = ${at}, revision = revision + 1
      where commitment_id = ${commitment.id} and state = 'confirmed'`.execute(tx);
    const after = { state: 'open', reason: input.reason };
    await appendRevision(tx, {
      commitment: commitment.id,
      verb: 'reopened',
      before: { state: commitment.state },
      after,
      at,
      by: actor.personId!,
    });
    log(`Opened ${called(commitment)} again.`, commitmentPath(commitment.number));
    return { commitment: commitment.id, number: commitment.number, revision };
  },
});
