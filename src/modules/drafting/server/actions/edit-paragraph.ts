import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { paragraphEdit } from '../../forms.ts';
import { draftPath, openText } from '../drafts.ts';
import { changeParagraph, draftOf, lockParagraph, nameOf } from '../paragraphs.ts';

export const editParagraph = defineAction({
  name: 'drafting.paragraph.edit',
  does: 'Changes the words of a paragraph. Refused when somebody else changed it meanwhile; both texts are then shown.',
  input: paragraphEdit,
  permission: ['secretariat', 'chair', 'member', 'focal-point', 'system'],
  async run({ tx, actor, input, at, log }) {
    const draft = await openText(tx, await draftOf(tx, input.paragraph));
    const paragraph = await lockParagraph(tx, input.paragraph, input.revision);
    if (paragraph.removed_at !== null)
      throw new Refusal('drafting.paragraph.state', 'This paragraph was taken out. Bring it back first.');
    const kind = input.kind ?? paragraph.kind;
    const revision = await changeParagraph(tx, paragraph, { text: input.text, kind }, 'edited', { actor, at });
    log(`Edited ${await nameOf(tx, draft.id, paragraph.id)} of the report.`, draftPath(draft.slug));
    return { paragraph: paragraph.id, revision, slug: draft.slug };
  },
});
