import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { commentEdit } from '../../forms.ts';
import { isLate, lockComment } from '../comments.ts';
import { draftPath, seenDraft } from '../drafts.ts';

export const editDraftComment = defineAction({
  name: 'drafting.comment.edit',
  does: 'Changes a comment that was not sent yet, or sends it.',
  input: commentEdit,
  permission: ['member', 'focal-point'],
  // What was not sent is nobody else's business: the history is read by the Secretariat, so it tells of sent comments only.
  logs: false,
  async run({ tx, actor, input, at, log }) {
    const comment = await lockComment(tx, input.comment, input.revision);
    const draft = await seenDraft(tx, comment.draft_id);
    if (comment.sent_at !== null || comment.withdrawn_at !== null)
      throw new Refusal('drafting.comment.state', 'This comment was sent already; it stands as it is.');
    await tx
      .updateTable('draft_comment')
      .set({
        text: input.text,
        proposed: input.proposed,
        sent_at: input.send ? at : null,
        sent_by: input.send ? actor.personId! : null,
        revision: comment.revision + 1,
      })
      .where('id', '=', comment.id)
      .execute();
    if (input.send)
      log(`Sent a comment on version ${comment.n} of the report.`, `${draftPath(draft.slug)}/versions/${comment.n}`);
    return {
      comment: comment.id,
      slug: draft.slug,
      version: comment.n,
      late: input.send && isLate(comment.comments_due, at),
    };
  },
});
