import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { commentAnswer } from '../../forms.ts';
import { seenCycle } from '../cycles.ts';

export const answerComment = defineAction({
  name: 'plan.comment.answer',
  does: 'Says what became of a comment, with the reason. From then on all participants read it.',
  input: commentAnswer,
  permission: ['secretariat', 'system'],
  async run({ tx, actor, input, at, log }) {
    const { rows } = await sql<{ cycle_id: string; revision: number; n: number }>`
      select k.cycle_id, k.revision, v.n from plan_comment k join plan_version v on v.id = k.version_id where k.id = ${input.comment} for no key update of k`.execute(
      tx,
    );
    const comment = rows[0];
    if (!comment) {
      const seen = await tx.selectFrom('plan_comment').select('id').where('id', '=', input.comment).executeTakeFirst();
      if (seen)
        throw new Refusal(
          'plan.comment.state',
          'Comments are answered until the plan is endorsed, by the Secretariat.',
        );
      throw new Refusal('plan.comment.not-found', 'There is no such comment, or you may not see it.');
    }
    if (comment.revision !== input.revision)
      throw new Refusal(
        'plan.comment.changed',
        'Somebody else answered this comment after you opened it. Nothing was overwritten; look at it again.',
      );
    const cycle = await seenCycle(tx, comment.cycle_id);
    await tx
      .updateTable('plan_comment')
      .set({
        disposition: input.disposition,
        reason: input.reason,
        decided_at: at,
        decided_by: actor.personId!,
        revision: comment.revision + 1,
      })
      .where('id', '=', input.comment)
      .execute();
    log(
      `Answered a comment on version ${comment.n}: ${input.disposition}.`,
      `/plan/${cycle.slug}/versions/${comment.n}`,
    );
    return { comment: input.comment, slug: cycle.slug, version: comment.n, revision: comment.revision + 1 };
  },
});
