/**
 * The words of a line: spaces from gaps, letter-spaced titles closed up, superscripts sorted into ordinals (kept) and
 * footnote references (left out), right-to-left lines with left-to-right names inside in reading order.
 */
import type { PdfRun } from './pdf-runs.ts';
import { ALL_BOLD, PdfLine, PLACES, RTL, SOFT, STARTS_BOLD } from './pdf-line.ts';
import type { Segment } from './pdf-line.ts';
import type { RawLine, RawSegment } from './pdf-lines.ts';
import { addClean, addText, BOLD, dropLast, richBuilder } from './rich-text.ts';
import type { RichBuilder } from './rich-text.ts';

/** A gap of this share of the letter size is a space between words. */
const WORD_GAP = 0.17;
const REFERENCE = /^\(?(?:\d{1,3}|[*†‡§])(?:[,;]\s?\d{1,3})*\)?$/;
const RAISED_DIGITS = /(?<=[\p{L}\p{P}])(?<!(?:^|[\s\d])[kcmdM]?m|CO|H)[¹²³⁰⁴-⁹]{1,3}/gu;
const RAISED_SIGN = /[¹²³⁰⁴-⁹]/;
const SPACED_OUT = /(?:^| )(?:[\p{L}\p{N}&] ){3,}[\p{L}\p{N}](?: |$)/u;

/** Puts the text of lines together and lets go of their runs; lines without text are left out. */
export function settleLines(lines: readonly RawLine[]): PdfLine[] {
  const places: number[] = [];
  for (const { x, right, y, size, left, edge } of lines) places.push(x, right, y, size, left, edge);
  return withText(lines.map((line, i) => settle(line, places, i * PLACES)));
}

/** Those with text. The usual list is left as it is: a filtered one has room for sixteen more. */
const withText = <Piece extends { text: string }>(pieces: Piece[]): Piece[] =>
  pieces.every((p) => p.text !== '') ? pieces : pieces.filter((p) => p.text !== '');

function settle(line: RawLine, places: readonly number[], at: number): PdfLine {
  const first = line.segments[0]!.runs[0]!;
  const segments = withText(line.segments.map((s) => toSegment(s, line)));
  const only = segments.length === 1 && isWhole(segments[0]!, line) ? segments[0]! : null;
  const soft = line.segments.at(-1)!.runs.at(-1)!.text.trimEnd().endsWith('\u00ad');
  return new PdfLine(
    {
      page: line.page,
      text: only ? only.text : segments.map((s) => s.text).join(' '),
      looks: only?.looks ?? null,
      segments: only ? null : segments,
      flags:
        (line.rtl ? RTL : 0) |
        (isBold(line) ? ALL_BOLD : 0) |
        ((first.flags & BOLD) !== 0 ? STARTS_BOLD : 0) |
        (soft ? SOFT : 0),
      tag: first.tag,
      cells: line.cells === null ? null : line.cells.map(settleLines),
      role: line.role,
      note: isReference(first, line) ? first.text.trim() : null,
    },
    places,
    at,
  );
}

/** Where the line has lost a piece without text, the one that is left is not where the line is. */
const isWhole = (segment: Segment, line: RawLine): boolean => segment.x === line.x && segment.right === line.right;

function isBold(line: RawLine): boolean {
  return line.segments.every((s) => s.runs.every((r) => (r.flags & BOLD) !== 0 || !/[\p{L}\p{N}]/u.test(r.text)));
}

function toSegment({ runs, x, right }: RawSegment, line: RawLine): Segment {
  const builder = richBuilder();
  gather(builder, runs, line);
  if (builder.spaced && builder.length > 0) dropLast(builder);
  const text = builder.parts.length === 1 ? builder.parts[0]! : builder.parts.join('');
  return { text, x, right, looks: builder.runs.length === 0 ? null : builder.runs.slice() };
}

/** Adds the segments of a line, from the given one on, to the text of a block. */
export function addLine(builder: RichBuilder, line: PdfLine, from = 0): void {
  const { segments } = line;
  for (let i = from; i < segments.length; i++) {
    const { text, looks } = segments[i]!;
    if (i > from) addClean(builder, ' ');
    let at = 0;
    for (let k = 0; looks !== null && k < looks.length; k += 3) {
      if (looks[k]! > at) addClean(builder, text.slice(at, looks[k]));
      addClean(builder, text.slice(looks[k], looks[k + 1]), looks[k + 2]);
      at = looks[k + 1]!;
    }
    if (at < text.length) addClean(builder, at === 0 ? text : text.slice(at));
  }
}

/** The words of one segment, in reading order. */
function gather(builder: RichBuilder, drawn: PdfRun[], line: RawLine): void {
  const runs = line.rtl ? readingOrder(drawn) : drawn;
  if (isSpacedOut(runs)) return addSpacedOut(builder, runs);
  let previous: PdfRun | null = null;
  for (const run of runs) {
    if (isReference(run, line) && (previous !== null || run !== line.segments[0]!.runs[0])) continue;
    if (previous !== null && hasSpace(previous, run, line)) addText(builder, ' ');
    addText(builder, RAISED_SIGN.test(run.text) ? run.text.replace(RAISED_DIGITS, '') : run.text, run.flags);
    previous = run;
  }
}

/** A superscript digit or star after a word: the reference to a footnote, not part of the text. */
function isReference(run: PdfRun, line: RawLine): boolean {
  return run.size < line.size * 0.88 && run.y < line.y - line.size * 0.12 && REFERENCE.test(run.text.trim());
}

function hasSpace(a: PdfRun, b: PdfRun, line: RawLine): boolean {
  if (/\s$/.test(a.text) || /^\s/.test(b.text)) return true;
  const gap = b.x >= a.x ? b.x - a.right : a.x - b.right;
  const raised = b.size < line.size * 0.88 && b.y < line.y - line.size * 0.12;
  if (raised && gap < line.size * WORD_GAP) return false;
  return b.spaced ? gap > line.size * 0.05 || gap < -line.size : gap > line.size * WORD_GAP;
}

/** In a mirrored line, groups of left-to-right words come out back to front; each group is turned round. */
function readingOrder(runs: PdfRun[]): PdfRun[] {
  const ordered: PdfRun[] = [];
  let group: PdfRun[] = [];
  for (const run of runs) {
    if (run.rtl) {
      ordered.push(...group.reverse(), run);
      group = [];
    } else group.push(run);
  }
  ordered.push(...group.reverse());
  return ordered;
}

function isSpacedOut(runs: PdfRun[]): boolean {
  let text = '';
  for (const run of runs) {
    if (run.rtl) return false;
    text += (text === '' ? '' : ' ') + run.text.trim();
    if (text.length > 400) return false;
  }
  return text.length >= 7 && standAlone(text) >= 0.75 && SPACED_OUT.test(text);
}

/** The share of words that are a single letter. */
function standAlone(text: string): number {
  let words = 1;
  let single = 0;
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) !== 0x20) length++;
    else {
      if (length === 1) single++;
      words++;
      length = 0;
    }
  }
  return (single + (length === 1 ? 1 : 0)) / words;
}

/** `S U M M A R Y   R E P O R T`: each run is a word when its letters are set apart; else the widest gaps part the words. */
function addSpacedOut(builder: RichBuilder, runs: PdfRun[]): void {
  const letters = runs.length > 3 && runs.every((r) => r.text.trim().length <= 2);
  if (letters) return addSpacedLetters(builder, runs);
  for (const run of runs) {
    addText(builder, ' ');
    const text = run.text.trim();
    const words = / {2,}/.test(text) ? text.split(/ {2,}/) : [text];
    addText(builder, words.map((w) => w.replace(/(?<=^|\s\S?|^\S) (?=\S(?:\s|$))/g, '')).join(' '), run.flags);
  }
}

function addSpacedLetters(builder: RichBuilder, runs: PdfRun[]): void {
  const gaps = runs.slice(1).map((r, i) => r.x - runs[i]!.right);
  const usual = gaps.slice().sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  runs.forEach((run, i) => {
    if (i > 0 && gaps[i - 1]! > usual * 1.6 + 1) addText(builder, ' ');
    addText(builder, run.text.trim(), run.flags);
  });
}
