import { describe, expect, it } from 'vitest';
import { flow, textWidth, type PdfText } from '../../../test/support/pdf-builder.ts';
import { read, texts, column, LONG } from '../../../test/support/pdf-reading.ts';

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
