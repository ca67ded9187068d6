import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { paragraphStep } from '../../forms.ts';
import { draftPath, openText } from '../drafts.ts';
import { changeParagraph, draftOf, lockParagraph, nameOf } from '../paragraphs.ts';

export const restoreParagraph = defineAction({
  name: 'drafting.paragraph.restore',
  does: 'Brings a paragraph back that was taken out, in its old place.',
  input: paragraphStep,
  permission: ['secretariat', 'chair', 'member', 'focal-point', 'system'],
  async run({ tx, actor, input, at, log }) {
    const draft = await openText(tx, await draftOf(tx, input.paragraph));
    const paragraph = await lockParagraph(tx, input.paragraph, input.revision);
    if (paragraph.removed_at === null)
      throw new Refusal('drafting.paragraph.state', 'This paragraph stands in the text.');
    const revision = await changeParagraph(tx, paragraph, { removed_at: null }, 'restored', { actor, at });
    log(`Brought ${await nameOf(tx, draft.id, paragraph.id)} back into the report.`, draftPath(draft.slug));
    return { paragraph: paragraph.id, revision, slug: draft.slug };
  },
});
