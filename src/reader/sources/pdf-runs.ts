/**
 * Text items of one PDF page → runs: pieces of text with one look, in page coordinates (points, origin top left, y downwards
 * to the baseline). Pages that lie on their side are turned; pages written right to left are mirrored, so that everything
 * after this stage reads with growing `x`.
 */
import { ARTIFACT } from './pdf-tags.ts';
import { BOLD, ITALIC } from './rich-text.ts';

export interface PdfRun {
  text: string;
  x: number;
  right: number;
  y: number;
  /** Baseline of the line it belongs to: that of the word beside it for a superscript, else `y`. */
  base: number;
  size: number;
  /** `BOLD | ITALIC`. */
  flags: number;
  /** White space stood before this run in the file. */
  spaced: boolean;
  rtl: boolean;
  /** Index of the structure element that holds it in a tagged PDF, else -1. */
  tag: number;
}

export interface PageRuns {
  runs: PdfRun[];
  width: number;
  height: number;
  mirrored: boolean;
}

/** The part of a pdf.js text item that is used. */
export interface TextItem {
  str: string;
  dir: string;
  transform: number[];
  width: number;
  height: number;
  fontName: string;
}

export interface PageGeometry {
  /** The viewport's transform: PDF space to page space with the page's own rotation undone. */
  transform: readonly number[];
  width: number;
  height: number;
}

const COMPATIBILITY = /[\ufb00-\ufdff\ufe70-\ufefc]/;
const COMPATIBILITY_ALL = /[\ufb00-\ufdff\ufe70-\ufefc]+/g;
const RTL_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Undoes ligatures (fi, ffl) and Arabic presentation forms. */
export function plainLetters(text: string): string {
  return COMPATIBILITY.test(text) ? text.replace(COMPATIBILITY_ALL, (s) => s.normalize('NFKC')) : text;
}

/** Bold and italic as the font says of itself or its PostScript name does: `ABCDEF+Calibri-BoldItalic`. */
export function fontFlags(font: { name?: unknown; bold?: unknown; black?: unknown; italic?: unknown }): number {
  const face = String(font.name ?? '').replace(/^[A-Z]{6}\+/, '');
  const bold = font.bold === true || font.black === true || BOLD_FACE.test(face);
  const italic = font.italic === true || ITALIC_FACE.test(face);
  return (bold ? BOLD : 0) | (italic ? ITALIC : 0);
}

const BOLD_FACE = /bold|black|heavy|demi(?!n)|[-,_ ](?:bd|b|bi|medi)$|[a-z](?:BD|BI)$|CMBX|SFBX|-Bd/i;
const ITALIC_FACE = /ital|obli|kursiv|slanted|[-,_ ](?:it|i|bi)$|CMTI|SFTI/i;

/** Items (with the structure element of each in `tags`) → runs. `flagsOf` says how a font looks. */
export function pageRuns(
  items: readonly TextItem[],
  tags: Int32Array | null,
  geometry: PageGeometry,
  flagsOf: (fontName: string) => number,
): PageRuns {
  const turn = quarterTurns(items, geometry.transform);
  const width = turn % 2 === 0 ? geometry.width : geometry.height;
  const height = turn % 2 === 0 ? geometry.height : geometry.width;
  const runs: PdfRun[] = [];
  let spaced = false;
  let rtlLetters = 0;
  let letters = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const text = item.str;
    if (text === '') continue;
    if (text === ' ' || text.trim() === '') {
      spaced = true;
      continue;
    }
    const run = toRun(item, geometry, turn);
    if (run === null || (tags !== null && tags[i] === ARTIFACT)) continue;
    run.flags = flagsOf(item.fontName);
    run.spaced = spaced;
    run.tag = tags === null ? -1 : tags[i]!;
    spaced = false;
    letters += text.length;
    if (run.rtl) rtlLetters += text.length;
    runs.push(run);
  }
  attachRaised(runs);
  const mirrored = rtlLetters > letters * 0.4;
  if (mirrored) mirror(runs, width);
  return { runs, width, height, mirrored };
}

function toRun(item: TextItem, geometry: PageGeometry, turn: number): PdfRun | null {
  const t = geometry.transform;
  const { transform } = item;
  const a = transform[0] ?? 0;
  const b = transform[1] ?? 0;
  const e = transform[4] ?? 0;
  const f = transform[5] ?? 0;
  const dx = t[0]! * a + t[2]! * b;
  const dy = t[1]! * a + t[3]! * b;
  if (quarter(dx, dy) !== turn) return null;
  const px = t[0]! * e + t[2]! * f + t[4]!;
  const py = t[1]! * e + t[3]! * f + t[5]!;
  const x = turn === 0 ? px : turn === 1 ? py : turn === 2 ? geometry.width - px : geometry.height - py;
  const y = turn === 0 ? py : turn === 1 ? geometry.width - px : turn === 2 ? geometry.height - py : px;
  const size = item.height > 0 ? item.height : Math.hypot(a, b);
  const text = plainLetters(item.str);
  const rtl = item.dir === 'rtl' || RTL_LETTER.test(text);
  return { text, x, right: x + item.width, y, base: y, size, flags: 0, spaced: false, rtl, tag: -1 };
}

/** Direction of writing as 0 (to the right), 1 (downwards), 2, 3; -1 when slanted: a stamp or watermark. */
function quarter(dx: number, dy: number): number {
  if (dy === 0) return dx >= 0 ? 0 : 2;
  const slant = Math.min(Math.abs(dx), Math.abs(dy));
  const along = Math.max(Math.abs(dx), Math.abs(dy));
  if (slant > along * 0.1) return -1;
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 0 : 2;
  return dy > 0 ? 1 : 3;
}

function quarterTurns(items: readonly TextItem[], t: readonly number[]): number {
  const weight = [0, 0, 0, 0];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const a = item.transform[0] ?? 0;
    const b = item.transform[1] ?? 0;
    const q = quarter(t[0]! * a + t[2]! * b, t[1]! * a + t[3]! * b);
    if (q >= 0) weight[q]! += item.str.length;
  }
  return weight.indexOf(Math.max(...weight));
}

/** A small run drawn right beside a larger one, a little higher or lower, is its super- or subscript. */
function attachRaised(runs: readonly PdfRun[]): void {
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    if (run.text.length > 12) continue;
    for (const beside of [runs[i - 1], runs[i + 1]]) {
      if (beside === undefined || run.size > beside.size * 0.88 || beside.base !== beside.y) continue;
      const up = beside.y - run.y;
      const gap = Math.max(run.x - beside.right, beside.x - run.right);
      if (up > beside.size * 0.62 || up < -beside.size * 0.35 || gap > beside.size * 0.6) continue;
      run.base = beside.y;
      break;
    }
  }
}

function mirror(runs: PdfRun[], width: number): void {
  for (const run of runs) {
    const x = width - run.right;
    run.right = width - run.x;
    run.x = x;
  }
}
