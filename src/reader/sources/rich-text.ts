/**
 * Builds the clean text of one block together with its emphasis: single spaces, no control or direction characters,
 * offsets into the text that comes out.
 */
import type { Emphasis } from './source-document.ts';

/** Bits of a run's look. */
export const BOLD = 1;
export const ITALIC = 2;
export const UNDERLINE = 4;

export interface RichText {
  text: string;
  emphasis: Emphasis[];
}

export interface RichBuilder {
  /** Pieces of the text; joined once at the end, so that building stays linear. */
  parts: string[];
  length: number;
  /** The text is empty or ends with a space: no further space is due. */
  spaced: boolean;
  /** Flat triples start, end, flags, in order, not overlapping. */
  runs: number[];
}

export function richBuilder(): RichBuilder {
  return { parts: [], length: 0, spaced: true, runs: [] };
}

/** The end of the text so far, at least a long word of it. */
export function tailOf(builder: RichBuilder): string {
  let tail = '';
  for (let i = builder.parts.length - 1; i >= 0 && tail.length < 60; i--) tail = builder.parts[i]! + tail;
  return tail;
}

/** Takes the last character off again. */
export function dropLast(builder: RichBuilder): void {
  const last = builder.parts.pop();
  if (last === undefined) return;
  if (last.length > 1) builder.parts.push(last.slice(0, -1));
  builder.length--;
  const end = builder.runs.length - 2;
  if (end > 0 && builder.runs[end]! > builder.length) builder.runs[end] = builder.length;
}

// Zero-width space, word joiner, byte order mark, direction marks, soft hyphen and control characters are layout, not text.
// The zero-width non-joiner (U+200C) and joiner (U+200D) belong to the spelling of Persian and Urdu and stay.
// eslint-disable-next-line no-control-regex
const LAYOUT = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u0000-\u0008\u000e-\u001f\u007f]/g;
const NEEDS_CARE = /[^\x20-\x7e]| {2}/;
const WHITE = /[\s\u00a0]+/g;

/** Text without layout characters, in composed form (NFC), each run of white space as one space. */
export function cleanText(text: string): string {
  if (!NEEDS_CARE.test(text)) return text;
  return text.replace(LAYOUT, '').replace(WHITE, ' ').normalize('NFC');
}

/** Adds `text` with the look `flags` (`BOLD | ITALIC …`); white space at the seam becomes one space. */
export function addText(builder: RichBuilder, text: string, flags = 0): void {
  addClean(builder, cleanText(text), flags);
}

/** The same for text that has been through `cleanText`. */
export function addClean(builder: RichBuilder, text: string, flags = 0): void {
  let clean = text;
  if (builder.spaced && clean.startsWith(' ')) clean = clean.slice(1);
  if (clean === '') return;
  const start = builder.length;
  builder.parts.push(clean);
  builder.length += clean.length;
  builder.spaced = clean.endsWith(' ');
  if (flags === 0) return;
  const runs = builder.runs;
  const last = runs.length;
  if (last > 0 && runs[last - 1] === flags && runs[last - 2] === start) runs[last - 2] = builder.length;
  else runs.push(start, builder.length, flags);
}

/** The finished text and emphasis. */
export function finishText(builder: RichBuilder): RichText {
  const text = builder.parts.join('').trimEnd();
  return { text, emphasis: builder.runs.length === 0 ? [] : emphasisOf(text, builder.runs) };
}

function emphasisOf(text: string, runs: readonly number[]): Emphasis[] {
  const found: Emphasis[] = [];
  for (const [bit, kind] of [
    [BOLD, 'bold'],
    [ITALIC, 'italic'],
    [UNDERLINE, 'underline'],
  ] as const) {
    let open: Emphasis | null = null;
    for (let i = 0; i < runs.length; i += 3) {
      if ((runs[i + 2]! & bit) === 0) continue;
      const start = runs[i]!;
      const end = Math.min(runs[i + 1]!, text.length);
      if (open && text.slice(open.end, start).trim() === '') open.end = end;
      else if (end > start) found.push((open = { start, end, kind }));
    }
  }
  return found
    .map((e) => trimmed(text, e))
    .filter((e) => e.end > e.start)
    .sort((a, b) => a.start - b.start);
}

function trimmed(text: string, emphasis: Emphasis): Emphasis {
  let { start, end } = emphasis;
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  return { start, end, kind: emphasis.kind };
}
