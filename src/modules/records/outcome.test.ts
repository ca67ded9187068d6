import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locateWords, paragraphAt } from './outcome.ts';

describe('locateWords', () => {
  test('finds words whatever the white space between them', () => {
    expect(locateWords('a  shared\nlist of ferries', 'shared list  of')).toEqual([3, 17]);
  });
  test('of several places the nearest to where it was selected', () => {
    expect(locateWords('We meet. We meet.', 'We meet.', 8)).toEqual([9, 17]);
    expect(locateWords('We meet. We meet.', 'We meet.', 0)).toEqual([0, 8]);
  });
  test('punctuation is taken as it stands, not as a pattern', () => {
    expect(locateWords('Costs (in EUR) [a-z]* 5.00 |', '(in EUR) [a-z]* 5.00 |')).toEqual([6, 28]);
    expect(locateWords('abc', 'a.c')).toBeNull();
  });
  test('nothing to look for is found nowhere', () => {
    expect(locateWords('text', ' \n ')).toBeNull();
  });
  test('any piece of a text is found in it, and what is found says the same words', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
        fc.nat(59),
        fc.nat(59),
        (text, a, b) => {
          const piece = text.slice(Math.min(a, b), Math.max(a, b));
          fc.pre(piece.trim() !== '' && piece.isWellFormed());
          const found = locateWords(text, piece, Math.min(a, b));
          expect(found).not.toBeNull();
          expect(text.slice(...found!).split(/\s+/u)).toEqual(piece.trim().split(/\s+/u));
        },
      ),
    );
  });
});

describe('paragraphAt', () => {
  test('gives the paragraph that holds the place, and null between paragraphs', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(20)), { maxLength: 30 }), fc.nat(800), (gaps, at) => {
        let end = 0;
        const paragraphs = gaps.map(([gap, length]) => {
          const start_at = end + gap;
          end = start_at + length;
          return { start_at, end_at: end };
        });
        const wanted = paragraphs.find((paragraph) => at >= paragraph.start_at && at < paragraph.end_at) ?? null;
        expect(paragraphAt(paragraphs, at)).toEqual(wanted);
      }),
    );
  });
});
