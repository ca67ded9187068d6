import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { paragraphMove } from '../../forms.ts';
import { draftPath, openText } from '../drafts.ts';
import { changeParagraph, draftOf, lockParagraph, nameOf, placeAfter, standingParagraphs } from '../paragraphs.ts';

export const moveParagraph = defineAction({
  name: 'drafting.paragraph.move',
  does: 'Moves a paragraph one place up or down; numbers follow.',
  input: paragraphMove,
  permission: ['secretariat', 'chair', 'member', 'focal-point', 'system'],
  async run({ tx, actor, input, at, log }) {
    const draft = await openText(tx, await draftOf(tx, input.paragraph));
    const paragraph = await lockParagraph(tx, input.paragraph, input.revision);
    const all = await standingParagraphs(tx, draft.id);
    const index = all.findIndex(({ id }) => id === paragraph.id);
    const beyond = input.to === 'up' ? index - 2 : index + 1;
    if (index < 0 || beyond < -1 || beyond >= all.length)
      throw new Refusal(
        'drafting.paragraph.place',
        input.to === 'up' ? 'It stands first already.' : 'It stands last already.',
      );
    const place = await placeAfter(tx, draft.id, all[beyond]?.id ?? null);
    const revision = await changeParagraph(tx, paragraph, { place }, 'moved', { actor, at });
    log(`Moved ${await nameOf(tx, draft.id, paragraph.id)} of the report ${input.to}.`, draftPath(draft.slug));
    return { paragraph: paragraph.id, revision, slug: draft.slug };
  },
});
