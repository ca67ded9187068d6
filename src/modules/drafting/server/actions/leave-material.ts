import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { materialStep } from '../../forms.ts';
import { comparison } from '../assembling.ts';
import { draftPath, openText } from '../drafts.ts';

export const leaveMaterial = defineAction({
  name: 'drafting.material.leave',
  does: 'Leaves offered material out of the draft; it is offered again when it says something else.',
  input: materialStep,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const draft = await openText(tx, input.draft);
    const { offers } = await comparison(tx, draft);
    const offer = offers.find(({ piece }) => piece.material === input.material);
    if (!offer)
      throw new Refusal(
        'drafting.material.not-found',
        'This is not offered any more; it may have been taken in already.',
      );
    const row = { text: offer.piece.text, at, by: actor.personId! };
    await tx
      .insertInto('draft_material_left')
      .values({ draft_id: draft.id, material: input.material, ...row })
      .onConflict((conflict) => conflict.columns(['draft_id', 'material']).doUpdateSet(row))
      .execute();
    log('Left material of the meeting out of the report.', draftPath(draft.slug));
    return { draft: draft.id, slug: draft.slug };
  },
});
