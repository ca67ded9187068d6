import { defineAction } from '../../../../kernel/action.ts';
import { ownerStep } from '../../forms.ts';
import { commitmentPath } from '../../commitment.ts';
import { called, lockOwner, stepOwner } from '../commitments.ts';

export const confirmCompletion = defineAction({
  name: 'followup.commitment.confirm-completion',
  does: 'Confirms that an owner has done its part: by the chair or a person of another party. With the last owner the commitment is completed, or due again.',
  input: ownerStep,
  permission: ['member', 'focal-point', 'chair'],
  async run({ tx, actor, input, at, log }) {
    const owner = await lockOwner(tx, input.owner, input.revision, 'confirmed');
    const by = actor.personId!;
    const done = await stepOwner(tx, owner, { state: 'confirmed', confirmed_by: by }, { verb: 'confirmed', at, by });
    log(`Confirmed that ${done.name} has done its part of ${called(owner)}.`, commitmentPath(owner.number));
    const now = await tx
      .selectFrom('commitment')
      .select(['state', 'occurrence'])
      .where('id', '=', owner.commitment_id)
      .executeTakeFirstOrThrow();
    return { ...done, state: now.state, renewed: now.occurrence > owner.occurrence };
  },
});
