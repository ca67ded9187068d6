import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { delegationStep } from '../../forms.ts';
import { addressOf, byHand, checkSubmits, checkTakes, lockDelegation, meetingFor } from '../delegations.ts';

export const takeBackDelegation = defineAction({
  name: 'delegations.delegation.take-back',
  does: 'Takes a submitted delegation back before the Secretariat has decided, to change it.',
  input: delegationStep,
  permission: ['focal-point', 'secretariat'],
  async run({ tx, input, log }) {
    const delegation = await lockDelegation(tx, input.delegation, input.revision);
    checkSubmits(delegation);
    const meeting = await meetingFor(tx, delegation.meeting_id);
    checkTakes(meeting);
    if (delegation.state !== 'submitted')
      throw new Refusal(
        'delegations.delegation.state',
        'Only a delegation that waits for the Secretariat can be taken back.',
      );
    await tx
      .updateTable('delegation')
      .set({
        state: 'draft',
        entered_by_secretariat: delegation.hand === 'secretariat',
        revision: delegation.revision + 1,
      })
      .where('id', '=', delegation.id)
      .execute();
    log(
      `Took back the delegation of ${delegation.party} to “${meeting.title}”${byHand(delegation)}.`,
      addressOf(meeting, delegation.party),
    );
    return { delegation: delegation.id, revision: delegation.revision + 1 };
  },
});
