import {
  AlignmentType,
  DeletedTextRun,
  Document,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** One piece of a sample report: numbers and letters are Word's own lists, `inserted` and `deleted` a tracked change. */
export type Block =
  | { kind: 'title' | 'line' | 'heading' | 'letter'; text: string }
  | { kind: 'number'; text: string; note?: string; inserted?: string; deleted?: string; after?: string }
  | { kind: 'table'; rows: readonly (readonly string[])[] };

const reviser = { author: 'Reviser', date: '2022-06-20T09:00:00Z' };

function levels(): {
  level: number;
  format: (typeof LevelFormat)[keyof typeof LevelFormat];
  text: string;
  indent: number;
}[] {
  return [
    { level: 0, format: LevelFormat.DECIMAL, text: '%1.', indent: 480 },
    { level: 1, format: LevelFormat.LOWER_LETTER, text: '%2.', indent: 960 },
  ];
}

function table(rows: readonly (readonly string[])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          ...(at === 0 ? { tableHeader: true } : {}),
          children: cells.map(
            (text) =>
              new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold: at === 0 })] })] }),
          ),
        }),
    ),
  });
}

function numbered(block: Extract<Block, { kind: 'number' }>, footnote: number | null): Paragraph {
  const runs: (TextRun | InsertedTextRun | DeletedTextRun | FootnoteReferenceRun)[] = [new TextRun(block.text)];
  if (block.inserted) runs.push(new InsertedTextRun({ id: 1, ...reviser, text: block.inserted }));
  if (block.deleted) runs.push(new DeletedTextRun({ id: 2, ...reviser, text: block.deleted }));
  if (block.after) runs.push(new TextRun(block.after));
  if (footnote !== null) runs.push(new FootnoteReferenceRun(footnote));
  return new Paragraph({ numbering: { reference: 'paragraphs', level: 0 }, spacing: { after: 120 }, children: runs });
}

function paragraphOf(block: Exclude<Block, { kind: 'table' | 'number' }>): Paragraph {
  const children = [new TextRun(block.text)];
  if (block.kind === 'title')
    return new Paragraph({ heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, children });
  if (block.kind === 'heading') return new Paragraph({ heading: HeadingLevel.HEADING_1, children });
  if (block.kind === 'line') return new Paragraph({ alignment: AlignmentType.CENTER, children });
  return new Paragraph({ numbering: { reference: 'paragraphs', level: 1 }, children });
}

/** The bytes of a Word file; the same blocks give the same bytes. */
export async function docxOf(blocks: readonly Block[]): Promise<Uint8Array> {
  const notes = blocks.flatMap((block) => (block.kind === 'number' && block.note ? [block.note] : []));
  const children = blocks.map((block) => {
    if (block.kind === 'table') return table(block.rows);
    if (block.kind !== 'number') return paragraphOf(block);
    return numbered(block, block.note ? notes.indexOf(block.note) + 1 : null);
  });
  const file = new Document({
    creator: 'Redthread sample',
    title: 'Sample report',
    numbering: {
      config: [
        {
          reference: 'paragraphs',
          levels: levels().map(({ indent, ...level }) => ({
            ...level,
            alignment: AlignmentType.START,
            style: { paragraph: { indent: { left: indent, hanging: 480 } } },
          })),
        },
      ],
    },
    footnotes: Object.fromEntries(notes.map((note, at) => [at + 1, { children: [new Paragraph(note)] }])),
    sections: [
      {
        footers: {
          default: new Footer({ children: [new Paragraph('Sample dialogue')] }),
        },
        children,
      },
    ],
  });
  return sameEveryTime(await Packer.toBuffer(file));
}

/** Takes the clock out of a Word file: the times inside it and those of its parts. */
function sameEveryTime(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const core = parts['docProps/core.xml'];
  if (core)
    parts['docProps/core.xml'] = strToU8(strFromU8(core).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2026-01-01T00:00:00Z'));
  const still = Object.entries(parts).map(([name, part]) => [name, [part, { mtime: new Date(2026, 0, 1) }]] as const);
  return zipSync(Object.fromEntries(still) as Parameters<typeof zipSync>[0], { level: 9 });
}
