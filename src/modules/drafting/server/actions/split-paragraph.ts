import { defineAction, type Tx } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { paragraphSplit } from '../../forms.ts';
import { draftPath, openText } from '../drafts.ts';
import { addParagraph, changeParagraph, draftOf, lockParagraph, nameOf, placeAfter } from '../paragraphs.ts';

export const splitParagraph = defineAction({
  name: 'drafting.paragraph.split',
  does: 'Makes two paragraphs of one, at the words given; sources and outcomes go with the words they belong to.',
  input: paragraphSplit,
  permission: ['secretariat', 'chair', 'member', 'focal-point', 'system'],
  async run({ tx, actor, input, at, log }) {
    const draft = await openText(tx, await draftOf(tx, input.paragraph));
    const paragraph = await lockParagraph(tx, input.paragraph, input.revision);
    const cut = paragraph.text.indexOf(input.begins);
    if (cut < 0)
      throw new Refusal('drafting.paragraph.words', 'These words do not stand in the paragraph.', { field: 'begins' });
    if (paragraph.text.indexOf(input.begins, cut + 1) >= 0)
      throw new Refusal('drafting.paragraph.words', 'These words stand there more than once; give a few more.', {
        field: 'begins',
      });
    const [first, second] = [paragraph.text.slice(0, cut).trim(), paragraph.text.slice(cut)];
    if (first === '')
      throw new Refusal('drafting.paragraph.words', 'The paragraph begins with these words already.', {
        field: 'begins',
      });
    const hand = { actor, at };
    const fresh = await addParagraph(
      tx,
      {
        draft: draft.id,
        session: paragraph.session_id,
        kind: paragraph.kind,
        text: second,
        place: await placeAfter(tx, draft.id, paragraph.id),
      },
      'split',
      hand,
    );
    await takeAlong(tx, paragraph.id, fresh, first, second);
    const revision = await changeParagraph(tx, paragraph, { text: first }, 'split', hand);
    log(`Split ${await nameOf(tx, draft.id, paragraph.id)} of the report in two.`, draftPath(draft.slug));
    return { paragraph: paragraph.id, second: fresh, revision, slug: draft.slug };
  },
});

/** Sources and outcomes whose words stand in the second part alone belong to it from now on. */
async function takeAlong(tx: Tx, from: string, to: string, first: string, second: string): Promise<void> {
  const goes = (words: string) => second.includes(words) && !first.includes(words);
  const sources = await tx
    .selectFrom('draft_source')
    .select(['id', 'sentence'])
    .where('paragraph_id', '=', from)
    .execute();
  for (const { id, sentence } of sources)
    if (goes(sentence)) await tx.updateTable('draft_source').set({ paragraph_id: to }).where('id', '=', id).execute();
  const outcomes = await tx
    .selectFrom('draft_outcome')
    .select(['id', 'text', 'revision'])
    .where('paragraph_id', '=', from)
    .where('removed_at', 'is', null)
    .execute();
  for (const { id, text, revision } of outcomes)
    if (goes(text))
      await tx
        .updateTable('draft_outcome')
        .set({ paragraph_id: to, revision: revision + 1 })
        .where('id', '=', id)
        .execute();
}
