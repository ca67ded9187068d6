import { scalePoint, scaleSqrt } from 'd3-scale';

export interface Counts {
  kept: number;
  moving: number;
  silent: number;
}
const order = ['kept', 'moving', 'silent'] as const;

/** Most strands one bundle is drawn with. */
export const mostStrands = 7;

/**
 * How many strands of each sort a bundle is drawn with: more threads, more strands (by the square root, so that few stay visible
 * beside many), every sort that is there at least once, the rest by largest remainder.
 * @param most threads in the fullest cell of the loom
 */
export function strandsOf(counts: Counts, most: number): Counts {
  const total = order.reduce((sum, fate) => sum + counts[fate], 0);
  const given: Counts = { kept: 0, moving: 0, silent: 0 };
  const there = order.filter((fate) => counts[fate] > 0);
  if (total === 0) return given;
  const scale = scaleSqrt()
    .domain([0, Math.max(1, most)])
    .range([0, mostStrands])
    .clamp(true);
  const strands = Math.min(total, Math.max(there.length, Math.round(scale(total))));
  for (const fate of there) given[fate] = 1;
  const share = (fate: (typeof order)[number]) => (counts[fate] / total) * strands - given[fate];
  for (let left = strands - there.length; left > 0; left--) {
    const next = there.reduce((best, fate) => (share(fate) > share(best) ? fate : best));
    given[next] += 1;
  }
  return given;
}

/** Size of the drawing of a bundle, in units of its view box. */
export const bundle = { width: 48, height: 30 } as const;

/** The strands of a bundle from top to bottom with the height each runs at, as paths of one sort. */
export function drawn(counts: Counts, most: number): { kept: number[]; moving: number[]; silent: number[] } {
  const strands = strandsOf(counts, most);
  const all = order.flatMap((fate) => Array.from({ length: strands[fate] }, () => fate));
  const place = scalePoint<number>()
    .domain(all.map((_, index) => index))
    .range([3, bundle.height - 3])
    .align(0.5)
    .padding(all.length < mostStrands ? (mostStrands - all.length) / 2 : 0);
  const of = (wanted: string) =>
    all.flatMap((fate, index) => (fate === wanted ? [Math.round((place(index) ?? 0) * 10) / 10] : []));
  return { kept: of('kept'), moving: of('moving'), silent: of('silent') };
}
