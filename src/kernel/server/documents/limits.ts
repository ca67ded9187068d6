import { Refusal } from '../../refusal.ts';
import type { Block, PrintedDocument, Text } from './document.ts';
import { wordsOf } from './document.ts';

/** What one file may hold; about a thousand pages of text. Bounds the time and the memory of both renderers. */
export const mostCharacters = 3_000_000;
/** Paragraphs, list items, cells and knots together. */
export const mostPieces = 60_000;

/** @throws Refusal `documents.document.too-large` */
export function keepSize(document: PrintedDocument): void {
  let characters = 0;
  let pieces = 0;
  for (const block of document.blocks)
    for (const text of textsOf(block)) {
      characters += wordsOf(text).length;
      pieces += typeof text === 'string' ? 1 : Math.max(1, text.length);
    }
  if (characters > mostCharacters || pieces > mostPieces)
    throw new Refusal(
      'documents.document.too-large',
      'This is too much for one document (about a thousand pages). Narrow it down, or take it as a table.',
    );
}

function textsOf(block: Block): Text[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [block.label ?? '', block.runs];
    case 'list':
      return block.items;
    case 'table':
      return [...block.columns.map((c) => c.head), ...block.rows.flat()];
    case 'quote':
      return [block.runs, block.source ?? ''];
    case 'thread':
      return block.knots.flatMap((knot) => [knot.date, knot.title, knot.runs ?? '']);
    case 'pageBreak':
      return [''];
  }
}
