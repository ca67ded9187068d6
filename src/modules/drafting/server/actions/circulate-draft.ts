import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { circulate } from '../../forms.ts';
import { checkStep, draftPath, lockDraft, moveDraft } from '../drafts.ts';
import { appendVersion, checkAnswered } from '../versions.ts';

export const circulateDraft = defineAction({
  name: 'drafting.version.circulate',
  does: 'Circulates the draft to the parties that took part, for comments until an exact instant. Refused while a paragraph under the Chatham House Rule names anybody, or a comment has no answer.',
  input: circulate,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const draft = await lockDraft(tx, input.draft, input.revision);
    checkStep(draft, 'circulated');
    if (input.instant <= at)
      throw new Refusal('drafting.version.deadline', 'This moment has passed already; choose a later one.', {
        field: 'due',
      });
    await checkAnswered(tx, draft.id);
    const { n } = await appendVersion(tx, draft, {
      purpose: 'comments',
      note: input.note,
      due: input.instant,
      actor,
      at,
    });
    const revision = await moveDraft(tx, draft, { stage: 'circulated', zone: input.zone });
    log(
      `Circulated version ${n} of the report for comments until ${input.due} (${input.zone}).`,
      `${draftPath(draft.slug)}/versions/${n}`,
    );
    return { draft: draft.id, slug: draft.slug, version: n, revision };
  },
});
