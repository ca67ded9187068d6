import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { ParagraphChild } from 'docx';
import type * as printed from '../document.ts';
import { wordsOf } from '../document.ts';
import type { ListPlace } from './numbering.ts';
import { named, wordRuns } from './runs.ts';
import type { Surroundings } from './runs.ts';
import { bulletList, countedList, hairline, hanging, ink, orderedList, quiet, red, sans, step } from './styles.ts';

/** The whole document as a block must know it, and what has been counted so far. */
export interface Around extends Surroundings {
  /** Width of the text in twentieths of a point. */
  width: number;
  orderedLists: number;
  threads: number;
}

type Piece = Paragraph | Table;

/** One block as Word's paragraphs and tables. `place` is the list that counts it. */
export function renderBlock(block: printed.Block, place: ListPlace | null, around: Around): Piece[] {
  switch (block.kind) {
    case 'heading':
      return [headingOf(block, around)];
    case 'paragraph':
      return [paragraphOf(block, place, around)];
    case 'list':
      return listOf(block, around);
    case 'table':
      return tableOf(block, around);
    case 'quote':
      return quoteOf(block, around);
    case 'thread':
      return block.knots.flatMap((knot) => knotOf(knot, around));
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

const bidi = (around: Around) => ({ bidirectional: around.direction === 'rtl' });
const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };

const headingOf = (block: printed.Heading, around: Around) =>
  new Paragraph({
    ...bidi(around),
    heading: headings[block.level],
    children: named(wordRuns(block.text, around), block.id, around),
  });

function paragraphOf(block: printed.Paragraph, place: ListPlace | null, around: Around): Paragraph {
  const runs = wordRuns(block.runs, around);
  const level = block.level ?? 0;
  if (place)
    return new Paragraph({
      ...bidi(around),
      numbering: { reference: countedList(place.list), level: place.level },
      children: runs,
    });
  if (block.label === undefined)
    return new Paragraph({ ...bidi(around), indent: { start: step * level }, children: runs });
  return new Paragraph({
    ...bidi(around),
    indent: hanging(level),
    children: [...wordRuns(block.label, around), new TextRun({ text: '\t' }), ...runs],
  });
}

function listOf(block: printed.List, around: Around): Paragraph[] {
  const numbering = block.ordered
    ? { reference: orderedList, level: 0, instance: ++around.orderedLists }
    : { reference: bulletList, level: 0 };
  return block.items.map(
    (item) => new Paragraph({ ...bidi(around), numbering, spacing: { after: 60 }, children: wordRuns(item, around) }),
  );
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const line = { style: BorderStyle.SINGLE, size: 4, color: hairline };
const strongLine = { style: BorderStyle.SINGLE, size: 6, color: ink };
const alignments = { start: AlignmentType.START, end: AlignmentType.END, center: AlignmentType.CENTER };

function tableOf(block: printed.Table, around: Around): Piece[] {
  const shares = block.columns.map((c) => c.width ?? 1);
  const total = shares.reduce((a, b) => a + b, 0);
  const widths = shares.map((share) => Math.floor((around.width * share) / total));
  const cell = (column: number, style: string, children: ParagraphChild[], bottom: object) =>
    new TableCell({
      width: { size: widths[column]!, type: WidthType.DXA },
      borders: { top: none, left: none, right: none, bottom: bottom as typeof line },
      children: [
        new Paragraph({
          ...bidi(around),
          style,
          alignment: alignments[block.columns[column]!.align ?? 'start'],
          children,
        }),
      ],
    });
  const table = new Table({
    width: { size: around.width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    visuallyRightToLeft: around.direction === 'rtl',
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    borders: { top: none, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.columns.map((c, i) => cell(i, 'TableHead', wordRuns(c.head, around), strongLine)),
      }),
      ...block.rows.map(
        (row) => new TableRow({ children: row.map((text, i) => cell(i, 'TableText', wordRuns(text, around), line)) }),
      ),
    ],
  });
  const caption = block.caption
    ? [new Paragraph({ ...bidi(around), style: 'Caption', children: wordRuns(block.caption, around) })]
    : [];
  return [...caption, table, new Paragraph({ spacing: { after: 120 } })];
}

function quoteOf(block: printed.Quote, around: Around): Paragraph[] {
  const look = {
    ...bidi(around),
    style: 'Quote',
    indent: { start: step, end: step },
    border: { [around.direction === 'rtl' ? 'right' : 'left']: { ...line, space: 10 } },
  };
  const source = block.source
    ? [new Paragraph({ ...look, children: wordRuns(block.source, around, { font: sans, size: 18, color: quiet }) })]
    : [];
  return [new Paragraph({ ...look, keepNext: source.length > 0, children: wordRuns(block.runs, around) }), ...source];
}

const knotSigns = { outcome: '●', step: '○', open: '◌', silence: '–' };

/** A knot: its paragraphs share the red border, which Word draws as one line down the page. */
function knotOf(knot: printed.Knot, around: Around): Paragraph[] {
  const style = knot.mark === 'silence' ? BorderStyle.DASHED : BorderStyle.SINGLE;
  const look = {
    ...bidi(around),
    indent: { start: step },
    border: {
      [around.direction === 'rtl' ? 'right' : 'left']: { style, size: 12, color: red, space: 12 },
    },
  };
  const date = [
    new TextRun({ text: `${knotSigns[knot.mark]} `, color: red }),
    ...wordRuns(knot.date, around, { font: sans, size: 18, color: quiet }),
  ];
  const title = wordRuns([{ text: knot.title, strong: true }], around);
  return [
    new Paragraph({ ...look, spacing: { after: 0 }, keepNext: true, children: date }),
    new Paragraph({ ...look, keepNext: knot.runs !== undefined, children: title }),
    ...(knot.runs && wordsOf(knot.runs) ? [new Paragraph({ ...look, children: wordRuns(knot.runs, around) })] : []),
  ];
}

/** Label and value in two columns without lines. */
export function facts(list: readonly printed.Fact[], around: Around): Table {
  const widths = [Math.floor(around.width * 0.26), Math.floor(around.width * 0.74)];
  const cell = (column: number, children: ParagraphChild[]) =>
    new TableCell({
      width: { size: widths[column]!, type: WidthType.DXA },
      borders: { top: none, left: none, right: none, bottom: none },
      children: [new Paragraph({ ...bidi(around), style: 'TableText', children })],
    });
  return new Table({
    width: { size: around.width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    visuallyRightToLeft: around.direction === 'rtl',
    margins: { top: 30, bottom: 30, left: 0, right: 80 },
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: list.map(
      (fact) =>
        new TableRow({
          children: [
            cell(0, wordRuns(fact.label, around, { font: sans, color: quiet })),
            cell(1, wordRuns(fact.value, around)),
          ],
        }),
    ),
  });
}
