import { defineAction } from '../../../../kernel/action.ts';
import { ownerReason } from '../../forms.ts';
import { commitmentPath } from '../../commitment.ts';
import { called, lockOwner, stepOwner } from '../commitments.ts';

export const returnClaim = defineAction({
  name: 'followup.commitment.return-claim',
  does: 'Returns the claim of an owner that it is done, with the reason. Never by its own people.',
  input: ownerReason,
  permission: ['member', 'focal-point', 'chair'],
  async run({ tx, actor, input, at, log }) {
    const owner = await lockOwner(tx, input.owner, input.revision, 'accepted');
    const done = await stepOwner(
      tx,
      owner,
      { state: 'accepted', reason: input.reason },
      { verb: 'returned', at, by: actor.personId! },
    );
    log(`${done.name} is asked to go on with ${called(owner)}.`, commitmentPath(owner.number));
    return done;
  },
});
