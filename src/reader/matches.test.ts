import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesOf } from './matches.ts';

test.each([/[ab]\d?|c+/g, /a*/g, /(?=b)|c/gu, /^|a$/gm])(
  '%s: what matchAll gives, however often it was used before',
  (pattern) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', '1', ' ', '\n', '𝄞')), (letters) => {
        const text = letters.join('');
        const fresh = new RegExp(pattern.source, pattern.flags);
        pattern.lastIndex = text.length;
        expect(matchesOf(pattern, text)).toEqual([...text.matchAll(fresh)]);
      }),
    );
  },
);
