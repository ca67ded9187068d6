/**
 * Decides where a paragraph ends and the next begins: gaps, indents, markers, lines that end early, changes of size and
 * weight, and, across columns and pages, whether the sentence goes on.
 */
import { splitMarker } from '../structure/labels.ts';
import { noteHyphenated } from './hyphens.ts';
import type { Measure } from './pdf-measure.ts';
import type { PdfLine } from './pdf-line.ts';

/** Lines that make one block. */
export interface Paragraph {
  lines: PdfLine[];
  /** The first line begins with a printed label or bullet. */
  marked: boolean;
  /** Text of the last line, kept because every decision looks at it. */
  tail: string;
}

const SENTENCE_END = /[.!?:;…؟۔]["”’»)\]]{0,2}$/;
const GOES_ON = /^[\p{Ll}(,;&–]|^(?:and|or|of|the)\b/u;
const WANTS_MORE = /(?:[,–—(-]|\b(?:and|or|of|the|a|an|to|in|on|for|with|by|from|at|its|their|that|which|as))$/i;

/** Groups the lines of the whole document (reading order, running lines and footnotes taken out) into paragraphs; notes hyphenated `words`. */
export function toParagraphs(lines: readonly PdfLine[], measure: Measure, words: Set<string>): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Paragraph | null = null;
  for (const line of lines) {
    const { text } = line;
    noteHyphenated(words, text);
    const marked = line.cells === null && beginsWithMarker(line, text);
    if (open === null || begins(open, line, text, marked, measure)) {
      open = { lines: [line], marked, tail: text };
      paragraphs.push(open);
    } else {
      open.lines.push(line);
      open.tail = text;
    }
  }
  return paragraphs;
}

function beginsWithMarker(line: PdfLine, text: string): boolean {
  if (splitMarker(text) !== null) return true;
  return line.segments.length > 1 && /^\(?[\p{L}\d]{1,4}[.)]?$/u.test(line.segments[0]!.text) && isHanging(line);
}

/** A short first segment and a gap of a tab's width: a label set apart from its text. */
function isHanging(line: PdfLine): boolean {
  const [first, second] = line.segments;
  return (
    first !== undefined &&
    second !== undefined &&
    second.x - first.right < line.size * 5 &&
    /\d|[.)]$|^[a-z]$/.test(first.text)
  );
}

function begins(open: Paragraph, line: PdfLine, text: string, marked: boolean, measure: Measure): boolean {
  const last = open.lines.at(-1)!;
  if (line.cells !== null || last.cells !== null) return true;
  if (line.rtl !== last.rtl) return true;
  if (last.tag >= 0 && line.tag >= 0 && last.page === line.page) return last.tag !== line.tag;
  if (Math.abs(line.size - last.size) > Math.max(0.7, line.size * 0.08)) return true;
  const down = line.y - last.y;
  const sameColumn = line.page === last.page && line.left === last.left && down > 0;
  if (!sameColumn) return !continuesElsewhere(open, line, text, marked);
  if (down > line.size * (measure.leading + 0.32)) return true;
  if (marked && !isChanceMarker(open, line)) return true;
  const roomLeft = hadRoom(last, line, text);
  if (weightChanges(last, line) && (roomLeft || SENTENCE_END.test(open.tail))) return true;
  return roomLeft ? !isCentredTitle(last, line) : isIndentBreak(open, line);
}

/** A line of a bold title above ordinary text, or ordinary text above a bold title. */
function weightChanges(last: PdfLine, line: PdfLine): boolean {
  return last.bold ? !line.startsBold : line.bold;
}

/** The paragraph goes on in the next column or on the next page. */
function continuesElsewhere(open: Paragraph, line: PdfLine, text: string, marked: boolean): boolean {
  const last = open.lines.at(-1)!;
  // The letter of `b. To pair …` is no word that goes on; what follows it may be.
  if (marked && (SENTENCE_END.test(open.tail) || line.x < last.x - 1 || !GOES_ON.test(afterMarker(text)))) return false;
  if (weightChanges(last, line)) return false;
  const full = last.right > last.edge - last.size * 4;
  if (!marked && hangsLike(open, line)) return true;
  if (SENTENCE_END.test(open.tail)) return full && /^[\p{Ll}]/u.test(text);
  if (GOES_ON.test(text) || WANTS_MORE.test(open.tail)) return true;
  return full && line.x - line.left < line.size * 6;
}

const afterMarker = (text: string): string => splitMarker(text)?.rest ?? text;

/** The line hangs under the text of a list entry, as the lines before it do. */
function hangsLike(open: Paragraph, line: PdfLine): boolean {
  const last = open.lines.at(-1)!;
  const indent = last.x - last.left;
  if (!open.marked || open.lines.length < 2 || indent - (open.lines[0]!.x - open.lines[0]!.left) < 4) return false;
  return Math.abs(line.x - line.left - indent) < 2;
}

/** `5. ` or `2019. ` at the start of a line by the chance of wrapping: the line above is full and wants more. */
function isChanceMarker(open: Paragraph, line: PdfLine): boolean {
  const last = open.lines.at(-1)!;
  const full = last.right > last.edge - last.size * 3;
  return full && !SENTENCE_END.test(open.tail) && WANTS_MORE.test(open.tail) && Math.abs(line.x - last.x) < 1.5;
}

/** The first word of `line` would have fitted at the end of the line above: that line ended its paragraph. */
function hadRoom(last: PdfLine, line: PdfLine, text: string): boolean {
  const space = text.indexOf(' ');
  const share = space < 0 ? 1 : space / text.length;
  const word = (line.right - line.x) * share;
  return last.right + line.size * 0.45 + word < last.edge - line.size * 0.3;
}

/** Titles of several centred lines stay together. */
function isCentredTitle(last: PdfLine, line: PdfLine): boolean {
  if (last.bold !== line.bold) return false;
  const middle = (l: PdfLine) => (l.x + l.right) / 2;
  const centre = (line.left + line.edge) / 2;
  const away = line.size * 1.2;
  const inset = last.x - last.left > line.size * 1.5;
  return inset && Math.abs(middle(last) - centre) < away && Math.abs(middle(line) - centre) < away;
}

/** First-line indents and the ends of indented blocks. */
function isIndentBreak(open: Paragraph, line: PdfLine): boolean {
  const first = open.lines[0]!;
  const last = open.lines.at(-1)!;
  const shift = line.x - last.x;
  const step = line.size * 0.7;
  if (Math.abs(shift) < step) return false;
  if (open.lines.length === 1)
    return shift > 0 ? !open.marked && SENTENCE_END.test(open.tail) : open.marked || shift < -first.size * 5;
  return shift > 0 ? SENTENCE_END.test(open.tail) || shift > line.size * 3 : true;
}
