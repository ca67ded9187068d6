/** What formats with real paragraphs (DOCX, HTML) share when they make blocks. */
import { splitMarker } from '../structure/labels.ts';
import type { SourceBlock } from './source-document.ts';

const LONGEST_BOLD_HEADING = 160;

/** A short paragraph that is bold from end to end, and is no sentence, is a heading, whatever its style says. */
export function promoteBold(block: SourceBlock): SourceBlock {
  if (block.kind !== 'paragraph' && !(block.kind === 'list-item' && /^[\p{L}\d(]/u.test(block.marker ?? '-')))
    return block;
  const { text, emphasis } = block;
  if (text.length > LONGEST_BOLD_HEADING || /[.;,]$/.test(text) || !/\p{L}/u.test(text)) return block;
  const bold = emphasis.find((e) => e.kind === 'bold');
  if (!bold || bold.start > 0 || bold.end < text.trimEnd().length) return block;
  return { ...block, kind: 'heading', level: null };
}

const UNFINISHED = /(?:[,–—(&-]|\b(?:and|or|of|the|a|an|to|in|on|for|with|by|from|at))$/i;

/**
 * A forced line break ends a block where an entry of a typed list begins, after the end of a sentence, and between short lines
 * that stand for themselves (place, date, names below each other); elsewhere it is a space.
 */
export function breakEndsBlock(before: string, after: string): boolean {
  if (splitMarker(after) !== null) return true;
  if (!/^[“"‘(]?[\p{Lu}\p{Lo}\d]/u.test(after) || UNFINISHED.test(before)) return false;
  if (/^[^.;]{3,60}\b(?:19|20)\d{2}\W{0,2}$/.test(after)) return true;
  return before.length <= 60 || /[.:;!?؟۔]["”’)]?$/.test(before);
}

/** Cells of one table row, each a list of blocks, → the row's blocks: one `table-row`, or, for a table that only lays out a page, the blocks themselves. */
export function rowBlocks(cells: readonly SourceBlock[][]): SourceBlock[] {
  const filled = cells.filter((cell) => cell.length > 0);
  if (filled.length === 0) return [];
  if (cells.length === 1 || filled.some(isLayout)) return filled.flat();
  const row: SourceBlock = {
    kind: 'table-row',
    text: '',
    level: null,
    marker: null,
    emphasis: [],
    page: null,
    indent: null,
  };
  filled.forEach((cell, i) => {
    if (i > 0) row.text += ' | ';
    cell.forEach((block, k) => append(row, block, k > 0));
  });
  return [row];
}

/** A cell that holds a document of its own rather than a value. */
function isLayout(cell: readonly SourceBlock[]): boolean {
  const length = cell.reduce((sum, b) => sum + b.text.length, 0);
  const structured = cell.filter((b) => b.kind === 'heading' || b.marker !== null).length;
  return length > 3000 || (length > 700 && structured >= 3);
}

function append(row: SourceBlock, block: SourceBlock, spaced: boolean): void {
  row.text += `${spaced ? ' ' : ''}${block.marker === null ? '' : `${block.marker} `}`;
  const base = row.text.length;
  row.text += block.text;
  for (const e of block.emphasis) row.emphasis.push({ ...e, start: e.start + base, end: e.end + base });
}
