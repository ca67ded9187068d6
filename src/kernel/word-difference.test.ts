import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordDifference } from './word-difference.ts';

describe('words', () => {
  test('the runs give back both texts', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (from, to) => {
        const runs = wordDifference(from, to);
        expect(
          runs
            .filter(({ change }) => change !== 'added')
            .map(({ text }) => text)
            .join(''),
        ).toBe(from);
        expect(
          runs
            .filter(({ change }) => change !== 'removed')
            .map(({ text }) => text)
            .join(''),
        ).toBe(to);
      }),
    );
  });
  test('one changed word is one run each', () => {
    expect(wordDifference('met on 3 May', 'met on 4 May')).toEqual([
      { change: 'same', text: 'met on ' },
      { change: 'removed', text: '3' },
      { change: 'added', text: '4' },
      { change: 'same', text: ' May' },
    ]);
  });
});
