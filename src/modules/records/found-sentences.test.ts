import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foundSentences } from './found-sentences.ts';

const found = (marked: string, q = 'x') => foundSentences(marked, q, '\ue000', '\ue001');
const textOf = (runs: { text: string }[]) => runs.map(({ text }) => text).join('');
const hitsOf = (runs: { text: string; hit: boolean }[]) => runs.flatMap(({ text, hit }) => (hit ? [text] : []));

describe('sentences found', () => {
  test('only the sentences with a hit, others left out with a mark', () => {
    const runs = found('First came thanks. Then \ue000border\ue001 police met. Then lunch.');
    expect(textOf(runs)).toBe('… Then border police met.  …');
    expect(hitsOf(runs)).toEqual(['border']);
  });
  test('a word with a star marks beginnings of words, accents aside', () => {
    expect(hitsOf(found('Türkiye and Turkmenistan met.', 'turki*'))).toEqual(['Türkiye']);
    expect(hitsOf(found('Migration, migrants; immigrants.', '-lake migr*'))).toEqual(['Migration', 'migrants']);
  });
  test('nothing of the text becomes markup, nothing is lost', () => {
    expect(textOf(found('<script>alert(1)</script> & \ue000lake\ue001'))).toBe('<script>alert(1)</script> & lake');
  });
  test('a very long sentence is cut, its hit kept', () => {
    const runs = found(`${'word '.repeat(300)}\ue000lake\ue001 ${'word '.repeat(300)}.`);
    expect(hitsOf(runs)).toEqual(['lake']);
    expect(textOf(runs).length).toBeLessThan(1700);
  });
  test('shown text is always a part of the paragraph', () => {
    const piece = fc.stringMatching(/^[a-zé. ]{0,20}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, piece), { maxLength: 6 }), (pieces) => {
        const marked = pieces.map(([plain, hit]) => `${plain}\ue000${hit}\ue001`).join('');
        const plain = marked.replace(/[\ue000\ue001]/g, '');
        for (const part of textOf(found(marked)).split('…')) expect(plain).toContain(part.trim());
      }),
    );
  });
});
