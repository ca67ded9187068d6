import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { commentAnswer } from '../../forms.ts';
import { lockComment } from '../comments.ts';
import { draftPath, seenDraft } from '../drafts.ts';

export const answerDraftComment = defineAction({
  name: 'drafting.comment.answer',
  does: 'Says what became of a comment on the report, with the reason. From then on everybody to whom the draft is circulated reads it.',
  input: commentAnswer,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const comment = await lockComment(tx, input.comment, input.revision);
    if (comment.sent_at === null)
      throw new Refusal('drafting.comment.not-found', 'There is no such comment, or you may not see it.');
    const draft = await seenDraft(tx, comment.draft_id);
    await tx
      .updateTable('draft_comment')
      .set({
        disposition: input.disposition,
        reason: input.reason,
        decided_at: at,
        decided_by: actor.personId!,
        revision: comment.revision + 1,
      })
      .where('id', '=', comment.id)
      .execute();
    log(
      `Answered a comment on version ${comment.n} of the report: ${input.disposition}.`,
      `${draftPath(draft.slug)}/versions/${comment.n}`,
    );
    return { comment: comment.id, slug: draft.slug, version: comment.n, revision: comment.revision + 1 };
  },
});
