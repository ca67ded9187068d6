import { defineAction } from '../../../../kernel/action.ts';
import { ownerTakeOn } from '../../forms.ts';
import { commitmentPath } from '../../commitment.ts';
import { called, lockOwner, stepOwner } from '../commitments.ts';

export const takeOnCommitment = defineAction({
  name: 'followup.commitment.take-on',
  does: 'An owner takes a commitment on, in its own words.',
  input: ownerTakeOn,
  permission: ['member', 'focal-point', 'chair', 'observer', 'secretariat', 'system'],
  async run({ tx, actor, input, at, log }) {
    const owner = await lockOwner(tx, input.owner, input.revision, 'accepted');
    const done = await stepOwner(
      tx,
      owner,
      { state: 'accepted', words: input.words },
      { verb: 'taken-on', at, by: actor.personId! },
    );
    log(`${done.name} took on ${called(owner)}.`, commitmentPath(owner.number));
    return done;
  },
});
