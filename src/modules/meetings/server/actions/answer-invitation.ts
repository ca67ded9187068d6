import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { invitationAnswer } from '../../forms.ts';
import { takesAnswers } from '../../stage.ts';
import { pathOf, seenCall } from '../calls.ts';
import { lockInvitation } from '../invitations.ts';

export const answerInvitation = defineAction({
  name: 'meetings.invitation.answer',
  does: 'Answers an invitation in the name of one’s party: accepted, tentative or declined; it may be answered anew until the meeting is closed. Whether it was late follows from the clock. Who leads the meeting writes an answer down that came by letter.',
  input: invitationAnswer,
  permission: ['focal-point', 'observer', 'chair', 'secretariat', 'system'],
  async run({ tx, actor, input, at, log }) {
    const invitation = await lockInvitation(tx, input.invitation, input.revision);
    const call = await seenCall(tx, invitation.meeting_id);
    if (!takesAnswers(call.stage))
      throw new Refusal(
        'meetings.call.state',
        `This meeting is in stage ${call.stage}; invitations are not answered now.`,
      );
    if (invitation.withdrawn)
      throw new Refusal('meetings.invitation.state', 'This invitation was withdrawn; it is not answered any more.');
    await tx
      .updateTable('meeting_invitation')
      .set({
        answer: input.answer,
        answer_note: input.note,
        answered_at: at,
        answered_by: actor.personId!,
        revision: invitation.revision + 1,
      })
      .where('id', '=', invitation.id)
      .execute();
    const late = call.answers_due !== null && at > call.answers_due;
    log(
      `Answered the invitation of ${invitation.key} to “${call.title}”${late ? ', after the day asked for' : ''}.`,
      pathOf(call),
    );
    return { slug: call.slug, late, revision: invitation.revision + 1 };
  },
});
