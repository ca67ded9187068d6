import type { Language } from '../../../kernel/language-map.ts';
import type { Block, PrintedDocument } from '../../../kernel/server/documents/document.ts';
import { branches, marksIn, pieces, type Branch, type Piece, type Rendition } from './rendition.ts';

/** Words a printed report needs besides its own. */
export interface PrintedWords {
  date: string;
  place: string;
  bodies: string;
  /** Named only where it holds. */
  rule: string;
  ruleHolds: string;
  /** Under the title: which rendition and version it is. */
  rendition: string;
}

/**
 * The report as a document for DOCX and PDF: paragraphs with their printed numbers in their depth, as real numbering where the sequence allows it, so that the reader
 * finds the same paragraphs again. Nothing is added to the text of the report.
 */
export function toPrinted(
  rendition: Rendition,
  language: Language,
  words: PrintedWords,
  days: string,
): PrintedDocument {
  const { meeting } = rendition;
  const fact = (label: string, value: string | null) => (value === null || value === '' ? [] : [{ label, value }]);
  const [first, ...rest] = rendition.paragraphs;
  const titled = first !== undefined && first.label === null && first.text.trim() === meeting.title.trim();
  return {
    title: meeting.title,
    subtitle: words.rendition,
    language,
    ...(meeting.endDay === null ? {} : { date: meeting.endDay }),
    facts: [
      ...fact(words.date, days),
      ...fact(words.place, meeting.place),
      ...fact(words.bodies, meeting.bodies.map(({ name }) => name).join(', ')),
      ...(meeting.underRule ? [{ label: words.rule, value: words.ruleHolds }] : []),
    ],
    blocks: siblings(rendition, branches(titled ? rest : rendition.paragraphs), false),
    footer: `${rendition.origin}/reports/${rendition.slug}`,
  };
}

/** Paragraphs that stand side by side. Below another one, those without a number are what the report has as bullets, or as rows of a table. */
function siblings(rendition: Rendition, list: readonly Branch[], below: boolean): Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < list.length; index++) {
    const run = below ? unnumbered(list, index) : [];
    if (run.length === 0) {
      const branch = list[index]!;
      blocks.push(paragraphOf(rendition, branch), ...siblings(rendition, branch.children, true));
      continue;
    }
    blocks.push(
      tableOf(run) ?? { kind: 'list', ordered: false, items: run.map((branch) => wordsOf(rendition, branch)) },
    );
    blocks.push(...siblings(rendition, run.at(-1)!.children, true));
    index += run.length - 1;
  }
  return blocks;
}

/** Branches from a place on that have no number; the run ends with the first that has something below it. */
function unnumbered(list: readonly Branch[], from: number): Branch[] {
  const run: Branch[] = [];
  for (const branch of list.slice(from)) {
    if (branch.paragraph.label !== null) break;
    run.push(branch);
    if (branch.children.length > 0) break;
  }
  return run;
}

/** What divides the cells where the reader wrote the row of a table as one paragraph. */
const divider = ' | ';

/** Rows that all have the same number of cells, two or more, are the table they were read from; its first row is the head. */
function tableOf(run: readonly Branch[]): Block | null {
  const rows = run.map(({ paragraph }) => paragraph.text.split(divider));
  const [head, ...rest] = rows;
  if (head === undefined || head.length < 2 || rest.length === 0 || rest.some((row) => row.length !== head.length))
    return null;
  return { kind: 'table', columns: head.map((cell) => ({ head: cell })), rows: rest };
}

const wordsOf = (rendition: Rendition, { paragraph }: Branch): { text: string }[] =>
  pieces(paragraph.text, marksIn(rendition, paragraph)).flatMap(runsOf);

function paragraphOf(rendition: Rendition, branch: Branch): Block {
  const { level, label } = branch.paragraph;
  return {
    kind: 'paragraph',
    runs: wordsOf(rendition, branch),
    level: Math.min(level, 5),
    ...(label === null ? {} : { label }),
  };
}

/** Marks are not printed: a report in print looks as it was adopted. */
const runsOf = (piece: Piece<unknown>): { text: string }[] =>
  'text' in piece ? [{ text: piece.text }] : piece.inner.flatMap(runsOf);
