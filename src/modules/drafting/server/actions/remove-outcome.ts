import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { outcomeStep } from '../../forms.ts';
import { draftPath, openText } from '../drafts.ts';

export const removeOutcome = defineAction({
  name: 'drafting.outcome.remove',
  does: 'Says that marked words are no outcome after all.',
  input: outcomeStep,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, at, log }) {
    const { rows } = await sql<{
      draft_id: string;
      text: string;
      revision: number;
      removed_at: Date | null;
      paragraph_id: string;
    }>`
      select draft_id, text, revision, removed_at, paragraph_id from draft_outcome where id = ${input.outcome}`.execute(
      tx,
    );
    const outcome = rows[0];
    if (!outcome) throw new Refusal('drafting.outcome.not-found', 'There is no such outcome, or you may not see it.');
    const draft = await openText(tx, outcome.draft_id);
    if (outcome.removed_at !== null || outcome.revision !== input.revision)
      throw new Refusal(
        'drafting.outcome.changed',
        'Somebody else changed this outcome after you opened it. Look at it again.',
      );
    await tx
      .updateTable('draft_outcome')
      .set({ removed_at: at, revision: outcome.revision + 1 })
      .where('id', '=', input.outcome)
      .execute();
    log(`Marked “${outcome.text.slice(0, 80)}” as no outcome.`, draftPath(draft.slug));
    return { outcome: input.outcome, paragraph: outcome.paragraph_id, slug: draft.slug };
  },
});
