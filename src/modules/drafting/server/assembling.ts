import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/action.ts';
import { assemble, type AssembledParagraph } from '../assemble.ts';
import { compareMaterial, type Comparison, type FromMaterial } from '../offers.ts';
import type { DraftRow } from './drafts.ts';
import { meetingMaterial } from './material.ts';
import { markOutcome } from './outcomes.ts';
import { addParagraph, changeParagraph, lockParagraph, tieSources } from './paragraphs.ts';

interface Hand {
  actor: Actor;
  at: Date;
}

/** What the meeting says now, in paragraphs. */
export async function assembled(
  tx: Tx,
  draft: Pick<DraftRow, 'meeting_id' | 'names_day'>,
): Promise<AssembledParagraph[]> {
  return assemble(await meetingMaterial(tx, draft.meeting_id, draft.names_day));
}

/** Paragraphs of a draft that come from material, removed ones too. */
export async function fromMaterial(tx: Tx, draft: string): Promise<FromMaterial[]> {
  return tx
    .selectFrom('draft_paragraph')
    .select(['id', 'material', 'text', 'assembled_text', 'removed_at', 'revision'])
    .where('draft_id', '=', draft)
    .where('material', 'is not', null)
    .execute() as unknown as Promise<FromMaterial[]>;
}

/** What the meeting says now beside what the draft says. */
export async function comparison(
  tx: Tx,
  draft: DraftRow,
): Promise<Comparison & { pieces: AssembledParagraph[]; paragraphs: FromMaterial[] }> {
  const pieces = await assembled(tx, draft);
  const paragraphs = await fromMaterial(tx, draft.id);
  const left = await tx
    .selectFrom('draft_material_left')
    .select(['material', 'text'])
    .where('draft_id', '=', draft.id)
    .execute();
  return {
    ...compareMaterial(pieces, paragraphs, new Map(left.map(({ material, text }) => [material, text]))),
    pieces,
    paragraphs,
  };
}

/** Puts a piece into the draft: paragraph, sources, the outcome it is. @returns the paragraph. */
export async function enterPiece(
  tx: Tx,
  draft: string,
  piece: AssembledParagraph,
  place: string,
  hand: Hand,
): Promise<string> {
  const { material, kind, session, text } = piece;
  const id = await addParagraph(tx, { draft, session, kind, text, place, material }, 'added', hand);
  await tieSources(tx, id, piece.sources, hand.at);
  if (piece.outcome) await markPoint(tx, draft, id, piece, hand);
  return id;
}

async function markPoint(
  tx: Tx,
  draft: string,
  paragraph: string,
  { outcome, text }: AssembledParagraph,
  hand: Hand,
): Promise<void> {
  if (!outcome) return;
  const { kind, by, goals, point } = outcome;
  const named = by ? [{ party: by.key, asWritten: by.name }] : [];
  await markOutcome(
    tx,
    { draft, paragraph, text, kind, by: named, to: [], goals, when: null, origin: 'point', point },
    hand,
  );
}

/** Brings a paragraph to what its material says now; outcomes in it follow. */
export async function renewPiece(
  tx: Tx,
  paragraph: { id: string; revision: number },
  piece: AssembledParagraph,
  verb: 'refreshed' | 'edited' | 'restored',
  hand: Hand,
): Promise<void> {
  const locked = await lockParagraph(tx, paragraph.id, paragraph.revision);
  const whole = await tx
    .selectFrom('draft_outcome')
    .select(['id', 'revision'])
    .where('paragraph_id', '=', locked.id)
    .where('removed_at', 'is', null)
    .where('text', '=', locked.text)
    .execute();
  await changeParagraph(tx, locked, { text: piece.text, assembled_text: piece.text, removed_at: null }, verb, hand);
  await tieSources(tx, locked.id, piece.sources, hand.at);
  for (const { id } of whole) {
    const now = await tx
      .selectFrom('draft_outcome')
      .select(['revision', 'text'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (now.text !== piece.text)
      await tx
        .updateTable('draft_outcome')
        .set({ text: piece.text, revision: now.revision + 1 })
        .where('id', '=', id)
        .execute();
  }
}
