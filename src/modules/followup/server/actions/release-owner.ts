import { defineAction } from '../../../../kernel/action.ts';
import { ownerReason } from '../../forms.ts';
import { commitmentPath } from '../../commitment.ts';
import { called, lockOwner, stepOwner } from '../commitments.ts';

export const releaseOwner = defineAction({
  name: 'followup.commitment.release-owner',
  does: 'Releases an owner: it no longer holds the commitment. Its progress stays.',
  input: ownerReason,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const owner = await lockOwner(tx, input.owner, input.revision, 'released');
    const done = await stepOwner(
      tx,
      owner,
      { state: 'released', reason: input.reason },
      { verb: 'released', at, by: actor.personId! },
    );
    log(`${done.name} was released from ${called(owner)}.`, commitmentPath(owner.number));
    return done;
  },
});
