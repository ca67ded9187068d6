import type { Language } from '../../language-map.ts';

/**
 * A document as Redthread prints it, without a word about fonts, pages or formats. `toDocx` and `toPdf` make the same document of it.
 * Everything in it is text: nothing is ever read as markup of any format.
 */
export interface PrintedDocument {
  title: string;
  subtitle?: string;
  /** Who issues it, above the title and as the author in the file's properties. Never a person. */
  issuer?: string;
  /** ISO day the document speaks of; the only date in the file's properties, so that the same document gives the same bytes. */
  date?: string;
  /** Language of the document; a run may say that it is in another. */
  language: Language;
  /** Follows the language when it is not given. */
  direction?: Direction;
  /** Wide tables are read more easily on a page that lies. */
  landscape?: boolean;
  /** Label and value in two columns under the title: date, place, chair, as of. */
  facts?: Fact[];
  blocks: Block[];
  /** One line at the foot of every page, beside the page number. */
  footer?: string;
}

export type Direction = 'ltr' | 'rtl';

export interface Fact {
  label: string;
  value: Text;
}

/** A text without any difference in it, or its pieces in order. */
export type Text = string | Run[];

/** A stretch of text that looks and behaves the same. */
export interface Run {
  text: string;
  strong?: boolean;
  emphasis?: boolean;
  /** `https:`, `http:`, `mailto:`, or `#id` of a heading in the same document. Anything else is printed as text only. */
  link?: string;
  language?: Language;
}

export type Block = Heading | Paragraph | List | Table | Quote | Thread | PageBreak;

export interface Heading {
  kind: 'heading';
  level: 1 | 2 | 3;
  text: string;
  /** What a link `#id` leads to. */
  id?: string;
}

export interface Paragraph {
  kind: 'paragraph';
  runs: Text;
  /** The paragraph number as printed: `5.`, `a.`, `(iv)`. In DOCX a real list number wherever the sequence allows it. */
  label?: string;
  /** 0 is the margin; each level is indented once more, up to 5. */
  level?: number;
}

export interface List {
  kind: 'list';
  ordered: boolean;
  items: Text[];
}

export interface Table {
  kind: 'table';
  columns: Column[];
  /** As many cells as columns; a row that has fewer is filled with empty cells. */
  rows: Text[][];
  caption?: string;
}

export interface Column {
  head: string;
  /** Share of the width beside the other columns; 1 when not given. */
  width?: number;
  align?: 'start' | 'end' | 'center';
}

/** The words of somebody else, set off from ours. */
export interface Quote {
  kind: 'quote';
  runs: Text;
  /** Where it stands: report, paragraph, date. */
  source?: Text;
}

export interface PageBreak {
  kind: 'pageBreak';
}

/** The red thread: a line through time with a knot for everything that happened. */
export interface Thread {
  kind: 'thread';
  knots: Knot[];
}

export interface Knot {
  /** As printed: a day, a month, “nothing heard since 9 October 2019”. */
  date: string;
  title: string;
  runs?: Text;
  /** `outcome`: said in a report. `step`: something done. `open`: still to come. `silence`: nothing heard; the line breaks. */
  mark: 'outcome' | 'step' | 'open' | 'silence';
}

const rightToLeft: readonly Language[] = ['ar', 'fa', 'ur'];

/** Direction of a document: as given, else that of its language. */
export const directionOf = (document: Pick<PrintedDocument, 'language' | 'direction'>): Direction =>
  document.direction ?? directionOfLanguage(document.language);

/** Direction in which a language is written. */
export const directionOfLanguage = (language: Language): Direction => (rightToLeft.includes(language) ? 'rtl' : 'ltr');

/** A text as its runs. */
export const runsOf = (text: Text): Run[] => (typeof text === 'string' ? [{ text }] : text);

/** A text as plain words. */
export const wordsOf = (text: Text): string => (typeof text === 'string' ? text : text.map((r) => r.text).join(''));

/** The address of a link that may be printed, or null: web, mail, and places in the same document. */
export function safeLink(link: string | undefined): string | null {
  if (link === undefined) return null;
  if (link.startsWith('#')) return link.length > 1 ? link : null;
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  return ['https:', 'http:', 'mailto:'].includes(url.protocol) ? url.href : null;
}
