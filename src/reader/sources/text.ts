/**
 * Plain text and Markdown → SourceDocument. Tolerant of the hybrids that converters print: `- 1. Text`, `- a. text`,
 * bold labels, HTML tags in Markdown, page breaks as blank lines, hard-wrapped paragraphs, tables drawn with bars.
 */
import { decodeText } from './decode.ts';
import { readInline } from './inline.ts';
import { UnreadableFile } from './source-document.ts';
import type { SourceBlock, SourceDocument } from './source-document.ts';
import { splitMarker } from '../structure/labels.ts';

/** Reads a text file of any encoding. Throws `UnreadableFile` when nothing is in it. */
export function readText(bytes: Uint8Array, name: string, sha256: string): SourceDocument {
  const { text, notices } = decodeText(bytes);
  const mediaType = /\.(?:md|markdown)$/i.test(name) ? 'text/markdown' : 'text/plain';
  const document = textToDocument(text, name, mediaType, sha256);
  if (document.blocks.length === 0)
    throw new UnreadableFile('source.empty', `“${name}” holds no text. Check that the right file was chosen.`);
  return { ...document, notices };
}

/** Text that is already decoded → blocks in reading order. Linear in the number of lines. */
export function textToDocument(text: string, name: string, mediaType: string, sha256: string): SourceDocument {
  const { title, body } = withoutFrontMatter(text);
  const pages = body.split('\f');
  const many = pages.length > 1;
  const blocks = pages.flatMap((page, i) => linesToBlocks(page, many ? i + 1 : null));
  if (title !== null && !blocks.slice(0, 4).some((b) => b.text === title)) blocks.unshift(headingOf(title));
  return { name, mediaType, sha256, pages: many ? pages.length : null, blocks, notices: [] };
}

const headingOf = (text: string): SourceBlock => ({
  kind: 'heading',
  text,
  level: 1,
  marker: null,
  emphasis: [],
  page: null,
  indent: 0,
});

/** A block of `key: value` lines between `---` at the very beginning is about the file; only its title is of the report. */
function withoutFrontMatter(text: string): { title: string | null; body: string } {
  const m = /^\s{0,20}---[ \t]*\r?\n((?:[^\n]{0,500}\n){0,60}?)---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!m || !/^[\w-]+:/m.test(m[1] ?? '')) return { title: null, body: text };
  const title = /^title:\s*["']?(.{1,300}?)["']?\s*$/m.exec(m[1] ?? '')?.[1] ?? null;
  return { title: title === null ? null : readInline(title).text, body: text.slice(m[0].length) };
}

interface Line {
  raw: string;
  indent: number;
  blank: boolean;
  /** `Latvia      H.E. A. Berzins`: a line of a list set in columns, complete in itself. */
  columns: boolean;
}

function linesToBlocks(text: string, page: number | null): SourceBlock[] {
  const lines = text.split(/\r\n?|\n|\u2028|\u2029|\u0085/).map(toLine);
  const width = wrapWidth(lines);
  const blocks: SourceBlock[] = [];
  let previous: Line | null = null;
  let inNotes = false;
  let afterRule = false;
  for (const line of lines) {
    if (line.blank || isRule(line.raw)) {
      if (isRule(line.raw)) afterRule = !markUnderline(blocks, line.raw, previous);
      previous = null;
      continue;
    }
    const last = blocks.at(-1);
    const block = lineToBlock(line, page, inNotes);
    if (block === null || (block.text === '' && block.marker === null)) continue;
    if (block.kind === 'footnote' && afterRule) inNotes = true;
    afterRule = false;
    if (last && previous && continues(last, block, line, previous, width)) append(last, line.raw);
    else blocks.push(block);
    if (block.kind === 'heading' || /^\d/.test(block.marker ?? '')) inNotes = false;
    previous = line;
  }
  return blocks.filter((b) => b.text !== '' || b.marker !== null);
}

function toLine(raw: string): Line {
  const indent = /^[ \t\u00A0]*/.exec(raw)?.[0].replace(/\t/g, '    ').length ?? 0;
  return { raw, indent, blank: raw.trim() === '', columns: COLUMNS.test(raw) };
}

/** One to three gaps of three blanks or more, none of them behind a label; justified lines have more and smaller ones. */
const COLUMNS = /^\s*(?!\(?[\w.]{1,5}[.)]?\s{3})\S+(?:\s{1,2}\S+){0,12}(?:(?: {3,}|\t+)\S+(?:\s\S+){0,12}){1,3}\s*$/;

const isRule = (raw: string): boolean => /^\s{0,8}(?:-{3,}|\*{3,}|_{3,}|={3,}|(?:[-*_]\s){3,})\s*$/.test(raw);

/** `Title` over `=====` or `-----` is a heading in Markdown. */
function markUnderline(blocks: SourceBlock[], raw: string, previous: Line | null): boolean {
  const last = blocks.at(-1);
  if (!previous || !last || last.kind !== 'paragraph' || last.marker !== null || last.text.length > 120) return false;
  last.kind = 'heading';
  last.level = raw.trim().startsWith('=') ? 1 : 2;
  return true;
}

/** The column at which paragraphs of a hard-wrapped text end; `null` when each paragraph is one long line. */
function wrapWidth(lines: Line[]): number | null {
  const lengths = lines
    .filter((l) => !l.blank)
    .map((l) => l.raw.length)
    .sort((a, b) => a - b);
  if (lengths.length < 6) return null;
  const high = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  const typical = lengths[Math.floor(lengths.length * 0.7)] ?? 0;
  return high <= 140 && high >= 40 && typical >= high * 0.75 ? high : null;
}

function lineToBlock(line: Line, page: number | null, inNotes: boolean): SourceBlock | null {
  const base = { page, indent: line.indent, level: null, marker: null } as const;
  const trimmed = line.raw.trim();
  const row = tableRow(trimmed);
  if (row !== null) return row.text === '' ? null : { ...base, kind: 'table-row', ...row };
  const heading = /^(#{1,6})\s+(.*?)#*$/.exec(trimmed);
  if (heading)
    return labelled({ ...base, kind: 'heading', ...readInline(heading[2] ?? ''), level: (heading[1] ?? '#').length });
  const item = /^<li[^>]{0,200}>(.*?)(?:<\/li>)?$/i.exec(trimmed);
  if (item) return { ...base, kind: 'list-item', ...readInline(item[1] ?? ''), marker: '-' };
  const task = /^[-*+]\s+\[([ xX])\]\s+(.+)$/s.exec(trimmed);
  if (task) return { ...base, kind: 'list-item', ...readInline(task[2] ?? ''), marker: task[1] === ' ' ? '☐' : '☑' };
  const note = /^(?:\\\*|<sup>\s{0,3}[\w*†‡]{1,4}\s{0,3}<\/sup>|\[\^[^\]]{1,20}\]:?)\s*(.*)$/s.exec(trimmed);
  if (note) return { ...base, kind: 'footnote', ...readInline(note[1] ?? '') };
  const quoted = trimmed.replace(/^(?:>\s?){1,4}/, '').replace(BARE_NUMBER, '$1. ');
  const inner = splitMarker(quoted);
  const outer = inner && /^[-*•+]$/.test(inner.marker) ? splitMarker(readInline(inner.rest).text) : null;
  if (inner && outer && !/^\*/.test(outer.marker))
    return labelled({ ...base, kind: 'list-item', ...readInline(inner.rest) });
  if (inner && /^[+*]$/.test(inner.marker))
    return { ...base, kind: 'list-item', ...readInline(inner.rest), marker: '-' };
  const block = labelled({ ...base, kind: 'paragraph', ...readInline(quoted) });
  return inNotes && block.kind === 'paragraph' ? { ...block, kind: 'footnote' } : block;
}

/** Takes the label off the beginning of a block's text and moves its emphasis to the left accordingly. */
export function labelled(block: SourceBlock): SourceBlock {
  if (block.marker !== null) return block;
  const split = splitMarker(block.text);
  if (!split) return block;
  const cut = block.text.length - split.rest.length;
  const emphasis = block.emphasis
    .map((e) => ({ ...e, start: Math.max(0, e.start - cut), end: Math.max(0, e.end - cut) }))
    .filter((e) => e.end > e.start);
  const kind = block.kind === 'paragraph' ? 'list-item' : block.kind;
  return { ...block, kind, text: split.rest, marker: split.marker, emphasis };
}

/** `12   The meeting …`, `3  OTHER MATTERS`: a number set off by white space before a line of text or a title in capitals. */
const BARE_NUMBER =
  /^(\d{1,3})(?:\t+ *| {2,})(?=["“(]?\p{Lu}.{60}|(?!(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]* )[\p{Lu}\d\s,&'’()/–-]{5,80}$)/u;

/** `Action 2: …` begins an entry of its own, however full the line above it is. */
const OWN_ENTRY =
  /^(?:Action(?: point| item)?|Decision|Recommendation|Conclusion)\s(?:No\.?\s)?\d{1,3}[\d./]*\s?[:.–-]\s/;

function tableRow(trimmed: string): { text: string; emphasis: SourceBlock['emphasis'] } | null {
  if (!/^\|.*\|$/.test(trimmed) || trimmed.length < 3) return null;
  if (/^\|[\s:|-]+\|$/.test(trimmed)) return { text: '', emphasis: [] };
  const cells = trimmed
    .slice(1, -1)
    .split('|')
    .map((c) => readInline(c.trim()).text);
  const text = cells.join(' | ');
  return { text: cells.every((c) => c === '') ? '' : text, emphasis: [] };
}

/** Whether a line goes on with the paragraph above it. */
function continues(last: SourceBlock, next: SourceBlock, line: Line, previous: Line, width: number | null): boolean {
  if (next.kind !== 'paragraph' && next.kind !== 'footnote') return false;
  if (next.marker !== null || last.kind === 'heading' || last.kind === 'table-row') return false;
  if (next.text === '' || OWN_ENTRY.test(next.text)) return false;
  if (line.columns || (previous.columns && line.indent <= previous.indent)) return false;
  if (width !== null && previous.raw.trimEnd().length >= width * 0.72) return true;
  const hardBreak = / {2,}$|\\$/.test(previous.raw);
  return !hardBreak && /^[\p{Ll}(,;]/u.test(next.text) && !/[.:;!?]["”’)]?$/.test(last.text);
}

function append(last: SourceBlock, raw: string): void {
  const inline = readInline(raw.trim());
  const hyphenated = /[\p{Ll}]-$/u.test(last.text) && /^[\p{Ll}]/u.test(inline.text) && !/\s\S*-\S*-$/.test(last.text);
  const base = hyphenated ? last.text.slice(0, -1) : `${last.text} `;
  last.text = base + inline.text;
  for (const e of inline.emphasis) last.emphasis.push({ ...e, start: e.start + base.length, end: e.end + base.length });
}
