import type { Block, PrintedDocument } from '../../kernel/server/documents/index.ts';
import { days } from './names.ts';
import type { ParagraphKind } from './text.ts';

export interface PrintedReport {
  title: string;
  first: string | null;
  last: string | null;
  place: string | null;
  mode: 'in-person' | 'online' | 'hybrid' | null;
  /** Who issues it: names of the bodies that met. Never a person. */
  issuer: string;
  paragraphs: readonly { kind: ParagraphKind; label: string | null; text: string }[];
  /** One line at the foot of every page; null for none. */
  footer?: string;
}

/** Place and days in one line, as under the title: `Tirana, Albania, and online, 6–8 May 2031`. */
export function dateLine({
  first,
  last,
  place,
  mode,
}: Pick<PrintedReport, 'first' | 'last' | 'place' | 'mode'>): string {
  const where =
    mode === 'online'
      ? 'Online'
      : `${place ?? ''}${place && mode === 'hybrid' ? `${place.includes(',') ? ',' : ''} and online` : ''}`;
  return [where, first === null ? '' : days(first, last)].filter((part) => part !== '').join(', ');
}

/** The report as a paper: title, place and days, numbered paragraphs. Numbers are real ones in DOCX. */
export function reportDocument(report: PrintedReport): PrintedDocument {
  const line = dateLine(report);
  return {
    title: report.title,
    ...(line === '' ? {} : { subtitle: line }),
    ...(report.issuer === '' ? {} : { issuer: report.issuer }),
    ...((report.last ?? report.first) ? { date: (report.last ?? report.first)! } : {}),
    language: 'en',
    blocks: report.paragraphs.map(({ kind, label, text }): Block =>
      kind === 'heading'
        ? { kind: 'heading', level: 1, text }
        : { kind: 'paragraph', runs: text, level: kind === 'item' ? 1 : 0, ...(label === null ? {} : { label }) },
    ),
    ...(report.footer ? { footer: report.footer } : {}),
  };
}
