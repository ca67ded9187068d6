/**
 * Runs of one page → raw lines: what stands on one baseline, split into segments where the gap is too wide for a space
 * between words. Superscripts join the line they belong to.
 */
import type { PdfRun } from './pdf-runs.ts';
import type { TagElement } from './pdf-tags.ts';

export interface RawSegment {
  runs: PdfRun[];
  x: number;
  right: number;
}

/** A line whose text is not put together yet. */
export interface RawLine {
  page: number;
  segments: RawSegment[];
  x: number;
  right: number;
  /** Baseline, from the top of the page. */
  y: number;
  /** Size of most of its letters, in points. */
  size: number;
  rtl: boolean;
  /** Left and right edge of the column it stands in. */
  left: number;
  edge: number;
  /** Lines of each cell of a table row; `null` for running text. */
  cells: RawLine[][] | null;
  /** Role of its structure element in a tagged PDF (`P`, `H1`, `LI` …), else `null`. */
  role: string | null;
}

/** A gap wider than this many times the letter size separates two segments. */
const SEGMENT_GAP = 1.1;

/** All runs of a page → lines from top to bottom, columns not yet told apart. Costs n log n. */
export function pageLines(runs: PdfRun[], page: number): RawLine[] {
  const sorted = runs.slice().sort((a, b) => a.base - b.base || a.x - b.x);
  const rows: PdfRun[][] = [];
  let row: PdfRun[] = [];
  let base = 0;
  let size = 0;
  for (const run of sorted) {
    if (row.length > 0 && run.base - base <= 0.3 * Math.min(size, run.size)) row.push(run);
    else {
      if (row.length > 0) rows.push(row);
      row = [run];
      base = run.base;
      size = run.size;
    }
  }
  if (row.length > 0) rows.push(row);
  return joinRaised(rows).map((r) => lineOf(r, page));
}

/** Rows of small print just above or below a larger row, beside its words, are its super- and subscripts. */
function joinRaised(rows: PdfRun[][]): PdfRun[][] {
  const joined: PdfRun[][] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const next = rows[i + 1];
    const last = joined.at(-1);
    if (next && isRaised(row, next)) next.push(...row);
    else if (last && isRaised(row, last)) last.push(...row);
    else joined.push(row);
  }
  return joined;
}

function isRaised(small: PdfRun[], large: PdfRun[]): boolean {
  const size = largest(large);
  if (largest(small) > size * 0.88) return false;
  const distance = large[0]!.y - small[0]!.y;
  if (distance > size * 0.62 || distance < -size * 0.35) return false;
  const tolerance = size * 0.6;
  return small.every((s) => large.some((l) => s.x < l.right + tolerance && s.right > l.x - tolerance));
}

function largest(runs: PdfRun[]): number {
  let size = 0;
  for (const run of runs) if (run.size > size) size = run.size;
  return size;
}

/** The runs of one baseline as a line. */
export function lineOf(runs: PdfRun[], page: number): RawLine {
  if (runs.length > 1) runs.sort((a, b) => a.x - b.x);
  const size = mainSize(runs);
  const first = runs[0]!;
  const segments = toSegments(runs, size);
  let y = first.y;
  let right = first.right;
  let rtl = 0;
  let all = 0;
  for (const run of runs) {
    if (run.size === size) y = run.y;
    if (run.right > right) right = run.right;
    all += run.text.length;
    if (run.rtl) rtl += run.text.length;
  }
  return {
    page,
    segments,
    x: first.x,
    right,
    y,
    size,
    rtl: rtl > all * 0.4,
    left: 0,
    edge: 0,
    cells: null,
    role: null,
  };
}

function mainSize(runs: PdfRun[]): number {
  if (runs.length === 1) return runs[0]!.size;
  let best = runs[0]!.size;
  let bestWeight = 0;
  for (const run of runs) {
    let weight = 0;
    for (const other of runs) if (other.size === run.size) weight += other.text.length;
    if (weight > bestWeight) [best, bestWeight] = [run.size, weight];
    if (runs.length > 60) break;
  }
  return best;
}

function toSegments(runs: PdfRun[], size: number): RawSegment[] {
  const segments: RawSegment[] = [];
  let open: RawSegment | null = null;
  for (const run of runs) {
    if (open && run.x - open.right <= size * SEGMENT_GAP) {
      open.runs.push(run);
      if (run.right > open.right) open.right = run.right;
    } else {
      open = { runs: [run], x: run.x, right: run.right };
      segments.push(open);
    }
  }
  return segments;
}

/** Lines that run against the direction of their page (an Arabic quotation in an English report) are turned over. */
export function orientLines(lines: RawLine[], width: number, mirrored: boolean): void {
  for (const line of lines) {
    if (line.rtl === mirrored) continue;
    for (const segment of line.segments) {
      for (const run of segment.runs) [run.x, run.right] = [width - run.right, width - run.x];
      segment.runs.reverse();
      [segment.x, segment.right] = [width - segment.right, width - segment.x];
    }
    line.segments.reverse();
    [line.x, line.right] = [width - line.right, width - line.x];
    [line.left, line.edge] = [width - line.edge, width - line.left];
  }
}

/** Lines of a tagged page: each element by itself, in the order of the structure; what has no element stands where it lies. */
export function taggedLines(runs: readonly PdfRun[], elements: readonly TagElement[], page: number): RawLine[] {
  const groups = new Map<number, PdfRun[]>();
  for (const run of runs) {
    const group = groups.get(run.tag);
    if (group) group.push(run);
    else groups.set(run.tag, [run]);
  }
  const ordered: RawLine[] = [];
  let row = -1;
  for (const tag of [...groups.keys()].filter((t) => t >= 0).sort((a, b) => a - b)) {
    const element = elements[tag]!;
    const lines = pageLines(groups.get(tag)!, page);
    for (const line of lines) line.role = element.role;
    if (element.row >= 0 && element.row === row) ordered.at(-1)!.cells!.push(lines);
    else if (element.row >= 0) ordered.push({ ...lines[0]!, cells: [lines] });
    else for (const line of lines) ordered.push(line);
    row = element.row;
  }
  for (const orphan of pageLines(groups.get(-1) ?? [], page)) {
    const at = ordered.findIndex((l) => l.y > orphan.y);
    ordered.splice(at < 0 ? ordered.length : at, 0, orphan);
  }
  return ordered;
}
