/** Finds tables by alignment: successive lines whose pieces begin at the same places become rows of cells. */
import { splitMarker } from '../structure/labels.ts';
import type { PdfLine, Segment } from './pdf-line.ts';
import type { Measure } from './pdf-measure.ts';

/** Two pieces begin in the same column when they begin this close, in points. */
const ALIGNED = 5;

/** Lines in reading order → the same, table lines gathered into rows (`cells`). */
export function gatherTables(lines: PdfLine[], measure: Measure): PdfLine[] {
  const out: PdfLine[] = [];
  for (let i = 0; i < lines.length;) {
    const end = lines[i]!.cells === null && isRowLike(lines[i]!) ? tableEnd(lines, i) : i;
    if (end - i >= 2) {
      out.push(...toRows(lines.slice(i, end), measure));
      i = end;
    } else out.push(lines[i++]!);
  }
  return out;
}

/** More pieces than a label and its text. */
function isRowLike(line: PdfLine): boolean {
  const { segments } = line;
  if (segments.length < 2 || isStretched(line)) return false;
  return segments.length > 2 || !isLabel(segments[0]!.text);
}

/** A line of justified text whose few words were spread over the whole column: equal gaps, both edges reached. */
function isStretched(line: PdfLine): boolean {
  const { segments } = line;
  if (line.right < line.edge - 2.5 || line.x > line.left + line.size * 4) return false;
  const gaps = segments.slice(1).map((s, i) => s.x - segments[i]!.right);
  return Math.max(...gaps) < Math.min(...gaps) * 1.35 + 1 && segments.every((s) => !s.text.includes(' '));
}

function isLabel(text: string): boolean {
  return (
    text.length <= 6 &&
    (splitMarker(`${text} x`)?.rest === 'x' || /^\(?\d{1,3}(?:\.\d{1,2}){0,3}[.)]?$|^[^\p{L}\d]$/u.test(text))
  );
}

/** Index after the last line of the table that begins at `from`; `from` when it is no table. */
function tableEnd(lines: readonly PdfLine[], from: number): number {
  const columns = lines[from]!.segments.map((s) => s.x);
  let rows = 1;
  let last = from;
  for (let i = from + 1; i < lines.length; i++) {
    const line = lines[i]!;
    const previous = lines[i - 1]!;
    const gap = line.y - previous.y;
    if (line.cells !== null || line.page !== previous.page || gap <= 0 || gap > line.size * 3.5) break;
    if (!fits(line, columns)) break;
    if (isRowLike(line)) {
      rows++;
      last = i;
      for (const s of line.segments) if (columnOf(s, columns) < 0) columns.push(s.x);
    } else if (columnOf(line.segments[0]!, columns) > 0) last = i;
    else if (i - last > 2) break;
  }
  return rows >= 2 ? last + 1 : from;
}

function columnOf(segment: Segment, columns: readonly number[]): number {
  return columns.findIndex((x) => Math.abs(x - segment.x) < ALIGNED);
}

/** At least two pieces of a row stand in known columns; a single piece stands in one and does not reach into the next. */
function fits(line: PdfLine, columns: readonly number[]): boolean {
  const known = line.segments.filter((s) => columnOf(s, columns) >= 0).length;
  if (line.segments.length > 1) return isRowLike(line) && known >= Math.min(2, line.segments.length);
  const [only] = line.segments;
  if (known === 0 || !only) return false;
  const next = columns.filter((x) => x > only.x + ALIGNED).sort((a, b) => a - b)[0];
  return next === undefined || only.right < next;
}

function toRows(lines: readonly PdfLine[], measure: Measure): PdfLine[] {
  const columns: number[] = [];
  for (const line of lines) for (const s of line.segments) if (columnOf(s, columns) < 0) columns.push(s.x);
  columns.sort((a, b) => a - b);
  const gaps = lines.slice(1).map((l, i) => (l.y - lines[i]!.y) / l.size);
  const wide = measure.leading * 1.18;
  const loose = gaps.some((g) => g > wide) && gaps.some((g) => g <= wide);
  const rows: PdfLine[] = [];
  lines.forEach((line, i) => {
    const begins = i === 0 || (loose ? gaps[i - 1]! > wide : columnOf(line.segments[0]!, columns) === 0);
    if (begins) rows.push(line.asRow(columns.map(() => [])));
    const cells = rows.at(-1)!.cells!;
    for (const segment of line.segments) cells[nearest(segment, columns)]!.push(line.alone(segment));
  });
  return rows;
}

function nearest(segment: Segment, columns: readonly number[]): number {
  let best = 0;
  columns.forEach((x, i) => {
    if (Math.abs(x - segment.x) < Math.abs(columns[best]! - segment.x)) best = i;
  });
  return best;
}
