import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { invitationChange } from '../../forms.ts';
import { pathOf } from '../calls.ts';
import { ledInvitation } from '../invitations.ts';

export const changeInvitation = defineAction({
  name: 'meetings.invitation.change',
  does: 'Changes as what a party is invited, and its seats at the table.',
  input: invitationChange,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, log }) {
    const { invitation, call } = await ledInvitation(tx, input.invitation, input.revision);
    if (invitation.withdrawn)
      throw new Refusal('meetings.invitation.state', 'This invitation was withdrawn; put the party on the list again.');
    const { standing, seats } = input;
    await tx
      .updateTable('meeting_invitation')
      .set({ standing, seats, revision: invitation.revision + 1 })
      .where('id', '=', invitation.id)
      .execute();
    log(`Invites ${invitation.key} to “${call.title}” as ${standing}.`, pathOf(call));
    return { slug: call.slug, revision: invitation.revision + 1 };
  },
});
