import { defineAction } from '../../../../kernel/action.ts';
import { ownerStep } from '../../forms.ts';
import { commitmentPath } from '../../commitment.ts';
import { called, lockOwner, stepOwner } from '../commitments.ts';

export const completeCommitment = defineAction({
  name: 'followup.commitment.complete',
  does: 'An owner says that it has done its part. Somebody else confirms.',
  input: ownerStep,
  permission: ['member', 'focal-point', 'chair', 'observer', 'secretariat', 'system'],
  async run({ tx, actor, input, at, log }) {
    const owner = await lockOwner(tx, input.owner, input.revision, 'claimed');
    const done = await stepOwner(tx, owner, { state: 'claimed' }, { verb: 'claimed', at, by: actor.personId! });
    log(`${done.name} says to have done its part of ${called(owner)}.`, commitmentPath(owner.number));
    return done;
  },
});
