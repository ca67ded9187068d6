import { defineAction } from '../../../../kernel/action.ts';
import { ownerReason } from '../../forms.ts';
import { commitmentPath } from '../../commitment.ts';
import { called, lockOwner, stepOwner } from '../commitments.ts';

export const declineCommitment = defineAction({
  name: 'followup.commitment.decline',
  does: 'An owner declines a commitment and says why.',
  input: ownerReason,
  permission: ['member', 'focal-point', 'chair', 'observer', 'secretariat', 'system'],
  async run({ tx, actor, input, at, log }) {
    const owner = await lockOwner(tx, input.owner, input.revision, 'declined');
    const done = await stepOwner(
      tx,
      owner,
      { state: 'declined', reason: input.reason },
      { verb: 'declined', at, by: actor.personId! },
    );
    log(`${done.name} declined ${called(owner)}.`, commitmentPath(owner.number));
    return done;
  },
});
