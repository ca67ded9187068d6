/** Paragraphs of a PDF → source blocks: headings told by size and weight, labels taken off, list depth from indents. */
import { labelled } from './text.ts';
import { splitMarker } from '../structure/labels.ts';
import type { SourceBlock } from './source-document.ts';
import type { Measure } from './pdf-measure.ts';
import type { Paragraph } from './pdf-paragraphs.ts';
import { addLine } from './pdf-line-text.ts';
import type { PdfLine } from './pdf-line.ts';
import { joinLines } from './hyphens.ts';
import type { HyphenatedWords } from './hyphens.ts';
import { addText, finishText, richBuilder } from './rich-text.ts';

const LONGEST_HEADING = 220;

/** One paragraph → one block; heading levels and list depth are settled by `settleLevels` afterwards. */
export function toBlock(paragraph: Paragraph, measure: Measure, words: HyphenatedWords): SourceBlock {
  const first = paragraph.lines[0]!;
  if (first.cells !== null) return rowBlock(first, words);
  const builder = richBuilder();
  const marker = setApartMarker(first);
  paragraph.lines.forEach((line, i) => {
    if (i > 0) joinLines(builder, line.text, paragraph.lines[i - 1]!.soft, words);
    addLine(builder, line, i === 0 && marker !== null ? 1 : 0);
  });
  const block: SourceBlock = {
    kind: marker === null ? 'paragraph' : 'list-item',
    ...finishText(builder),
    level: null,
    marker,
    page: first.page,
    indent: Math.round((first.x - first.left) * 10) / 10,
  };
  const done = bulleted(labelled(block), first.role);
  return isHeading(paragraph, done, measure) ? { ...done, kind: 'heading' } : done;
}

/** The bullet of a tagged list item can be drawn, not written. */
function bulleted(block: SourceBlock, role: string | null): SourceBlock {
  return role === 'LI' && block.marker === null ? { ...block, kind: 'list-item', marker: '•' } : block;
}

/** A label that stands apart from its text (`5    The delegation …`); `labelled` finds those that do not. */
function setApartMarker(line: PdfLine): string | null {
  if (line.segments.length < 2) return null;
  const { text } = line.segments[0]!;
  if (splitMarker(`${text} x`)?.rest === 'x') return text;
  return /^\(?\d{1,3}[.)]?$/.test(text) && line.segments[1]!.x - line.segments[0]!.right < line.size * 5 ? text : null;
}

function rowBlock(line: PdfLine, words: HyphenatedWords): SourceBlock {
  const builder = richBuilder();
  for (const cell of line.cells!.filter((c) => c.length > 0)) {
    if (builder.length > 0) addText(builder, ' | ');
    cell.forEach((part, i) => {
      if (i > 0) joinLines(builder, part.text, cell[i - 1]!.soft, words);
      addLine(builder, part);
    });
  }
  const rich = finishText(builder);
  return { kind: 'table-row', ...rich, level: null, marker: null, page: line.page, indent: null };
}

function isHeading(paragraph: Paragraph, block: SourceBlock, measure: Measure): boolean {
  const { lines } = paragraph;
  if (/^(?:H[1-6]?|Title)$/.test(lines[0]!.role ?? '')) return true;
  if (block.text.length > LONGEST_HEADING || lines.length > 4 || !/\p{L}/u.test(block.text)) return false;
  if (block.marker !== null && /^[^\p{L}\d(]/u.test(block.marker)) return false;
  if (lines[0]!.size > measure.body * 1.12) return true;
  const bold = !measure.boldBody && lines.every((l) => l.bold);
  return bold && !/[.;,]$/.test(block.text) && lines[0]!.size > measure.body * 0.93;
}

/** Heading levels by size then weight, over the whole document; list depth from the indents of successive labels. */
export function settleLevels(blocks: SourceBlock[], sizes: readonly number[]): void {
  const looks = [...new Set(blocks.flatMap((b, i) => (b.kind === 'heading' ? [Math.round(sizes[i]! * 2)] : [])))].sort(
    (a, b) => b - a,
  );
  const stack: number[] = [];
  blocks.forEach((block, i) => {
    if (block.kind === 'heading') block.level = Math.min(6, looks.indexOf(Math.round(sizes[i]! * 2)) + 1);
    if (block.kind !== 'list-item' || block.indent === null) return;
    while (stack.length > 0 && block.indent < stack.at(-1)! - 3) stack.pop();
    if (stack.length === 0 || block.indent > stack.at(-1)! + 6) stack.push(block.indent);
    block.level = stack.length;
  });
}
