/**
 * Takes running headers, running footers and page numbers off the pages, and says so. A line is running when it stands in the
 * outer part of its page and returns, digits aside, at the same height on other pages, or is a page number.
 */
import type { PdfLine } from './pdf-line.ts';

export interface PdfPage {
  number: number;
  height: number;
  lines: PdfLine[];
}

export interface Running {
  /** What was taken off, as printed the first time, most frequent first. */
  lines: string[];
  pageNumbers: boolean;
}

/** Lines looked at from the top and from the bottom of a page. */
const OUTER_LINES = 4;
/** Share of the page height in which running lines stand, top and bottom. */
const OUTER_SHARE = 0.14;

const PAGE_NUMBER =
  /^(?:[-–—|[(~\s]*)(?:(?:page|seite|страница|стр\.?|sayfa|صفحة|p\.?)\s*)?(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|\/|von|из|من)\s*\d{1,4})?(?:[-–—|\])~\s]*)$/iu;

interface Candidate {
  line: PdfLine;
  page: PdfPage;
  text: string;
}

/** Removes running lines from `pages` in place. */
export function takeOffRunning(pages: PdfPage[]): Running {
  const groups = new Map<string, Candidate[]>();
  const numbers: Candidate[] = [];
  for (const page of pages) {
    for (const candidate of outerLines(page)) {
      if (PAGE_NUMBER.test(candidate.text)) numbers.push(candidate);
      const key = runningKey(candidate);
      const group = groups.get(key);
      if (group) group.push(candidate);
      else groups.set(key, [candidate]);
    }
  }
  const withText = pages.filter((p) => p.lines.length > 0).length;
  const enough = withText <= 4 ? 2 : Math.max(3, Math.ceil(withText * 0.12));
  const gone = new Set<PdfLine>();
  const texts: string[] = [];
  for (const group of groups.values()) {
    if (new Set(group.map((c) => c.page)).size < enough) continue;
    const same = group.length > withText * 0.5 && group.every((c) => c.text === group[0]!.text);
    if (!same && group.filter(standsApart).length < group.length * 0.6) continue;
    for (const { line } of group) gone.add(line);
    if (!PAGE_NUMBER.test(group[0]!.text)) texts.push(group[0]!.text);
  }
  const before = gone.size;
  for (const { line } of pageNumbers(numbers)) gone.add(line);
  if (gone.size > 0) for (const page of pages) page.lines = page.lines.filter((l) => !gone.has(l));
  return { lines: texts, pageNumbers: gone.size > before || numbers.some((n) => gone.has(n.line)) };
}

function outerLines(page: PdfPage): Candidate[] {
  const inOrder = (lines: PdfLine[]) => lines.sort((a, b) => a.y - b.y);
  const top = inOrder(page.lines.filter((l) => l.y < page.height * OUTER_SHARE)).slice(0, OUTER_LINES);
  const bottom = inOrder(page.lines.filter((l) => l.y > page.height * (1 - OUTER_SHARE))).slice(-OUTER_LINES);
  return [...top, ...bottom].map((line) => ({ line, page, text: line.text })).filter((c) => c.text.length < 200);
}

/** White space parts a running line from the text: more than between two lines of a paragraph. */
function standsApart({ line, page }: Candidate): boolean {
  const inward = line.y < page.height / 2 ? 1 : -1;
  let nearest = Infinity;
  for (const other of page.lines) {
    const distance = (other.y - line.y) * inward;
    if (distance > line.size * 0.3 && distance < nearest) nearest = distance;
  }
  return nearest > line.size * 2;
}

/** Same words, same height, digits aside; odd and even pages may have different edges. */
function runningKey({ line, text }: Candidate): string {
  return `${Math.round(line.y / 4)} ${Math.round(line.size)} ${text.replace(/\d+/g, '#').toLowerCase()}`;
}

/** Numbers that grow with the pages; a single page counts when its number stands alone at the very edge. */
function pageNumbers(numbers: Candidate[]): Candidate[] {
  const byOffset = new Map<number, Candidate[]>();
  for (const candidate of numbers) {
    const offset = numberOf(candidate.text) - candidate.page.number;
    const group = byOffset.get(offset);
    if (group) group.push(candidate);
    else byOffset.set(offset, [candidate]);
  }
  const found: Candidate[] = [];
  for (const [offset, group] of byOffset) if (group.length > 1 || offset === 0) found.push(...group);
  return found;
}

function numberOf(text: string): number {
  const core = PAGE_NUMBER.exec(text)?.[1] ?? '';
  if (/^\d+$/.test(core)) return Number(core);
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  const digits = [...core.toLowerCase()].map((c) => values[c] ?? 0);
  return digits.reduce((sum, v, i) => (v < (digits[i + 1] ?? 0) ? sum - v : sum + v), 0);
}
