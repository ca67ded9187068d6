import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { paragraphStep } from '../../forms.ts';
import { draftPath, openText } from '../drafts.ts';
import { changeParagraph, draftOf, lockParagraph, nameOf } from '../paragraphs.ts';

export const removeParagraph = defineAction({
  name: 'drafting.paragraph.remove',
  does: 'Takes a paragraph out of the draft; it can be brought back.',
  input: paragraphStep,
  permission: ['secretariat', 'chair', 'member', 'focal-point', 'system'],
  async run({ tx, actor, input, at, log }) {
    const draft = await openText(tx, await draftOf(tx, input.paragraph));
    const paragraph = await lockParagraph(tx, input.paragraph, input.revision);
    if (paragraph.removed_at !== null)
      throw new Refusal('drafting.paragraph.state', 'This paragraph was taken out already.');
    const name = await nameOf(tx, draft.id, paragraph.id);
    const revision = await changeParagraph(tx, paragraph, { removed_at: at }, 'removed', { actor, at });
    log(`Took ${name} out of the report: “${paragraph.text.slice(0, 80)}”.`, draftPath(draft.slug));
    return { paragraph: paragraph.id, revision, slug: draft.slug };
  },
});
