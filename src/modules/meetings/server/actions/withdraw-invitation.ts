import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { invitationWithdraw } from '../../forms.ts';
import { pathOf } from '../calls.ts';
import { ledInvitation } from '../invitations.ts';

export const withdrawInvitation = defineAction({
  name: 'meetings.invitation.withdraw',
  does: 'Takes a party off the list of a meeting. When its invitation is out, its focal point is told and calendars take the meeting out.',
  input: invitationWithdraw,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, at, log }) {
    const { invitation, call } = await ledInvitation(tx, input.invitation, input.revision);
    if (invitation.withdrawn) throw new Refusal('meetings.invitation.state', 'This invitation was withdrawn already.');
    await tx
      .updateTable('meeting_invitation')
      .set({ withdrawn_at: at, turns: invitation.turns + 1, revision: invitation.revision + 1 })
      .where('id', '=', invitation.id)
      .execute();
    log(`Took ${invitation.key} off the list of “${call.title}”.`, pathOf(call));
    return { slug: call.slug, revision: invitation.revision + 1 };
  },
});
