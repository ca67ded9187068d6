import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundle, drawn, mostStrands, strandsOf } from './strands.ts';

const count = fc.integer({ min: 0, max: 500 });
const counts = fc.record({ kept: count, moving: count, silent: count });
const sum = (one: { kept: number; moving: number; silent: number }) => one.kept + one.moving + one.silent;

describe('strands of a bundle', () => {
  it('show every sort that is there, none that is not, and never more than there are threads', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 2000 }), (given, most) => {
        const strands = strandsOf(given, most);
        for (const fate of ['kept', 'moving', 'silent'] as const) expect(strands[fate] > 0).toBe(given[fate] > 0);
        expect(sum(strands)).toBeLessThanOrEqual(Math.min(sum(given), mostStrands));
      }),
    );
  });

  it('grow with the threads', () => {
    const total = (silent: number) => sum(strandsOf({ kept: 0, moving: 0, silent }, 100));
    for (let n = 1; n < 100; n++) expect(total(n + 1)).toBeGreaterThanOrEqual(total(n));
    expect(total(100)).toBe(mostStrands);
  });

  it('stay in their drawing, each at its own height', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const { kept, moving, silent } = drawn(given, sum(given));
        const all = [...kept, ...moving, ...silent];
        expect(new Set(all).size).toBe(all.length);
        for (const y of all) expect(y >= 2 && y <= bundle.height - 2).toBe(true);
      }),
    );
  });

  it('are shared out by how many there are', () => {
    expect(strandsOf({ kept: 1, moving: 0, silent: 99 }, 100)).toEqual({ kept: 1, moving: 0, silent: 6 });
    expect(strandsOf({ kept: 50, moving: 25, silent: 25 }, 100)).toEqual({ kept: 3, moving: 2, silent: 2 });
  });
});
