import type { EntryContent } from './entry.ts';

/**
 * The plan as rows of a workbook, and back. One row an entry; the first three columns are hidden and say which entry the row is, in which revision it was
 * written out, and what it said then, so that what a person changed in the workbook is told from what was changed in Redthread meanwhile.
 */
export const sheetColumns = [
  { key: 'id', head: 'Id', width: 8, hidden: true },
  { key: 'revision', head: 'Revision', width: 8, hidden: true },
  { key: 'seen', head: 'Seen', width: 8, hidden: true },
  { key: 'title', head: 'Activity', width: 44, hidden: false },
  { key: 'kind', head: 'Kind', width: 16, hidden: false },
  { key: 'description', head: 'Description', width: 60, hidden: false },
  { key: 'leads', head: 'Lead', width: 24, hidden: false },
  { key: 'partners', head: 'Partners', width: 30, hidden: false },
  { key: 'other_partners', head: 'Other partners', width: 24, hidden: false },
  { key: 'when_from', head: 'From', width: 12, hidden: false },
  { key: 'when_until', head: 'Until', width: 12, hidden: false },
  { key: 'place', head: 'Place', width: 20, hidden: false },
  { key: 'funding', head: 'Funding', width: 24, hidden: false },
  { key: 'goals', head: 'Goals', width: 10, hidden: false },
  { key: 'strands', head: 'Strands', width: 24, hidden: false },
  { key: 'commitments', head: 'Commitments', width: 16, hidden: false },
] as const;
export type SheetKey = (typeof sheetColumns)[number]['key'];
/** Columns that a person sees. */
export type VisibleKey = Exclude<SheetKey, 'id' | 'revision' | 'seen'>;
/** A cell as read: text, number, day, truth, or nothing. */
export type SheetCell = string | number | boolean | Date | null;
export type SheetRow = Partial<Record<SheetKey, SheetCell>>;
/** One row as read. `odd` has a sentence for each cell whose value cannot be trusted: a formula, a merged cell. */
export interface ReadRow {
  /** Number of the row in the sheet, from 1 with the heads. */
  row: number;
  cells: SheetRow;
  odd: Partial<Record<SheetKey, string>>;
}

/** Rows of one workbook. */
export const mostRows = 1000;

/** Names in the workbook and the ids behind them. */
export interface SheetNames {
  parties: readonly { id: string; key: string; name: string }[];
  goals: readonly { id: string; code: string }[];
  strands: readonly { id: string; key: string }[];
  commitments: readonly { id: string; number: number }[];
}

/** What an entry says in the cells of its row, hidden ones left out. Several in one cell are parted by "; ". */
export function cellsOf(content: EntryContent, names: SheetNames): Record<VisibleKey, string> {
  const list = <T extends { id: string }>(ids: readonly string[], all: readonly T[], print: (one: T) => string) =>
    ids
      .flatMap((id) => all.find((one) => one.id === id) ?? [])
      .map(print)
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .join('; ');
  return {
    title: content.title.en ?? '',
    kind: content.kind,
    description: content.description?.en ?? '',
    leads: list(content.leads, names.parties, ({ name }) => name),
    partners: list(content.partners, names.parties, ({ name }) => name),
    other_partners: content.other_partners ?? '',
    when_from: content.when_from ?? '',
    when_until: content.when_until ?? '',
    place: content.place ?? '',
    funding: content.funding ?? '',
    goals: list(content.goals, names.goals, ({ code }) => code),
    strands: list(content.strands, names.strands, ({ key }) => key),
    commitments: list(content.commitments, names.commitments, ({ number }) => `C-${number}`),
  };
}

/** A cell as text, without spaces around it. */
export function textOf(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
}

/** Letter of a column by its place from 0: A … Z, AA … */
export function columnLetter(place: number): string {
  return place < 26
    ? String.fromCodePoint(65 + place)
    : columnLetter(Math.floor(place / 26) - 1) + columnLetter(place % 26);
}
