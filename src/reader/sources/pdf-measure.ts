/** What is usual in a document: the size of its body text, the distance of its lines, whether bold stands out. */
import type { PdfLine } from './pdf-line.ts';

export interface Measure {
  /** Size of most letters, in points. */
  body: number;
  /** Usual distance of two baselines in one paragraph, as a multiple of the letter size. */
  leading: number;
  /** Most of the text is bold, so bold marks nothing. */
  boldBody: boolean;
}

/** Measures all lines of a document. Linear. */
export function measure(pages: readonly { lines: readonly PdfLine[] }[]): Measure {
  const sizes = new Map<number, number>();
  const gaps = new Map<number, number>();
  let bold = 0;
  let all = 0;
  for (const { lines } of pages) {
    let previous: PdfLine | null = null;
    for (const line of lines) {
      const length = line.right - line.x;
      sizes.set(half(line.size), (sizes.get(half(line.size)) ?? 0) + length);
      all += length;
      if (line.bold) bold += length;
      if (previous && previous.left === line.left && Math.abs(previous.size - line.size) < 0.6) {
        const gap = Math.round(((line.y - previous.y) / line.size) * 20) / 20;
        if (gap > 0.8 && gap < 3.2) gaps.set(gap, (gaps.get(gap) ?? 0) + 1);
      }
      previous = line;
    }
  }
  return { body: mostFrequent(sizes) ?? 11, leading: usualLeading(gaps), boldBody: bold > all * 0.5 };
}

const half = (size: number): number => Math.round(size * 2) / 2;

function mostFrequent(counts: Map<number, number>): number | null {
  let best: number | null = null;
  let most = 0;
  for (const [value, count] of counts) if (count > most) [best, most] = [value, count];
  return best;
}

/** The smallest gap that is frequent: gaps between paragraphs are larger and can be as frequent in short-lined reports. */
function usualLeading(gaps: Map<number, number>): number {
  let total = 0;
  for (const count of gaps.values()) total += count;
  const sorted = [...gaps].sort((a, b) => a[0] - b[0]);
  for (let i = 0; i < sorted.length; i++) {
    const near = sorted.filter(([g]) => Math.abs(g - sorted[i]![0]) <= 0.075).reduce((n, [, c]) => n + c, 0);
    if (near >= Math.max(total < 8 ? 1 : 2, total * 0.2))
      return mostFrequent(new Map(sorted.slice(i).filter(([g]) => g - sorted[i]![0] <= 0.15)))!;
  }
  return 1.25;
}
