import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { adopt } from '../../forms.ts';
import { isOpen } from '../../stage.ts';
import { checkStep, draftPath, lockDraft, moveDraft } from '../drafts.ts';
import { appendVersion, checkAnswered, newestVersion } from '../versions.ts';

export const adoptDraft = defineAction({
  name: 'drafting.draft.adopt',
  does: 'Records that the report was adopted in the meeting or by the chair: the text as it stands, or the version that is circulated. A draft under silence is adopted by silence.',
  input: adopt,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const draft = await lockDraft(tx, input.draft, input.revision);
    if (draft.stage === 'silence')
      throw new Refusal(
        'drafting.draft.state',
        'This draft is under silence; it is adopted by silence, or revised once silence is broken.',
      );
    checkStep(draft, 'adopted');
    await checkAnswered(tx, draft.id);
    const version = isOpen(draft.stage)
      ? await appendVersion(tx, draft, { purpose: 'adoption', note: input.note, due: null, actor, at })
      : (await newestVersion(tx, draft.id))!;
    const revision = await moveDraft(tx, draft, {
      stage: 'adopted',
      adopted_how: input.how,
      adopted_note: input.note,
      adopted_at: at,
      adopted_by: actor.personId!,
      adopted_version_id: version.id,
    });
    log(
      `Recorded that version ${version.n} of the report was adopted ${input.how === 'chair' ? 'by the chair' : 'in the meeting'}: ${input.note}`,
      draftPath(draft.slug),
    );
    return { draft: draft.id, slug: draft.slug, version: version.n, revision };
  },
});
