/** Footnotes: small print at the foot of a page that begins with a raised number or star. */
import type { Measure } from './pdf-measure.ts';
import type { PdfLine } from './pdf-line.ts';

export interface PageNotes {
  body: PdfLine[];
  notes: PdfLine[];
}

/** Parts the lines of a page (in reading order) into its text and the footnotes below it. */
export function takeFootnotes(lines: PdfLine[], measure: Measure): PageNotes {
  if (lines.some(isTagged)) return { body: lines.filter((l) => !isTagged(l)), notes: lines.filter(isTagged) };
  const body: PdfLine[] = [];
  const notes: PdfLine[] = [];
  for (let from = 0; from < lines.length;) {
    let to = from + 1;
    while (to < lines.length && lines[to]!.left === lines[from]!.left && lines[to]!.y > lines[to - 1]!.y) to++;
    const first = firstNote(lines, from, to, measure);
    for (let i = from; i < to; i++) (i < first ? body : notes).push(lines[i]!);
    from = to;
  }
  return { body, notes };
}

/** Index of the first line of the footnotes at the end of a column; `to` when it has none. */
function firstNote(lines: readonly PdfLine[], from: number, to: number, measure: Measure): number {
  let first = to;
  for (let i = to - 1; i >= from; i--) {
    if (lines[i]!.size > measure.body * 0.93 || lines[i]!.cells !== null) break;
    if (noteMarker(lines[i]!) !== null) first = i;
  }
  return first;
}

/** The number or star a footnote begins with; `null` when the line does not begin one. */
export function noteMarker(line: PdfLine): string | null {
  if (line.note !== null) return line.note;
  const { text } = line;
  const printed = /^(?:(\d{1,3}|[¹²³⁰⁴-⁹]{1,3})|([*†‡]{1,3})|\[(\d{1,3})\])\s*(?=[\p{L}“"(‘])/u.exec(text);
  const marker = printed?.[1] ?? printed?.[2] ?? printed?.[3] ?? null;
  return marker === null ? null : marker.normalize('NFKC');
}

const isTagged = (line: PdfLine): boolean => line.role === 'Note' || line.role === 'FENote';
