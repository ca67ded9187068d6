import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentences } from './sentences.ts';

describe('sentences', () => {
  const split = (text: string) => sentences(text).map((s) => text.slice(s.start, s.end));

  test('abbreviations, initials and figures do not end them', () => {
    expect(split('Mr. A. Berg of the U.S. Coast Guard spoke at 9.30 a.m. about No. 4. He left.')).toEqual([
      'Mr. A. Berg of the U.S. Coast Guard spoke at 9.30 a.m. about No. 4.',
      'He left.',
    ]);
    expect(split('See para. 5 above, i.e. the list of nets, boats, etc. The list is long.')).toHaveLength(2);
  });

  test('years, brackets and quotes end them', () => {
    expect(split('It ends on 1 January 2024. The next is in May. (Applause.) “Well done.” All left!')).toHaveLength(5);
  });

  test('the sentences hold all words, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Boats', 'sail.', 'Dr.', 'No.', '5', 'etc.', 'He', '(a)', 'U.N.', 'end!', '“So”'), {
          maxLength: 30,
        }),
        (words) => {
          const text = words.join(' ');
          expect(split(text).join(' ')).toBe(text);
        },
      ),
    );
  });
});
