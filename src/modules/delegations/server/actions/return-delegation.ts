import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { delegationReturn } from '../../forms.ts';
import { addressOf, checkTakes, lockDelegation, meetingFor } from '../delegations.ts';

export const returnDelegation = defineAction({
  name: 'delegations.delegation.return',
  does: 'Returns a delegation to its party with the reason. Whoever was approved before stays so until it is approved again.',
  input: delegationReturn,
  permission: ['secretariat'],
  async run({ tx, actor, input, at, log }) {
    const delegation = await lockDelegation(tx, input.delegation, input.revision);
    const meeting = await meetingFor(tx, delegation.meeting_id);
    checkTakes(meeting);
    if (delegation.state !== 'submitted' && delegation.state !== 'approved')
      throw new Refusal(
        'delegations.delegation.state',
        `This delegation lies with its party; it is ${delegation.state}.`,
      );
    await tx
      .updateTable('delegation')
      .set({
        state: 'returned',
        reason: input.reason,
        decided_at: at,
        decided_by: actor.personId!,
        revision: delegation.revision + 1,
      })
      .where('id', '=', delegation.id)
      .execute();
    log(`Returned the delegation of ${delegation.party} to “${meeting.title}”.`, addressOf(meeting, delegation.party));
    return { delegation: delegation.id, revision: delegation.revision + 1 };
  },
});
