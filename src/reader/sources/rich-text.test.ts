import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinLines, noteHyphenated } from './hyphens.ts';
import { addText, BOLD, cleanText, finishText, ITALIC, richBuilder } from './rich-text.ts';

describe('the text of a block', () => {
  it('has single spaces, no layout characters, and emphasis where the letters are', () => {
    const builder = richBuilder();
    addText(builder, '  The\u00a0 ');
    addText(builder, ' Chair', BOLD);
    addText(builder, ' and', BOLD);
    addText(builder, ' \u200fthe\u00ad board ', ITALIC);
    const { text, emphasis } = finishText(builder);
    expect(text).toBe('The Chair and the board');
    expect(emphasis.map((e) => [e.kind, text.slice(e.start, e.end)])).toEqual([
      ['bold', 'Chair and'],
      ['italic', 'the board'],
    ]);
  });

  it('keeps the non-joiner of Persian and composes letters', () => {
    expect(cleanText('می\u200cرود')).toBe('می\u200cرود');
    expect(cleanText('S\u0327')).toBe('Ş');
  });

  it('is the same however it is cut into pieces, and emphasis never leaves it', () => {
    const piece = fc.record({
      text: fc.string({ unit: fc.constantFrom('a', 'B', ' ', '\u00a0', '\n', 'é', '-') }),
      flags: fc.integer({ min: 0, max: 7 }),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const builder = richBuilder();
        for (const { text, flags } of pieces) addText(builder, text, flags);
        const { text, emphasis } = finishText(builder);
        expect(text).toBe(cleanText(pieces.map((p) => p.text).join('')).trim());
        for (const e of emphasis) {
          expect(e.start).toBeGreaterThanOrEqual(0);
          expect(e.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(e.start, e.end)).toBe(text.slice(e.start, e.end).trim());
          expect(e.end).toBeGreaterThan(e.start);
        }
      }),
    );
  });
});

describe('the seam between two lines', () => {
  const joined = (first: string, next: string, words: string[] = [], soft = false): string => {
    const builder = richBuilder();
    addText(builder, first);
    joinLines(builder, next, soft, new Set(words));
    addText(builder, next);
    return finishText(builder).text;
  };

  it.each([
    ['coopera-', 'tion', 'cooperation'],
    ['long-', 'term', 'long-term'],
    ['Afghan-', 'Turkish', 'Afghan-Turkish'],
    ['2019-', '2020', '2019-2020'],
    ['in- and', 'outflow', 'in- and outflow'],
    ['pre-', 'and post-arrival', 'pre- and post-arrival'],
    ['the end –', 'and after', 'the end – and after'],
    ['EU-', 'funded', 'EU-funded'],
    ['6–', '8 May', '6–8 May'],
    ['the end –', '8 May', 'the end – 8 May'],
    ['plain', 'words', 'plain words'],
  ])('%s + %s', (first, next, whole) => {
    expect(joined(first, next)).toBe(whole);
  });

  it('keeps a hyphen that the same word has elsewhere, drops a soft one', () => {
    const words = new Set<string>();
    noteHyphenated(words, 'A tour-de-table and a lake-wide plan.');
    expect(joined('lake-', 'wide', [...words])).toBe('lake-wide');
    expect(joined('tour-de-', 'table', [...words])).toBe('tour-de-table');
    expect(joined('lake\u00ad', 'wide', [], true)).toBe('lakewide');
  });
});
