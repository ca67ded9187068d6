/**
 * Lines of one page → the same lines in reading order. Where a white gutter runs down between two columns of prose, the left
 * column comes before the right one; lines across the gutter (titles, tables) part the page into bands.
 */
import { lineOf } from './pdf-lines.ts';
import type { RawLine, RawSegment } from './pdf-lines.ts';

/** Fewest lines on either side of a gutter. */
const FEWEST = 5;

/** Reading order of a page; sets `left` and `edge` of each line to its column. */
export function inReadingOrder(lines: RawLine[]): RawLine[] {
  if (lines.length === 0) return lines;
  const left = percentile(
    lines.map((l) => l.x),
    0.02,
  );
  const edge = percentile(
    lines.map((l) => l.right),
    0.98,
  );
  return order(lines, left, edge, 0);
}

/** Sets `left` and `edge` of lines whose order the file itself tells. */
export function inGivenOrder(lines: RawLine[]): RawLine[] {
  const left = percentile(
    lines.map((l) => l.x),
    0.02,
  );
  const edge = percentile(
    lines.map((l) => l.right),
    0.98,
  );
  for (const line of lines) [line.left, line.edge] = [left, edge];
  return lines;
}

function order(lines: RawLine[], left: number, edge: number, depth: number): RawLine[] {
  const gutter = depth < 2 && lines.length >= FEWEST * 2 ? findGutter(lines, left, edge) : null;
  if (gutter === null) {
    for (const line of lines) [line.left, line.edge] = [left, edge];
    return lines;
  }
  const ordered: RawLine[] = [];
  let before: RawLine[] = [];
  let after: RawLine[] = [];
  const close = () => {
    if (before.length > 0) ordered.push(...order(before, left, columnEdge(before), depth + 1));
    if (after.length > 0) ordered.push(...order(after, minX(after), edge, depth + 1));
    [before, after] = [[], []];
  };
  for (const line of lines) {
    const sides = split(line, gutter);
    if (sides === null) {
      close();
      [line.left, line.edge] = [left, edge];
      ordered.push(line);
    } else {
      if (sides.before) before.push(sides.before);
      if (sides.after) after.push(sides.after);
    }
  }
  close();
  return ordered;
}

/** Where the lines of a column end; a short centred line that happens to reach further ("page header") does not widen it. */
const columnEdge = (lines: RawLine[]): number =>
  percentile(
    lines.map((l) => l.right),
    0.9,
  );
const minX = (lines: RawLine[]): number => Math.min(...lines.map((l) => l.x));

/** The two halves of a line at the gutter; `null` when its words run across. */
function split(line: RawLine, gutter: number): { before: RawLine | null; after: RawLine | null } | null {
  if (line.right <= gutter) return { before: line, after: null };
  if (line.x >= gutter) return { before: null, after: line };
  if (line.segments.some((s) => s.x < gutter && s.right > gutter)) return null;
  return {
    before: part(
      line,
      line.segments.filter((s) => s.right <= gutter),
    ),
    after: part(
      line,
      line.segments.filter((s) => s.x >= gutter),
    ),
  };
}

function part(line: RawLine, segments: RawSegment[]): RawLine | null {
  if (segments.length === 0) return null;
  return lineOf(
    segments.flatMap((s) => s.runs),
    line.page,
  );
}

/** The x of a gutter between two columns of prose (not between the columns of a table); `null` when there is none. */
function findGutter(lines: RawLine[], left: number, edge: number): number | null {
  const width = edge - left;
  const size = lines[Math.floor(lines.length / 2)]!.size;
  if (width < size * 20) return null;
  const starts = new Map<number, number>();
  for (const line of lines) {
    for (const segment of line.segments) {
      const share = (segment.x - left) / width;
      if (share > 0.3 && share < 0.72) starts.set(Math.round(segment.x), (starts.get(Math.round(segment.x)) ?? 0) + 1);
    }
  }
  const candidates = [...starts].filter(([, n]) => n >= FEWEST - 1).sort((a, b) => b[1] - a[1]);
  for (const [x] of candidates.slice(0, 3)) if (isGutter(lines, x - 1.5, size, left, edge)) return x - 1.5;
  return null;
}

function isGutter(lines: RawLine[], gutter: number, size: number, left: number, edge: number): boolean {
  const before: RawSegment[] = [];
  const after: RawSegment[] = [];
  const rowsBefore: number[] = [];
  const rowsAfter: number[] = [];
  let across = 0;
  for (const line of lines) {
    const crossing = line.segments.some((s) => s.x < gutter && s.right > gutter - size * 0.6);
    if (crossing) {
      across++;
      continue;
    }
    const l = line.segments.filter((s) => s.right <= gutter);
    const r = line.segments.filter((s) => s.x >= gutter);
    if (l.length > 0) {
      before.push({ runs: [], x: l[0]!.x, right: l.at(-1)!.right });
      rowsBefore.push(line.y);
    }
    if (r.length > 0) {
      after.push({ runs: [], x: r[0]!.x, right: r.at(-1)!.right });
      rowsAfter.push(line.y);
    }
  }
  if (before.length < FEWEST || after.length < FEWEST || across > (before.length + after.length) * 0.3) return false;
  const columnEdge = percentile(
    before.map((s) => s.right),
    0.95,
  );
  if (!isProse(before, left, columnEdge) || !isProse(after, gutter, edge)) return false;
  return !rowsAgree(rowsBefore, rowsAfter, size);
}

/** Most lines of a column of prose reach its far edge. */
function isProse(segments: RawSegment[], left: number, edge: number): boolean {
  const full = segments.filter((s) => s.right > left + (edge - left) * 0.75).length;
  return full >= segments.length * 0.55;
}

/** In a table the rows of both columns begin together, row for row; in columns of prose paragraphs begin where they like. */
function rowsAgree(before: number[], after: number[], size: number): boolean {
  const tops = (rows: number[]) => rows.filter((y, i) => i > 0 && y - rows[i - 1]! > size * 1.75);
  const a = tops(before);
  const b = tops(after);
  if (a.length < 2 || b.length < 2) return false;
  const together = a.filter((y) => b.some((other) => Math.abs(other - y) < size * 0.4)).length;
  return together >= Math.min(a.length, b.length) * 0.7;
}

function percentile(values: readonly number[], share: number): number {
  // Of fewer than fifty lines, which most pages have, the outermost hundredths are the outermost line.
  const at = Math.min(values.length - 1, Math.floor(values.length * share));
  if (at === 0) return Math.min(...values);
  if (at > 0 && at === values.length - 1) return Math.max(...values);
  const sorted = Float64Array.from(values).sort();
  return sorted[at] ?? 0;
}
