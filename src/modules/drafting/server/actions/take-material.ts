import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { materialStep } from '../../forms.ts';
import { standsAfter } from '../../offers.ts';
import { comparison, enterPiece, renewPiece } from '../assembling.ts';
import { draftPath, openText } from '../drafts.ts';
import { placeAfter } from '../paragraphs.ts';

export const takeMaterial = defineAction({
  name: 'drafting.material.take',
  does: 'Takes material of the meeting into the draft: a new paragraph, or the words of the meeting in place of an edited one, which stays in the history.',
  input: materialStep,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const draft = await openText(tx, input.draft);
    const { offers, pieces, paragraphs } = await comparison(tx, draft);
    const offer = offers.find(({ piece }) => piece.material === input.material);
    if (!offer)
      throw new Refusal(
        'drafting.material.not-found',
        'This is not offered any more; it may have been taken in already.',
      );
    const hand = { actor, at };
    if (offer.paragraph) await renewPiece(tx, offer.paragraph, offer.piece, 'edited', hand);
    else
      await enterPiece(
        tx,
        draft.id,
        offer.piece,
        await placeAfter(tx, draft.id, standsAfter(pieces, input.material, paragraphs)),
        hand,
      );
    log(`Took new material of the meeting into the report: “${offer.piece.text.slice(0, 80)}”.`, draftPath(draft.slug));
    return { draft: draft.id, slug: draft.slug };
  },
});
