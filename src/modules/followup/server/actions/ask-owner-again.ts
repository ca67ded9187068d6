import { defineAction } from '../../../../kernel/action.ts';
import { ownerStep } from '../../forms.ts';
import { commitmentPath } from '../../commitment.ts';
import { called, lockOwner, stepOwner } from '../commitments.ts';

export const askOwnerAgain = defineAction({
  name: 'followup.commitment.ask-owner-again',
  does: 'Asks an owner again that declined or was released.',
  input: ownerStep,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const owner = await lockOwner(tx, input.owner, input.revision, 'asked');
    const done = await stepOwner(tx, owner, { state: 'asked' }, { verb: 'asked', at, by: actor.personId! });
    log(`${done.name} was asked again to take on ${called(owner)}.`, commitmentPath(owner.number));
    return done;
  },
});
