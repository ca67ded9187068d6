import { defineAction } from '../../../../kernel/action.ts';
import { draftStep } from '../../forms.ts';
import { checkStep, draftPath, lockDraft, moveDraft } from '../drafts.ts';

export const reviseDraft = defineAction({
  name: 'drafting.draft.revise',
  does: 'Closes the round of comments, or a silence that was broken, and opens the text for revision.',
  input: draftStep,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, log }) {
    const draft = await lockDraft(tx, input.draft, input.revision);
    checkStep(draft, 'revised');
    const revision = await moveDraft(tx, draft, { stage: 'revised' });
    log(
      draft.stage === 'silence'
        ? 'Took the report up for revision after silence was broken.'
        : 'Closed the round of comments and took the report up for revision.',
      draftPath(draft.slug),
    );
    return { draft: draft.id, slug: draft.slug, revision };
  },
});
