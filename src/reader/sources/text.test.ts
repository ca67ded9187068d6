import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument, readReport } from '../index.ts';
import { decodeText } from './decode.ts';
import { readInline } from './inline.ts';
import { UnreadableFile } from './source-document.ts';
import { readText, textToDocument } from './text.ts';

const blocks = (text: string) => textToDocument(text, 'a.md', 'text/markdown', '').blocks;
const brief = (text: string) =>
  blocks(text).map((b) => `${b.kind}${b.marker === null ? '' : ` ${b.marker}`}: ${b.text}`);

describe('blocks', () => {
  test('headings, lists, tables and notes', () => {
    const text =
      '# Title\n\nProse of one line.\n- 1. Numbered in a dash\n - a dash\n| A | B |\n|---|---|\n| one | two |\n\n<sup>i</sup> A note.\n';
    expect(brief(text)).toEqual([
      'heading: Title',
      'paragraph: Prose of one line.',
      'list-item 1.: Numbered in a dash',
      'list-item -: a dash',
      'table-row: A | B',
      'table-row: one | two',
      'footnote: A note.',
    ]);
  });

  test('hard-wrapped lines are one paragraph, hyphens at the line end are closed', () => {
    const line = 'The harbour masters of the nine coastal states met in Riga and they dis-\n';
    const text = `${line}cussed the winter, the ice and the lights along the coast in a long and \nfriendly session that ended late in the evening with a visit to the port\nand a word of thanks.\n\nThe second paragraph is also long enough to be wrapped at the same column\nas the first one was, which is what old typewriters did to every report.\n`;
    expect(blocks(text).map((b) => b.text.slice(0, 24))).toEqual([
      'The harbour masters of t',
      'The second paragraph is ',
    ]);
    expect(blocks(text)[0]?.text).toContain('discussed the winter');
  });

  test('lines set in columns stay apart, a second line of an entry goes on with it, justified lines are prose', () => {
    expect(
      brief(
        'Latvia        H.E. President A. Berzins\nMalta         Hon. M. Vella, Minister of Ports and\n              Ice\nSpain         H.E. P. Ruiz\n\n1.   The  ports of  the  coast  met and  they\n     talked   of   ice  and of boats.\n',
      ),
    ).toEqual([
      'paragraph: Latvia H.E. President A. Berzins',
      'paragraph: Malta Hon. M. Vella, Minister of Ports and Ice',
      'paragraph: Spain H.E. P. Ruiz',
      'list-item 1.: The ports of the coast met and they talked of ice and of boats.',
    ]);
  });

  test('front matter gives a title and no text', () => {
    expect(brief('---\ntitle: "Harbour Forum"\ndate: 2020-01-01\n---\n\nText of the report.\n')).toEqual([
      'heading: Harbour Forum',
      'paragraph: Text of the report.',
    ]);
  });

  test('a form feed is a page', () => {
    const document = textToDocument('One.\fTwo.', 'a.txt', 'text/plain', '');
    expect(document.pages).toBe(2);
    expect(document.blocks.map((b) => b.page)).toEqual([1, 2]);
  });
});

describe('inline markup', () => {
  test.each([
    ['**Bold** and *italic* and <u>line</u>', 'Bold and italic and line', 'bold italic underline'],
    ['[link](#top) and \\_ and &amp; &ndash; x', 'link and and & – x', ''],
    ['Call<sup>1</sup> on the 14<sup>th</sup>', 'Call on the 14th', ''],
    ['Kosovo*, Serbia and Moldova', 'Kosovo*, Serbia and Moldova', ''],
    ['snake_case stays', 'snake_case stays', ''],
  ])('%s', (source, text, kinds) => {
    const inline = readInline(source);
    expect(inline.text).toBe(text);
    expect(inline.emphasis.map((e) => e.kind).join(' ')).toBe(kinds);
  });

  test('emphasis lies inside the text, whatever the marks', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('**', '*', '_', '<b>', '</b>', 'word', ' ', '[a](b)', '\\*', '&amp;', '<sup>2</sup>', '.'),
          { maxLength: 30 },
        ),
        (pieces) => {
          const { text, emphasis } = readInline(pieces.join(''));
          expect(text).toBe(text.trim());
          for (const e of emphasis) {
            expect(e.start).toBeGreaterThanOrEqual(0);
            expect(e.end).toBeLessThanOrEqual(text.length);
            expect(e.start).toBeLessThan(e.end);
          }
        },
      ),
    );
  });
});

describe('encodings', () => {
  const utf16 = (text: string, big: boolean): Uint8Array =>
    Uint8Array.from(
      [...text].flatMap((c) =>
        big ? [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255] : [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8],
      ),
    );
  const latin = (codes: number[]): Uint8Array => Uint8Array.from(codes);

  test('UTF-16 with and without a mark', () => {
    expect(decodeText(utf16('Harbour masters met in Riga.', false)).text).toBe('Harbour masters met in Riga.');
    expect(decodeText(utf16('Harbour masters met in Riga.', true)).encoding).toBe('utf-16be');
    expect(decodeText(Uint8Array.of(0xff, 0xfe, ...utf16('Été', false))).text).toBe('Été');
  });

  test('Western, Turkish and Cyrillic code pages', () => {
    expect(
      decodeText(latin([...'La r\u00E9union a \u00E9t\u00E9 ouverte \u00E0 midi'].map((c) => c.charCodeAt(0)))).text,
    ).toBe('La réunion a été ouverte à midi');
    const turkish = decodeText(
      latin(
        [...'Toplant\u00FD \u00DDstanbul\u2019da ba\u00FElad\u00FD'.replace('\u2019', "'")].map((c) => c.charCodeAt(0)),
      ),
    );
    expect(turkish.text).toBe("Toplantı İstanbul'da başladı");
    const russian = 'Встреча состоялась в Алматы';
    const cp1251 = [...russian].map((c) => (c === ' ' ? 32 : c.charCodeAt(0) - 0x410 + 0xc0));
    expect(decodeText(latin(cp1251)).text).toBe(russian);
  });

  test('what is read otherwise than UTF-8 is said', () => {
    expect(decodeText(latin([0x63, 0x61, 0x66, 0xe9, 0x20])).notices[0]?.code).toBe('source.encoding');
    expect(decodeText(new TextEncoder().encode('café')).notices).toEqual([]);
  });

  test('any bytes are read, or refused with a sentence', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          expect(typeof readDocument(readText(bytes, 'a.txt', '')).text).toBe('string');
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableFile);
        }
      }),
    );
  });
});

describe('size and direction', () => {
  test('right-to-left text keeps its paragraphs', async () => {
    const text =
      'الاجتماع الإقليمي\n\nعمّان، الأردن، 7 مارس 2023\n\n1. رحب الرئيس بالمشاركين.\n2. شكر المشاركون الأردن.\n';
    const reading = await readReport(new TextEncoder().encode(text), 'a.txt');
    expect(reading.paragraphs.filter((p) => p.label !== null)).toHaveLength(2);
    expect(reading.text).toContain('رحب الرئيس');
  });

  // How time grows is measured in bench/reader.bench.ts; here a reader that grows with the square runs out of its minutes.
  test('ten thousand paragraphs are read whole', { timeout: 300_000 }, () => {
    const text = Array.from(
      { length: 10_000 },
      (_, i) => `${i + 1}. Malta proposed that the register of port ${i} be kept by Georgia.`,
    ).join('\n');
    const reading = readDocument(textToDocument(text, 'a.txt', 'text/plain', ''));
    expect(reading.outcomes).toHaveLength(10_000);
  });

  test.each([
    'a '.repeat(30_000),
    '*'.repeat(30_000),
    '((('.repeat(9000),
    'The Meeting '.repeat(5000),
    'X, '.repeat(15_000),
    '14 May '.repeat(9000),
    'was adopted '.repeat(5000),
    '| '.repeat(20_000),
  ])(
    'a text of one kind of piece is bounded (%#)',
    (text) => {
      const reading = readDocument(textToDocument(text, 'a.txt', 'text/plain', ''));
      expect(reading.format).toBe('redthread-reading/1');
      for (const { text: own, span } of reading.paragraphs) expect(reading.text.slice(...span)).toBe(own);
    },
    30_000,
  );
});
