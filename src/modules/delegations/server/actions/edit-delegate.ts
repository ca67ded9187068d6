import { defineAction } from '../../../../kernel/action.ts';
import { delegateEdit } from '../../forms.ts';
import {
  addressOf,
  byHand,
  checkDays,
  checkRoom,
  checkTakes,
  delegatesOf,
  lockOfDelegate,
  meetingFor,
  touch,
  writeDays,
} from '../delegations.ts';

export const editDelegate = defineAction({
  name: 'delegations.delegate.edit',
  does: 'Changes a person in the delegation of one’s party. A delegation approved before is to be approved again.',
  input: delegateEdit,
  permission: ['member', 'focal-point', 'secretariat'],
  async run({ tx, input, log }) {
    const delegation = await lockOfDelegate(tx, input.delegate, input.revision);
    const meeting = await meetingFor(tx, delegation.meeting_id);
    checkTakes(meeting);
    checkDays(meeting, [...input.in_room, ...input.online]);
    checkRoom(await delegatesOf(tx, delegation.id), { id: input.delegate, role: input.role });
    const revision = await touch(tx, delegation);
    await tx
      .updateTable('delegate')
      .set({
        name: input.name,
        function: input.function,
        role: input.role,
        email: input.email,
        person_id: input.person,
      })
      .where('id', '=', input.delegate)
      .execute();
    await writeDays(tx, input.delegate, input.in_room, input.online);
    log(
      `Changed the delegation of ${delegation.party} to “${meeting.title}”${byHand(delegation)}.`,
      addressOf(meeting, delegation.party),
    );
    return { delegation: delegation.id, revision };
  },
});
