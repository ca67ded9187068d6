import { describe, expect, it } from 'vitest';
import { flow, textWidth, type Flow, type PdfText } from '../../../test/support/pdf-builder.ts';
import { read, texts, labels, bold, MEASURE, column, LONG } from '../../../test/support/pdf-reading.ts';

describe('paragraphs', () => {
  it('are put together from their lines, with headings told by size and weight', async () => {
    const document = await read([
      {
        texts: column([
          ['Report of the Lake Board', { size: 18, font: 'bold' }],
          10,
          ['Opening of the meeting', { font: 'bold' }],
          `${LONG}.`,
          `${LONG} again.`,
        ]),
      },
    ]);
    expect(document.blocks.map((b) => [b.kind, b.level])).toEqual([
      ['heading', 1],
      ['heading', 2],
      ['paragraph', null],
      ['paragraph', null],
    ]);
    expect(texts(document).slice(2)).toEqual([`${LONG}.`, `${LONG} again.`]);
    expect(document.blocks.every((b) => b.page === 1)).toBe(true);
  });

  it('without space between them are parted by first-line indents and short last lines', async () => {
    const lines: PdfText[] = [];
    let y = 80;
    for (const text of [`${LONG}.`, `${LONG} once more.`, `${LONG} to the end.`]) {
      const placed = flow(text, y, { ...MEASURE, hanging: -24, x: 96 });
      lines.push(...placed.texts);
      y = placed.y;
    }
    expect(texts(await read([{ texts: lines }]))).toEqual([`${LONG}.`, `${LONG} once more.`, `${LONG} to the end.`]);
  });

  it('go on over a page break inside a sentence, and not over one between sentences', async () => {
    const lines = flow(LONG, 0, MEASURE).texts.map((t) => t.text);
    const document = await read([
      { texts: column(['The board met at noon.', lines.slice(0, 2).join(' ')], 720) },
      { texts: column([`${lines.slice(2).join(' ')}.`, 'Another matter was raised.']) },
      { texts: column(['The Chair thanked the crews.']) },
    ]);
    expect(texts(document)).toEqual([
      'The board met at noon.',
      `${LONG}.`,
      'Another matter was raised.',
      'The Chair thanked the crews.',
    ]);
    expect(document.blocks.map((b) => b.page)).toEqual([1, 1, 2, 3]);
  });

  it('rejoin words divided at the end of a line and keep real hyphens', async () => {
    const document = await read([
      {
        texts: [
          { text: 'The crews asked the board once more for closer coopera-', x: 72, y: 100 },
          { text: 'tion between the harbours of the lake, and also for long-', x: 72, y: 114 },
          { text: 'term plans. A follow-up on the North-South links and their', x: 72, y: 128 },
          { text: 'use in winter was promised to all of them by the Lake-', x: 72, y: 142 },
          { text: 'Harbour group, which will meet in the years of 2019-', x: 72, y: 156 },
          { text: '2020.', x: 72, y: 170 },
        ],
      },
    ]);
    expect(texts(document).join(' ')).toBe(
      'The crews asked the board once more for closer cooperation between the harbours of the lake, and also for long-term plans. ' +
        'A follow-up on the North-South links and their use in winter was promised to all of them by the Lake-Harbour group, ' +
        'which will meet in the years of 2019-2020.',
    );
  });
});

describe('lists', () => {
  it('keep their printed labels and their depth', async () => {
    const item = (text: string, depth: number): [string, Partial<Flow>] => [
      text,
      { x: 72 + depth * 24, width: 450 - depth * 24, hanging: 16 },
    ];
    const document = await read([
      {
        texts: column([
          item(`1. ${LONG}:`, 0),
          item('a) a first wish of the crews;', 1),
          item(
            'b) a second wish, which is so long that it has to run over the end of the line and hang under its own beginning as usual;',
            1,
          ),
          item('i. with a detail;', 2),
          item('ii. and another.', 2),
          item('c) a third.', 1),
          item('2. The Chair closed this point.', 0),
          item('• one bullet', 1),
          item('• another bullet', 1),
        ]),
      },
    ]);
    expect(labels(document.blocks)).toEqual(['1.', 'a)', 'b)', 'i.', 'ii.', 'c)', '2.', '•', '•']);
    expect(document.blocks.map((b) => b.level)).toEqual([1, 2, 2, 3, 3, 2, 1, 2, 2]);
    expect(document.blocks.every((b) => b.kind === 'list-item')).toBe(true);
    expect(document.blocks[2]?.text).toMatch(/^a second wish.*as usual;$/);
  });

  it('take a label that stands apart from its text', async () => {
    const placed = flow(LONG, 100, { x: 108, width: 410 });
    const next = flow('The Chair closed this point.', placed.y + 6, { x: 108, width: 410 });
    const document = await read([
      {
        texts: [
          { text: '12.', x: 72, y: 100 },
          ...placed.texts,
          { text: '13.', x: 72, y: placed.y + 6 },
          ...next.texts,
        ],
      },
    ]);
    expect(document.blocks.map((b) => [b.marker, b.text])).toEqual([
      ['12.', LONG],
      ['13.', 'The Chair closed this point.'],
    ]);
  });

  it('are not seen where a number wraps to the beginning of a line by chance', async () => {
    const text =
      'The crews of the rescue boats asked the board to return to this matter and to report on them in ' +
      '12. The board did not know which of the two drafts the crews had before them when they asked for it.';
    const { texts: lines } = flow(text, 100, { x: 72, width: 462 });
    expect(lines[1]?.text).toMatch(/^12\. The/);
    const document = await read([{ texts: lines }]);
    expect(document.blocks).toHaveLength(1);
  });
});

describe('letters', () => {
  it('bold and italic come from the font', async () => {
    const start = textWidth('The ', 11);
    const document = await read([
      {
        texts: [
          { text: 'The', x: 72, y: 100 },
          { text: 'Chair', x: 72 + start, y: 100, font: 'bold' },
          { text: 'opened the meeting and', x: 72 + start + textWidth('Chair ', 11) + 2, y: 100 },
          ...column([`${LONG}.`], 130),
        ],
      },
    ]);
    expect(document.blocks[0]?.text).toBe('The Chair opened the meeting and');
    expect(bold(document.blocks[0])).toEqual(['Chair']);
  });

  it('letter-spaced titles are words again', async () => {
    const document = await read([
      { texts: [{ text: 'SUMMARY REPORT', x: 72, y: 80, spacing: 5 }, ...column([`${LONG}.`], 120)] },
    ]);
    expect(texts(document)[0]).toBe('SUMMARY REPORT');
  });

  it('ligatures are letters', async () => {
    const document = await read([
      { texts: [{ text: 'o\ufb03ces of the \ufb01rst \ufb02eet', x: 72, y: 80, font: 'unicode' }] },
    ]);
    expect(texts(document)).toEqual(['offices of the first fleet']);
  });

  it('right-to-left text comes in reading order, with names and numbers in it', async () => {
    const visual = (s: string) => [...s].reverse().join('');
    const glyphs = (text: string, right: number, y: number): PdfText => ({
      text: visual(text),
      x: right - text.length * 5.5,
      y,
      font: 'unicode',
    });
    const line = (y: number, words: readonly string[]): PdfText[] => {
      let right = 520;
      return words.map((word) => {
        const rtl = /[\u0600-\u06ff]/.test(word);
        const placed = rtl
          ? glyphs(word, right, y)
          : { text: word, x: right - word.length * 5.5, y, font: 'unicode' as const };
        right -= word.length * 5.5 + 5;
        return placed;
      });
    };
    const document = await read([
      {
        texts: [
          ...line(100, ['اجتمع', 'المجلس', 'في', '14', 'مايو', 'على', 'شاطئ']),
          ...line(114, ['البحيرة', 'الشمالية.']),
        ],
      },
    ]);
    expect(texts(document)).toEqual(['اجتمع المجلس في 14 مايو على شاطئ البحيرة الشمالية.']);
  });

  it('pages that lie on their side are read upright', async () => {
    const lying: PdfText[] = ['The board met at noon in the harbour.', 'It closed at four in the afternoon.'].map(
      (text, i) => ({ text, x: 100 + i * 14, y: 700, angle: 90 }),
    );
    expect(texts(await read([{ texts: lying, rotate: 90 }])).join(' ')).toBe(
      'The board met at noon in the harbour. It closed at four in the afternoon.',
    );
  });
});
