import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesOf } from './matches.ts';

test('are those that matchAll gives, however often the pattern was used before', () => {
  const pattern = /[ab]\d?|c+/g;
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', '1', ' ')), (letters) => {
      const text = letters.join('');
      pattern.lastIndex = text.length;
      expect(matchesOf(pattern, text)).toEqual([...text.matchAll(/[ab]\d?|c+/g)]);
    }),
  );
});
