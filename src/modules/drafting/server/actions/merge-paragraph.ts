import { sql } from 'kysely';
import { defineAction, type Tx } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { paragraphStep } from '../../forms.ts';
import { draftPath, openText } from '../drafts.ts';
import { changeParagraph, draftOf, lockParagraph, nameOf, standingParagraphs } from '../paragraphs.ts';

export const mergeParagraph = defineAction({
  name: 'drafting.paragraph.merge',
  does: 'Joins a paragraph to the one above it, with its sources and outcomes. Where a session under the Chatham House Rule is joined with anything else, the rule holds for all of it.',
  input: paragraphStep,
  permission: ['secretariat', 'chair', 'member', 'focal-point', 'system'],
  async run({ tx, actor, input, at, log }) {
    const draft = await openText(tx, await draftOf(tx, input.paragraph));
    const lower = await lockParagraph(tx, input.paragraph, input.revision);
    const all = await standingParagraphs(tx, draft.id);
    const above = all[all.findIndex(({ id }) => id === lower.id) - 1];
    if (!above) throw new Refusal('drafting.paragraph.place', 'There is no paragraph above it.');
    const upper = await lockParagraph(tx, above.id, above.revision);
    const hand = { actor, at };
    await changeParagraph(
      tx,
      upper,
      { text: `${upper.text} ${lower.text}`, session_id: await sessionOfBoth(tx, upper.session_id, lower.session_id) },
      'merged',
      hand,
    );
    await sql`update draft_source set paragraph_id = ${upper.id}, ordinal = ordinal + (select coalesce(max(s.ordinal), 0) from draft_source s where s.paragraph_id = ${upper.id})
      where paragraph_id = ${lower.id}`.execute(tx);
    await tx
      .updateTable('draft_outcome')
      .set((eb) => ({ paragraph_id: upper.id, revision: eb('revision', '+', 1) }))
      .where('paragraph_id', '=', lower.id)
      .where('removed_at', 'is', null)
      .execute();
    await changeParagraph(tx, lower, { removed_at: at }, 'merged', hand);
    log(`Joined two paragraphs of the report: now ${await nameOf(tx, draft.id, upper.id)}.`, draftPath(draft.slug));
    return { paragraph: upper.id, revision: upper.revision + 1, slug: draft.slug };
  },
});

/** The session under the rule, where one of them is; else that of the upper paragraph. */
async function sessionOfBoth(tx: Tx, upper: string | null, lower: string | null): Promise<string | null> {
  const { rows } = await sql<{ upper: boolean; lower: boolean }>`
    select coalesce(session_under_rule(${upper}::uuid), false) as upper, coalesce(session_under_rule(${lower}::uuid), false) as lower`.execute(
    tx,
  );
  const { upper: high, lower: low } = rows[0]!;
  return low && !high ? lower : (upper ?? lower);
}
