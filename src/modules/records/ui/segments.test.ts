import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentsOf } from './segments.ts';

test('overlapping marks become flat runs that know what covers them', () => {
  const runs = segmentsOf('Bulgaria offers to host.', 100, [
    { id: 'offer', start: 100, end: 124 },
    { id: 'finding', start: 109, end: 115 },
  ]);
  expect(runs.map(({ text, marks, opens }) => [text, marks.join(), opens.join()])).toEqual([
    ['Bulgaria ', 'offer', 'offer'],
    ['offers', 'offer,finding', 'finding'],
    [' to host.', 'offer', ''],
  ]);
});

test('a mark across the edge is clipped, one elsewhere or without extent is left out', () => {
  const runs = segmentsOf('abc', 10, [
    { id: 'before', start: 0, end: 10 },
    { id: 'across', start: 5, end: 11 },
    { id: 'empty', start: 12, end: 12 },
  ]);
  expect(runs.map(({ text, marks }) => [text, marks.join()])).toEqual([
    ['a', 'across'],
    ['bc', ''],
  ]);
});

test('no character is lost, none is doubled, every mark opens at most once and covers exactly its extent', () => {
  const marks = fc.array(
    fc.record({ start: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 0, max: 30 }) }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.integer({ min: 0, max: 20 }), marks, (text, offset, raw) => {
      const given = raw.map(({ start, length }, index) => ({ id: String(index), start, end: start + length }));
      const runs = segmentsOf(text, offset, given);
      expect(runs.map((run) => run.text).join('')).toBe(text);
      for (const mark of given) {
        const covered = runs
          .filter((run) => run.marks.includes(mark.id))
          .reduce((sum, run) => sum + run.text.length, 0);
        const overlap = Math.min(mark.end, offset + text.length) - Math.max(mark.start, offset);
        expect(covered).toBe(Math.max(0, overlap));
        expect(runs.filter((run) => run.opens.includes(mark.id)).length).toBe(overlap > 0 ? 1 : 0);
      }
    }),
  );
});
