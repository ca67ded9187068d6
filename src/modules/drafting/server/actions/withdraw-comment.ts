import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { commentStep } from '../../forms.ts';
import { lockComment } from '../comments.ts';
import { seenDraft } from '../drafts.ts';

export const withdrawDraftComment = defineAction({
  name: 'drafting.comment.withdraw',
  does: 'Takes back a comment that was not sent.',
  input: commentStep,
  permission: ['member', 'focal-point'],
  // What was not sent is nobody else's business: the history is read by the Secretariat, so it tells of sent comments only.
  logs: false,
  async run({ tx, input, at }) {
    const comment = await lockComment(tx, input.comment, input.revision);
    const draft = await seenDraft(tx, comment.draft_id);
    if (comment.sent_at !== null || comment.withdrawn_at !== null)
      throw new Refusal('drafting.comment.state', 'This comment was sent already; it stands as it is.');
    await tx
      .updateTable('draft_comment')
      .set({ withdrawn_at: at, revision: comment.revision + 1 })
      .where('id', '=', comment.id)
      .execute();
    return { comment: comment.id, slug: draft.slug, version: comment.n };
  },
});
