import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { describe, expect, it } from 'vitest';
import { docxOf, p, r } from '../../../test/support/docx-parts.ts';
import { openSource } from './open-source.ts';
import type { SourceBlock } from './source-document.ts';

const blocksOf = async (bytes: Uint8Array): Promise<SourceBlock[]> => (await openSource(bytes, 'report.docx')).blocks;
const body = (...parts: string[]): Promise<SourceBlock[]> => blocksOf(docxOf({ body: parts.join('') }));
const texts = (blocks: readonly SourceBlock[]): string[] => blocks.map((b) => b.text);

describe('a report written in a word processor', () => {
  it('gives headings, computed labels, tables, footnotes and emphasis', async () => {
    const numbered = (level: number, ...children: (TextRun | FootnoteReferenceRun)[]) =>
      new Paragraph({ numbering: { reference: 'points', level }, children });
    const cell = (...lines: string[]) => new TableCell({ children: lines.map((l) => new Paragraph(l)) });
    const document = new Document({
      numbering: {
        config: [
          {
            reference: 'points',
            levels: [
              { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START },
              { level: 1, format: LevelFormat.LOWER_LETTER, text: '%2.', alignment: AlignmentType.START },
            ],
          },
        ],
      },
      footnotes: { 1: { children: [new Paragraph('Held in the old harbour.')] } },
      sections: [
        {
          children: [
            new Paragraph({ text: 'Lake Board', heading: HeadingLevel.TITLE }),
            new Paragraph({ text: 'Opening', heading: HeadingLevel.HEADING_2 }),
            numbered(
              0,
              new TextRun('The '),
              new TextRun({ text: 'Chair', bold: true }),
              new TextRun(' opened the meeting'),
              new FootnoteReferenceRun(1),
              new TextRun(' at noon.'),
            ),
            numbered(1, new TextRun('To count the boats.')),
            numbered(1, new TextRun('To paint them.')),
            numbered(0, new TextRun('It closed.')),
            new Table({
              rows: [
                new TableRow({ children: [cell('Town'), cell('Boats')] }),
                new TableRow({ children: [cell('Northport'), cell('4', 'old')] }),
              ],
            }),
          ],
        },
      ],
    });
    const blocks = await blocksOf(new Uint8Array(await Packer.toBuffer(document)));
    expect(blocks.map((b) => [b.kind, b.level, b.marker, b.text])).toEqual([
      ['heading', 1, null, 'Lake Board'],
      ['heading', 2, null, 'Opening'],
      ['list-item', 1, '1.', 'The Chair opened the meeting at noon.'],
      ['footnote', null, '1', 'Held in the old harbour.'],
      ['list-item', 2, 'a.', 'To count the boats.'],
      ['list-item', 2, 'b.', 'To paint them.'],
      ['list-item', 1, '2.', 'It closed.'],
      ['table-row', null, null, 'Town | Boats'],
      ['table-row', null, null, 'Northport | 4 old'],
    ]);
    expect(blocks[2]?.emphasis).toEqual([{ start: 4, end: 9, kind: 'bold' }]);
  });
});

describe('tracked changes come out as the final text', () => {
  it('insertions and moves stay, deletions and former places go', async () => {
    const blocks = await body(
      p(
        `${r('The board ')}<w:del w:id="1"><w:r><w:delText>refused</w:delText></w:r></w:del><w:ins w:id="2">${r('agreed')}</w:ins>${r(' at noon.')}`,
      ),
      p(`<w:moveFrom w:id="3">${r('Moved away.')}</w:moveFrom>`),
      p(`<w:moveTo w:id="4">${r('Moved here.')}</w:moveTo>`),
    );
    expect(texts(blocks)).toEqual(['The board agreed at noon.', 'Moved here.']);
  });

  it('a deleted paragraph end joins two paragraphs, and takes no number', async () => {
    const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const gone = `${list}<w:rPr><w:del w:id="9"/></w:rPr>`;
    const blocks = await blocksOf(
      docxOf({
        numbering:
          '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        body:
          p('One.', list) +
          p('Two, ', gone) +
          p('joined.', list) +
          p('<w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del>', gone) +
          p('Three.', list),
      }),
    );
    expect(blocks.map((b) => `${b.marker} ${b.text}`)).toEqual(['1. One.', '2. Two, joined.', '3. Three.']);
  });

  it('a deleted table row is gone, former formatting is not looked at', async () => {
    const row = (text: string, properties = '') =>
      `<w:tr>${properties}<w:tc>${p(text)}</w:tc><w:tc>${p('x')}</w:tc></w:tr>`;
    const blocks = await body(
      `<w:tbl>${row('Kept')}${row('Deleted', '<w:trPr><w:del w:id="1"/></w:trPr>')}${row('Kept too')}</w:tbl>`,
      p('<w:r><w:rPr><w:rPrChange w:id="2"><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>Plain now.</w:t></w:r>'),
    );
    expect(texts(blocks)).toEqual(['Kept | x', 'Kept too | x', 'Plain now.']);
    expect(blocks[2]?.emphasis).toEqual([]);
  });
});

describe('styles', () => {
  const styles =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Std"><w:name w:val="Normal"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Std"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own title"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Para"><w:name w:val="Numbered para"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub para"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>' +
    '<w:style w:type="character" w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:b/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>';
  const lvl = (i: number, format: string, text: string, style: string) =>
    `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:pStyle w:val="${style}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:abstractNum w:abstractNumId="0">${lvl(0, 'decimal', '%1.', 'Para')}${lvl(1, 'lowerRoman', '(%2)', 'Sub')}</w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num>`;
  const styled = (style: string, text: string, more = '') => p(text, `<w:pStyle w:val="${style}"/>${more}`);

  it('tell headings in any language of the word processor', async () => {
    const blocks = await blocksOf(
      docxOf({
        styles,
        body:
          styled('berschrift1', 'Eröffnung') +
          styled('Own', 'Detail') +
          styled('A', 'In a circle.') +
          p('Text', '<w:outlineLvl w:val="0"/>'),
      }),
    );
    expect(blocks.map((b) => [b.kind, b.level])).toEqual([
      ['heading', 1],
      ['heading', 3],
      ['paragraph', null],
      ['heading', 1],
    ]);
  });

  it('carry numbering, each style at its level; a paragraph can opt out', async () => {
    const none = '<w:numPr><w:numId w:val="0"/></w:numPr>';
    const blocks = await blocksOf(
      docxOf({
        styles,
        numbering,
        body:
          styled('Para', 'One.') +
          styled('Sub', 'Detail.') +
          styled('Sub', 'Detail.') +
          styled('Para', 'Not counted.', none) +
          styled('Para', 'Two.'),
      }),
    );
    expect(blocks.map((b) => b.marker)).toEqual(['1.', '(i)', '(ii)', null, '2.']);
  });

  it('of characters make bold, direct formatting takes it away', async () => {
    const [block] = await blocksOf(
      docxOf({
        styles,
        body: p(
          r('Loud', '<w:rStyle w:val="Loud"/>') +
            r(' and quiet', '<w:rStyle w:val="Loud"/><w:b w:val="0"/>') +
            r(' words.'),
        ),
      }),
    );
    expect(block?.emphasis).toEqual([{ start: 0, end: 4, kind: 'bold' }]);
  });

  it('leave a table of contents out and say so', async () => {
    const document = await openSource(
      docxOf({ styles, body: styled('TOC1', 'Opening 3') + styled('berschrift1', 'Opening') }),
      'report.docx',
    );
    expect(texts(document.blocks)).toEqual(['Opening']);
    expect(document.notices.map((n) => n.code)).toEqual(['source.table-of-contents']);
  });
});

describe('what else stands in a document', () => {
  it('fields give their result, hidden text and comments nothing, symbols a letter', async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const blocks = await body(
      p(
        `${r('See page ')}${field('begin')}<w:r><w:instrText> PAGEREF x </w:instrText></w:r>${field('separate')}${r('12')}${field('end')}${r('.')}`,
      ),
      p(
        `${r('Open')}${r('secret', '<w:vanish/>')}<w:r><w:commentReference w:id="1"/></w:r>${r(' text')}<w:r><w:noBreakHyphen/></w:r>${r('here')}<w:r><w:softHyphen/></w:r>${r('.')}`,
      ),
      p('<w:r><w:sym w:font="Wingdings" w:char="F0D8"/></w:r>' + r(' Boats')),
      p('<w:hyperlink r:id="x">' + r('A link') + '</w:hyperlink>' + r(' is text.')),
    );
    expect(texts(blocks)).toEqual(['See page 12.', 'Open text-here.', 'Boats', 'A link is text.']);
    expect(blocks[2]?.marker).toBe('➢');
  });

  it('a text box follows the paragraph that holds it, once', async () => {
    const box = (inner: string) => `<w:txbxContent>${inner}</w:txbxContent>`;
    const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box(p('In the box.'))}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box(p('In the box.'))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(texts(await body(p(r('Before ') + drawing + r('after.')), p('Next.')))).toEqual([
      'Before after.',
      'In the box.',
      'Next.',
    ]);
  });

  it('endnotes come at the end, with roman numbers', async () => {
    const endnotes = `<w:endnote w:type="separator" w:id="-1">${p('---')}</w:endnote><w:endnote w:id="2">${p('A note.')}</w:endnote>`;
    const blocks = await blocksOf(
      docxOf({ endnotes, body: p(`${r('One')}<w:r><w:endnoteReference w:id="2"/></w:r>${r('.')}`) + p('Two.') }),
    );
    expect(blocks.map((b) => [b.kind, b.marker, b.text])).toEqual([
      ['paragraph', null, 'One.'],
      ['paragraph', null, 'Two.'],
      ['footnote', 'i', 'A note.'],
    ]);
  });

  it('labels typed by hand are labels: with a tab, a dot or after a line break', async () => {
    const blocks = await body(
      p(`${r('5')}<w:r><w:tab/></w:r>${r('The board met.')}`),
      p('6. It closed.'),
      p(`${r('Wishes:')}<w:r><w:br/></w:r>${r('- more boats')}<w:r><w:br/></w:r>${r('- more light')}`),
      p(`${r('Lake Board')}<w:r><w:br/></w:r>${r('Spring session')}`),
    );
    expect(blocks.map((b) => [b.marker, b.text])).toEqual([
      ['5', 'The board met.'],
      ['6.', 'It closed.'],
      [null, 'Wishes:'],
      ['-', 'more boats'],
      ['-', 'more light'],
      [null, 'Lake Board'],
      [null, 'Spring session'],
    ]);
  });

  it('a table that only lays out the page gives its paragraphs; a table in a cell gives its rows to the cell', async () => {
    const table = (...rows: string[][]) =>
      `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((c) => `<w:tc>${c}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
    const blocks = await body(
      table([p('1. A frame around') + p('2. the whole page')]),
      table([p('Town'), p('List') + table([p('a'), p('b')])]),
    );
    expect(blocks.map((b) => [b.kind, b.text])).toEqual([
      ['list-item', 'A frame around'],
      ['list-item', 'the whole page'],
      ['table-row', 'Town | List a | b'],
    ]);
  });
});
