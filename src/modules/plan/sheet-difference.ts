import { sameContent, type EntryContent } from './entry.ts';
import { contentOfRow, type CellFault } from './sheet-row.ts';
import { cellsOf, sheetColumns, textOf, type ReadRow, type SheetKey, type SheetNames } from './sheet.ts';

/** What one row would do. `row` is its number in the sheet, from 1 with the heads. */
export interface SheetLine {
  row: number | null;
  status: 'unchanged' | 'changed' | 'new' | 'missing' | 'conflict' | 'error';
  entry: string | null;
  revision: number | null;
  title: string;
  /** Heads of the columns that differ, for a changed row. */
  columns: string[];
  faults: CellFault[];
  content: EntryContent | null;
}

export interface StandingRow {
  id: string;
  revision: number;
  content: EntryContent;
}

/**
 * What the rows of a workbook would do to the entries as they stand. Writes nothing. An entry that has no row is missing and stays.
 * @param letters column letter of each key in the person's file.
 * @param digest of the cells of a row, as it was written out.
 */
export function compareSheet(
  rows: readonly ReadRow[],
  standing: readonly StandingRow[],
  names: SheetNames,
  letters: Readonly<Partial<Record<SheetKey, string>>>,
  digest: (cells: Record<string, string>) => string,
): SheetLine[] {
  const known = new Map(standing.map((entry) => [entry.id, entry]));
  const met = new Map<string, EntryContent | null>();
  const lines = rows.map((read) => lineOf(read, { known, met, names, letters, digest }));
  const missing = standing
    .filter(({ id }) => !met.has(id))
    .map((entry): SheetLine => ({
      ...blankLine,
      status: 'missing',
      entry: entry.id,
      revision: entry.revision,
      title: entry.content.title.en ?? '',
    }));
  return [...lines, ...missing];
}

const blankLine: SheetLine = {
  row: null,
  status: 'unchanged',
  entry: null,
  revision: null,
  title: '',
  columns: [],
  faults: [],
  content: null,
};

interface Reading {
  known: ReadonlyMap<string, StandingRow>;
  met: Map<string, EntryContent | null>;
  names: SheetNames;
  letters: Readonly<Partial<Record<SheetKey, string>>>;
  digest: (cells: Record<string, string>) => string;
}

function lineOf(read: ReadRow, reading: Reading): SheetLine {
  const { row, cells } = read;
  const id = textOf(cells.id);
  const entry = id === '' ? undefined : reading.known.get(id);
  const line: SheetLine = { ...blankLine, row, title: textOf(cells.title) };
  const refused = (sentence: string): SheetLine => ({
    ...line,
    status: 'error',
    faults: [{ row, column: null, head: null, sentence }],
  });
  if (id !== '' && entry === undefined)
    return refused(
      'This row is of another plan, or its entry was taken out since. To add it anew, copy its cells into an empty row.',
    );
  // A row that a person copied carries the hidden id of the first: it is a new one.
  const copy = entry !== undefined && reading.met.has(entry.id);
  if (entry !== undefined && !copy && untouched(read, reading)) {
    reading.met.set(entry.id, entry.content);
    return { ...line, entry: entry.id, revision: entry.revision };
  }
  const { content, faults } = contentOfRow(read, entry?.content ?? null, reading);
  if (entry !== undefined && !copy) reading.met.set(entry.id, content);
  if (content === null) return { ...line, status: 'error', entry: copy ? null : (entry?.id ?? null), faults };
  if (entry === undefined || copy) {
    if (copy && sameContent(content, reading.met.get(entry.id) ?? entry.content))
      return refused('This row says the same as an earlier one; leave one of the two out.');
    return { ...line, status: 'new', content };
  }
  const found = { ...line, entry: entry.id, revision: entry.revision, content };
  if (sameContent(content, entry.content)) return { ...found, status: 'unchanged', content: null };
  const printed = cellsOf(content, reading.names);
  if (Number(cells.revision ?? 0) !== entry.revision) {
    if (reading.digest(printed) === textOf(cells.seen)) return { ...found, status: 'unchanged', content: null };
    return {
      ...found,
      status: 'conflict',
      content: null,
      columns: changedHeads(entry.content, printed, reading.names),
    };
  }
  return { ...found, status: 'changed', columns: changedHeads(entry.content, printed, reading.names) };
}

/** Whether the row says letter by letter what was written out: then nobody asks whether its names are still known. */
function untouched({ cells, odd }: ReadRow, { digest }: Reading): boolean {
  const printed = sheetColumns.filter(({ hidden }) => !hidden).map(({ key }) => [key, textOf(cells[key])]);
  return Object.keys(odd).length === 0 && digest(Object.fromEntries(printed)) === textOf(cells.seen);
}

function changedHeads(before: EntryContent, after: Record<string, string>, names: SheetNames): string[] {
  const old: Record<string, string> = cellsOf(before, names);
  return sheetColumns.filter(({ key }) => key in old && old[key] !== after[key]).map(({ head }) => head);
}
