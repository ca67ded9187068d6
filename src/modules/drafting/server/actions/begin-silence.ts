import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { silenceBegin } from '../../forms.ts';
import { checkStep, draftPath, lockDraft, moveDraft } from '../drafts.ts';
import { appendVersion, checkAnswered } from '../versions.ts';

export const beginSilence = defineAction({
  name: 'drafting.silence.begin',
  does: 'Puts the draft under the silence procedure: it stands adopted at an exact instant unless an entitled party objects in writing before it.',
  input: silenceBegin,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const draft = await lockDraft(tx, input.draft, input.revision);
    // An adoption goes back to silence only through an objection in time, in the database.
    if (draft.stage === 'adopted') checkStep(draft, 'revised');
    checkStep(draft, 'silence');
    if (input.instant <= at)
      throw new Refusal('drafting.version.deadline', 'This moment has passed already; choose a later one.', {
        field: 'due',
      });
    await checkAnswered(tx, draft.id);
    const { id, n } = await appendVersion(tx, draft, { purpose: 'silence', note: input.note, due: null, actor, at });
    await tx
      .insertInto('draft_silence')
      .values({ version_id: id, draft_id: draft.id, until: input.instant, zone: input.zone, at, by: actor.personId! })
      .execute();
    const revision = await moveDraft(tx, draft, { stage: 'silence', zone: input.zone });
    log(
      `Put version ${n} of the report under silence until ${input.due} (${input.zone}).`,
      `${draftPath(draft.slug)}/versions/${n}`,
    );
    return { draft: draft.id, slug: draft.slug, version: n, revision };
  },
});
