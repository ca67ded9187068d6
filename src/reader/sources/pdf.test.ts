import { describe, expect, it } from 'vitest';
import { buildPdf, flow, textWidth } from '../../../test/support/pdf-builder.ts';
import type { Flow, PdfPageSpec, PdfText } from '../../../test/support/pdf-builder.ts';
import { openSource } from './open-source.ts';
import type { SourceBlock, SourceDocument } from './source-document.ts';

const read = (pages: readonly PdfPageSpec[]): Promise<SourceDocument> => openSource(buildPdf(pages), 'report.pdf');
const texts = (document: SourceDocument): string[] => document.blocks.map((b) => b.text);
const labels = (blocks: readonly SourceBlock[]): (string | null)[] => blocks.map((b) => b.marker);
const bold = (block: SourceBlock | undefined): string[] =>
  (block?.emphasis ?? []).filter((e) => e.kind === 'bold').map((e) => block!.text.slice(e.start, e.end));

const MEASURE: Flow = { x: 72, width: 450 };

/** Paragraphs below each other; a number is extra space. */
function column(
  parts: readonly (string | [string, Partial<Flow>] | number)[],
  top = 80,
  base: Flow = MEASURE,
): PdfText[] {
  const out: PdfText[] = [];
  let y = top;
  for (const part of parts) {
    if (typeof part === 'number') {
      y += part;
      continue;
    }
    const [text, style] = typeof part === 'string' ? [part, {}] : part;
    const placed = flow(text, y, { ...base, ...style });
    out.push(...placed.texts);
    y = placed.y + 6;
  }
  return out;
}

const LONG =
  'The delegation of Lakeland described how its harbour offices work together and what they expect from the partners in the coming year, ' +
  'including a list of contact points for each town on the northern shore and two training weeks for the crews of the rescue boats';

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

describe('what frames a page', () => {
  const body = (n: number) => column([`Minutes of day ${n}. ${LONG}.`, `${LONG} on day ${n}.`], 120);

  it('is taken off and noted: running headers, footers, page numbers', async () => {
    const pages = [1, 2, 3, 4].map((n) => ({
      texts: [
        { text: 'Lake Board, summary report', x: 72, y: 40, size: 9 },
        ...body(n),
        { text: `Page ${n} of 4`, x: 270, y: 810, size: 9 },
      ],
    }));
    const document = await read(pages);
    expect(document.blocks).toHaveLength(8);
    expect(texts(document).join(' ')).not.toMatch(/summary report|Page \d/);
    expect(document.notices.find((n) => n.code === 'source.running-header')?.message).toContain(
      'Lake Board, summary report',
    );
    expect(document.notices.some((n) => n.code === 'source.page-numbers')).toBe(true);
  });

  it('on one page alone is only a page number', async () => {
    const document = await read([{ texts: [...body(1), { text: '1', x: 290, y: 810 }] }]);
    expect(document.blocks).toHaveLength(2);
  });

  it('does not take lines that belong to the text and happen to repeat', async () => {
    const day = (n: number) => ({
      texts: column([`Day ${n} of the exercise`, `${LONG}.`, `The crews of boat ${n} were thanked.`], 60),
    });
    const document = await read([day(1), day(2), day(3), day(4)]);
    expect(texts(document).filter((t) => t.startsWith('Day'))).toHaveLength(4);
  });

  it('footnotes are told apart, their references leave no digits in the text, ordinals stay', async () => {
    const sentence = 'The board met on the 14';
    const width = textWidth(sentence, 11);
    const document = await read([
      {
        texts: [
          { text: sentence, x: 72, y: 100 },
          { text: 'th', x: 72 + width, y: 96, size: 7 },
          { text: 'of May in the harbour.', x: 72 + width + 11, y: 100 },
          { text: '3', x: 72 + width + 11 + textWidth('of May in the harbour.', 11), y: 96, size: 7 },
          ...column([`${LONG}.`], 130),
          { text: '3', x: 72, y: 756, size: 6 },
          { text: 'The old harbour, not the new one.', x: 76, y: 760, size: 8.5 },
          { text: '4 Opened in the spring.', x: 72, y: 771, size: 8.5 },
        ],
      },
    ]);
    expect(document.blocks.map((b) => [b.kind, b.marker, b.text])).toEqual([
      ['paragraph', null, 'The board met on the 14th of May in the harbour.'],
      ['paragraph', null, `${LONG}.`],
      ['footnote', '3', 'The old harbour, not the new one.'],
      ['footnote', '4', 'Opened in the spring.'],
    ]);
  });

  it('a watermark across the page is not text', async () => {
    const document = await read([{ texts: [...body(1), { text: 'DRAFT', x: 150, y: 600, size: 90, angle: 45 }] }]);
    expect(texts(document).join(' ')).not.toContain('DRAFT');
  });
});

describe('columns and tables', () => {
  const left =
    'The first column speaks of the northern shore and of the harbours there, one after the other, until nothing is left to say about any of them at all. '
      .repeat(3)
      .trim();
  const right =
    'The second column turns to the southern shore, which has fewer harbours and more boats than anybody had expected before the count was made in spring. '
      .repeat(3)
      .trim();

  it('two columns are read one after the other, a title across both first', async () => {
    const document = await read([
      {
        texts: [
          {
            text: 'Two shores of one lake, seen from both sides by the crews that know them well',
            x: 72,
            y: 60,
            size: 12,
            font: 'bold',
          },
          ...flow(left, 100, { x: 72, width: 215 }).texts,
          ...flow(right, 100, { x: 308, width: 215 }).texts,
        ],
      },
    ]);
    expect(texts(document).slice(1).join(' ')).toBe(`${left} ${right}`);
    expect(document.blocks[0]?.kind).toBe('heading');
  });

  it('justified lines of few words stay prose, though a centred line above reaches further than their column', async () => {
    /** The words of a line, spread over the width of a column. */
    const spread = (line: string, x: number, y: number): PdfText[] => {
      const words = line.split(' ');
      const gap = (215 - words.reduce((sum, word) => sum + textWidth(word, 11), 0)) / (words.length - 1);
      let at = x;
      return words.map((text) => {
        const placed = { text, x: at, y };
        at += textWidth(text, 11) + gap;
        return placed;
      });
    };
    const few = ['Chairpersons acknowledged everything', 'Chairpersons acknowledged everything'];
    const first = flow(left, 100, { x: 72, width: 215 });
    const document = await read([
      {
        texts: [
          { text: 'Harbours', x: 250, y: 60 },
          ...first.texts,
          ...few.flatMap((line, i) => spread(line, 72, first.y + 14 * i)),
          ...flow(right, 100, { x: 308, width: 215 }).texts,
        ],
      },
    ]);
    expect(document.blocks.filter(({ kind }) => kind === 'table-row')).toEqual([]);
    expect(texts(document).join(' ')).toContain(few.join(' '));
  });

  it('paragraphs with decimal numbers before their text are no table', async () => {
    const one = flow(left, 100, { x: 108, width: 400 });
    const two = flow(right, one.y + 8, { x: 108, width: 400 });
    const document = await read([
      { texts: [{ text: '1.1', x: 72, y: 100 }, ...one.texts, { text: '1.2', x: 72, y: one.y + 8 }, ...two.texts] },
    ]);
    expect(document.blocks.map(({ kind, marker }) => `${kind} ${marker}`)).toEqual(['list-item 1.1', 'list-item 1.2']);
  });

  it('a table gives one row a block, wrapped cells included', async () => {
    const row = (y: number, ...cells: string[]): PdfText[] => cells.map((text, i) => ({ text, x: 72 + i * 160, y }));
    const document = await read([
      {
        texts: [
          ...column([`${LONG}.`]),
          ...row(200, 'Town', 'Contact', 'Boats'),
          ...row(220, 'Northport', 'Harbour office', '4'),
          ...row(240, 'Southport', 'Office of the', '11'),
          { text: 'harbour master', x: 232, y: 253 },
          ...row(273, 'Eastport', 'Fire brigade', '2'),
        ],
      },
    ]);
    expect(document.blocks.slice(1).map((b) => [b.kind, b.text])).toEqual([
      ['table-row', 'Town | Contact | Boats'],
      ['table-row', 'Northport | Harbour office | 4'],
      ['table-row', 'Southport | Office of the harbour master | 11'],
      ['table-row', 'Eastport | Fire brigade | 2'],
    ]);
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
