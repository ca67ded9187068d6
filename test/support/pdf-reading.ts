import { openSource } from '../../src/reader/sources/open-source.ts';
import type { SourceBlock, SourceDocument } from '../../src/reader/sources/source-document.ts';
import { buildPdf, flow, type Flow, type PdfPageSpec, type PdfText } from './pdf-builder.ts';

/** Reads a PDF that consists of these pages. */
export const read = (pages: readonly PdfPageSpec[]): Promise<SourceDocument> =>
  openSource(buildPdf(pages), 'report.pdf');

/** What a test asks of its blocks: their texts, their printed labels, and the bold words of one. */
export const texts = (document: SourceDocument): string[] => document.blocks.map((b) => b.text);
export const labels = (blocks: readonly SourceBlock[]): (string | null)[] => blocks.map((b) => b.marker);
export const bold = (block: SourceBlock | undefined): string[] =>
  (block?.emphasis ?? []).filter((e) => e.kind === 'bold').map((e) => block!.text.slice(e.start, e.end));

/** The column most pages have, in points from the left. */
export const MEASURE: Flow = { x: 72, width: 450 };

/** Paragraphs below each other; a number is extra space. */
export function column(
  parts: readonly (string | [string, Partial<Flow>] | number)[],
  top = 80,
  base: Flow = MEASURE,
): PdfText[] {
  const out: PdfText[] = [];
  let y = top;
  for (const part of parts) {
    if (typeof part === 'number') {
      y += part;
      continue;
    }
    const [text, style] = typeof part === 'string' ? [part, {}] : part;
    const placed = flow(text, y, { ...base, ...style });
    out.push(...placed.texts);
    y = placed.y + 6;
  }
  return out;
}

/** A paragraph of several lines, without its last full stop. */
export const LONG =
  'The delegation of Lakeland described how its harbour offices work together and what they expect from the partners in the coming year, ' +
  'including a list of contact points for each town on the northern shore and two training weeks for the crews of the rescue boats';
