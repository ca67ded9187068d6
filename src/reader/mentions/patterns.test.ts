import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMMON } from './patterns.ts';

/** The same without the look at the first letters. */
const slow = new RegExp(COMMON.source.replace(/^\\b\(\?=[^)]*\)/, '\\b'), 'gm');
/** All that the pattern itself is made of, with and without capitals, and what stands between names. */
const pieces = [...new Set(COMMON.source.replace(/\[(\w)(\w)\]/g, '$2').match(/[A-Za-z’-]{1,20}/g))].flatMap((word) => [
  word,
  word[0]!.toUpperCase() + word.slice(1),
]);
const found = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map((m) => `${m.index} ${m[0]}`);

test('a look at its first letters leaves no name out, and one group says what was found', () => {
  expect(slow.source.length).toBeLessThan(COMMON.source.length);
  const text = fc
    .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(' ', ' ', ' ', ', ', '. ', '\n')), { maxLength: 30 })
    .map((words) => words.flat().join(''));
  fc.assert(
    fc.property(text, (given) => {
      expect(found(COMMON, given)).toEqual(found(slow, given));
      for (const match of given.matchAll(COMMON))
        expect(match.slice(1).filter((group) => group !== undefined)).toEqual([match[0]]);
    }),
    { numRuns: 3000 },
  );
});
