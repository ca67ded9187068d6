import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import type { PrintedDocument } from '../document.ts';
import { directionOf } from '../document.ts';
import { planLists } from './numbering.ts';
import { facts, renderBlock } from './blocks.ts';
import type { Around } from './blocks.ts';
import { steady } from './steady.ts';
import { hairline, numbering, quiet, sans, styles } from './styles.ts';

/** Width and height of A4 and its margins, in twentieths of a point. */
const short = 11906;
const long = 16838;
const margins = { upright: 1531, flat: 1134, top: 1361 };

/** The document as a DOCX file. Takes a plain document (`plainDocument`); the same document gives the same bytes. */
export async function renderDocx(document: PrintedDocument): Promise<Uint8Array> {
  const direction = directionOf(document);
  const bidirectional = direction === 'rtl';
  const { places, lists } = planLists(
    document.blocks.map((b) => (b.kind === 'paragraph' ? { label: b.label, level: b.level ?? 0 } : { level: 0 })),
  );
  const side = document.landscape ? margins.flat : margins.upright;
  const around: Around = {
    language: document.language,
    direction,
    places: placesOf(document),
    width: (document.landscape ? long : short) - 2 * side,
    orderedLists: 0,
    threads: 0,
  };
  const file = new Document({
    title: document.title,
    creator: document.issuer ?? 'Redthread',
    lastModifiedBy: document.issuer ?? 'Redthread',
    description: document.subtitle ?? '',
    styles: styles(document.language, direction),
    numbering: numbering(lists),
    sections: [
      {
        properties: {
          page: {
            size: {
              width: short,
              height: long,
              orientation: document.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { left: side, right: side, top: margins.top, bottom: margins.top },
          },
          ...(bidirectional ? { bidi: true } : {}),
        },
        footers: { default: foot(document, around) },
        children: [
          ...head(document, around),
          ...document.blocks.flatMap((block, index) => renderBlock(block, places[index] ?? null, around)),
        ],
      },
    ],
  });
  return steady(await Packer.toBuffer(file), document.date ?? '2000-01-01');
}

function head(document: PrintedDocument, around: Around): (Paragraph | ReturnType<typeof facts>)[] {
  const bidirectional = around.direction === 'rtl';
  const line = (style: string, text: string) =>
    new Paragraph({ style, bidirectional, children: wordText(text, around) });
  return [
    ...(document.issuer ? [line('Issuer', document.issuer)] : []),
    line('Title', document.title),
    ...(document.subtitle ? [line('Subtitle', document.subtitle)] : []),
    ...(document.facts?.length ? [facts(document.facts, around)] : []),
    new Paragraph({
      bidirectional,
      spacing: { before: 0, after: 200 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 4, color: hairline } },
    }),
  ];
}

const wordText = (text: string, around: Around) => [new TextRun({ text, rightToLeft: around.direction === 'rtl' })];

function foot(document: PrintedDocument, around: Around): Footer {
  const look = { font: sans, size: 17, color: quiet };
  const pages = { ...look, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] };
  return new Footer({
    children: [
      new Paragraph({
        bidirectional: around.direction === 'rtl',
        alignment: AlignmentType.START,
        border: { top: { style: BorderStyle.SINGLE, size: 4, space: 4, color: hairline } },
        tabStops: [{ type: TabStopType.END, position: around.width }],
        children: [
          new TextRun({ ...look, text: document.footer ?? '', rightToLeft: around.direction === 'rtl' }),
          new TextRun({ ...look, text: '\t' }),
          new TextRun(pages),
        ],
      }),
    ],
  });
}

function placesOf(document: PrintedDocument): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const block of document.blocks)
    if (block.kind === 'heading' && block.id && !places.has(block.id)) places.set(block.id, `place_${places.size + 1}`);
  return places;
}
