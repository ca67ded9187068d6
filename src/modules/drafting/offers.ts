import type { AssembledParagraph } from './assemble.ts';

/** A paragraph of the draft as far as it comes from material of the meeting. */
export interface FromMaterial {
  id: string;
  material: string | null;
  text: string;
  assembled_text: string | null;
  removed_at: Date | null;
  revision: number;
}

export interface Offer {
  /** New material, or other words for a paragraph that people have edited or taken out since. */
  kind: 'new' | 'changed';
  piece: AssembledParagraph;
  /** The paragraph it would replace. */
  paragraph: { id: string; revision: number } | null;
}

export interface Comparison {
  /** Paragraphs nobody has touched, whose material says something else now: they follow by themselves. */
  refresh: { piece: AssembledParagraph; paragraph: FromMaterial }[];
  offers: Offer[];
}

/**
 * What the meeting says now beside what the draft says. What people wrote is never overwritten: it is offered.
 * @param left material that was looked at and left out, with what it said then.
 */
export function compareMaterial(
  pieces: readonly AssembledParagraph[],
  paragraphs: readonly FromMaterial[],
  left: ReadonlyMap<string, string>,
): Comparison {
  const known = new Map(paragraphs.flatMap((one) => (one.material === null ? [] : [[one.material, one] as const])));
  const result: Comparison = { refresh: [], offers: [] };
  for (const piece of pieces) {
    const paragraph = known.get(piece.material);
    if (paragraph && paragraph.assembled_text === piece.text) continue;
    if (paragraph && paragraph.removed_at === null && paragraph.text === paragraph.assembled_text)
      result.refresh.push({ piece, paragraph });
    else if (left.get(piece.material) !== piece.text && paragraph?.text !== piece.text)
      result.offers.push({
        kind: paragraph ? 'changed' : 'new',
        piece,
        paragraph: paragraph ? { id: paragraph.id, revision: paragraph.revision } : null,
      });
  }
  return result;
}

/** The material before a piece that stands in the draft: what it is put after; null when it comes first. */
export function standsAfter(
  pieces: readonly AssembledParagraph[],
  material: string,
  paragraphs: readonly FromMaterial[],
): string | null {
  const at = pieces.findIndex((piece) => piece.material === material);
  for (const piece of pieces.slice(0, Math.max(0, at)).toReversed()) {
    const found = paragraphs.find((one) => one.material === piece.material && one.removed_at === null);
    if (found) return found.id;
  }
  return null;
}
