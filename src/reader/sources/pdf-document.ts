/** Lines of all pages → blocks: the part of reading a PDF that needs to see the whole document. Linear in the lines. */
import type { SourceBlock, SourceDocument, SourceNotice } from './source-document.ts';
import { toBlock, settleLevels } from './pdf-blocks.ts';
import { noteMarker, takeFootnotes } from './pdf-footnotes.ts';
import type { PdfLine } from './pdf-line.ts';
import { measure } from './pdf-measure.ts';
import type { Measure } from './pdf-measure.ts';
import { toParagraphs } from './pdf-paragraphs.ts';
import type { Paragraph } from './pdf-paragraphs.ts';
import { gatherTables } from './pdf-tables.ts';
import { takeOffRunning } from './pdf-running.ts';

export interface PageText {
  number: number;
  height: number;
  /** No text, but something drawn. */
  picture: boolean;
  /** In reading order. */
  lines: PdfLine[];
}

/** All pages (without pages that could not be read) → the document; `notices` holds what was set aside. */
export function pagesToDocument(pages: PageText[], name: string): SourceDocument {
  const notices: SourceNotice[] = [];
  const running = takeOffRunning(pages);
  if (running.lines.length > 0) {
    notices.push({
      code: 'source.running-header',
      message: `Running headers or footers left out: ${quoted(running.lines)}.`,
      block: null,
    });
  }
  if (running.pageNumbers)
    notices.push({ code: 'source.page-numbers', message: 'Page numbers left out.', block: null });
  const usual = measure(pages);
  const blocks = toBlocks(pages, usual);
  return { name, mediaType: 'application/pdf', sha256: '', pages: pages.length, blocks, notices };
}

function quoted(lines: readonly string[]): string {
  const shown = lines.slice(0, 3).map((l) => `“${l.length > 80 ? `${l.slice(0, 79)}…` : l}”`);
  return lines.length > 3 ? `${shown.join(', ')} and ${lines.length - 3} more` : shown.join(', ');
}

function toBlocks(pages: readonly PageText[], usual: Measure): SourceBlock[] {
  const words = new Set<string>();
  const body: PdfLine[] = [];
  const notes: PdfLine[] = [];
  for (const page of pages) {
    const parted = takeFootnotes(gatherTables(page.lines, usual), usual);
    for (const line of parted.body) body.push(line);
    for (const line of parted.notes) notes.push(line);
  }
  const paragraphs = toParagraphs(body, usual, words);
  const blocks = paragraphs.map((p) => toBlock(p, usual, words));
  settleLevels(
    blocks,
    paragraphs.map((p) => p.lines[0]!.size),
  );
  return withFootnotes(blocks, paragraphs, noteBlocks(notes, usual, words));
}

function noteBlocks(lines: PdfLine[], usual: Measure, words: Set<string>): SourceBlock[] {
  const notes: Paragraph[] = [];
  const markers: (string | null)[] = [];
  for (const line of lines) {
    const marker = noteMarker(line);
    const last = notes.at(-1);
    if (marker === null && last) last.lines.push(line);
    else {
      notes.push({ lines: [line], marked: false, tail: '' });
      markers.push(marker);
    }
  }
  return notes.map((note, i) => noteBlock(toBlock(note, usual, words), markers[i] ?? null));
}

function noteBlock(block: SourceBlock, marker: string | null): SourceBlock {
  const lead =
    marker === null
      ? 0
      : (new RegExp(`^\\[?${marker.replace(/[*]/g, '\\*')}\\]?\\s*`).exec(block.text)?.[0].length ?? 0);
  const emphasis = block.emphasis
    .map((e) => ({ ...e, start: Math.max(0, e.start - lead), end: e.end - lead }))
    .filter((e) => e.end > e.start);
  return {
    ...block,
    kind: 'footnote',
    text: block.text.slice(lead),
    emphasis,
    marker: marker ?? block.marker,
    level: null,
  };
}

/** Footnotes follow the block that is open where their page ends. */
function withFootnotes(blocks: SourceBlock[], paragraphs: readonly Paragraph[], notes: SourceBlock[]): SourceBlock[] {
  if (notes.length === 0) return blocks;
  const placed: SourceBlock[] = [];
  let next = 0;
  blocks.forEach((block, i) => {
    while (next < notes.length && block.page !== null && notes[next]!.page! < block.page) placed.push(notes[next++]!);
    placed.push(block);
    const end = paragraphs[i]!.lines.at(-1)!.page;
    while (next < notes.length && notes[next]!.page! < end) placed.push(notes[next++]!);
  });
  return placed.concat(notes.slice(next));
}
