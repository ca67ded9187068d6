/** What the labels themselves give away: missing ones that were supplied, jumps, repeats. */
import type { Finding } from '../reading.ts';
import type { Para } from './document.ts';

export function labelFindings(paras: readonly Para[]): Finding[] {
  const out: Finding[] = [];
  for (const para of paras) {
    const span = [para.start, para.end] as const;
    if (para.labelSupplied)
      out.push({
        code: 'structure.label-missing',
        severity: 'warning',
        message: `The label of ${para.path ?? para.label} is missing in the list; it was supplied by position. Print it in the report.`,
        span,
      });
    const before = para.node.follows;
    const own = para.node.label;
    if (!before || !own || own.value === before.value + 1 || own.style === 'bullet' || before.style === 'bullet')
      continue;
    if (own.value > before.value + 1)
      out.push({
        code: 'structure.label-gap',
        severity: 'warning',
        message: `After ${before.bare} comes ${own.bare}: ${own.value - before.value - 1} label(s) are left out.`,
        span,
      });
    else if (own.value === before.value)
      out.push({
        code: 'structure.label-repeated',
        severity: 'warning',
        message: `The label ${own.bare} is used twice in a row.`,
        span,
      });
  }
  return out;
}
