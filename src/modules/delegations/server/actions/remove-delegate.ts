import { defineAction } from '../../../../kernel/action.ts';
import { delegateRemove } from '../../forms.ts';
import { addressOf, byHand, checkTakes, lockOfDelegate, meetingFor, touch } from '../delegations.ts';

export const removeDelegate = defineAction({
  name: 'delegations.delegate.remove',
  does: 'Takes a person out of the delegation of one’s party. What they need is deleted at once.',
  input: delegateRemove,
  permission: ['member', 'focal-point', 'secretariat'],
  async run({ tx, input, at, log }) {
    const delegation = await lockOfDelegate(tx, input.delegate, input.revision);
    const meeting = await meetingFor(tx, delegation.meeting_id);
    checkTakes(meeting);
    const revision = await touch(tx, delegation);
    await tx.deleteFrom('delegate_need').where('delegate_id', '=', input.delegate).execute();
    await tx.updateTable('delegate').set({ removed_at: at }).where('id', '=', input.delegate).execute();
    log(
      `Took somebody out of the delegation of ${delegation.party} to “${meeting.title}”${byHand(delegation)}.`,
      addressOf(meeting, delegation.party),
    );
    return { delegation: delegation.id, revision };
  },
});
