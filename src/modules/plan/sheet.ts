import { activityKinds, sameContent, tidyContent, type ActivityKind, type EntryContent } from './entry.ts';

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
/** A cell as read: text, number, day, truth, or nothing. */
export type SheetCell = string | number | boolean | Date | null;
export type SheetRow = Partial<Record<SheetKey, SheetCell>>;

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
export function cellsOf(
  content: EntryContent,
  names: SheetNames,
): Record<Exclude<SheetKey, 'id' | 'revision' | 'seen'>, string> {
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

/** A cell that cannot be taken as it is: where it stands, and a sentence. */
export interface CellFault {
  row: number;
  /** Letter of the column as the person's file has it; null when the whole row is meant. */
  column: string | null;
  head: string | null;
  sentence: string;
}

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
  rows: readonly { row: number; cells: SheetRow }[],
  standing: readonly StandingRow[],
  names: SheetNames,
  letters: Readonly<Partial<Record<SheetKey, string>>>,
  digest: (cells: Record<string, string>) => string,
): SheetLine[] {
  const known = new Map(standing.map((entry) => [entry.id, entry]));
  const met = new Map<string, EntryContent | null>();
  const lines = rows.map(({ row, cells }) => lineOf(row, cells, { known, met, names, letters, digest }));
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

function lineOf(row: number, cells: SheetRow, reading: Reading): SheetLine {
  const id = textOf(cells.id);
  const entry = id === '' ? undefined : reading.known.get(id);
  const line: SheetLine = { ...blankLine, row, title: textOf(cells.title) };
  if (id !== '' && entry === undefined)
    return {
      ...line,
      status: 'error',
      faults: [
        {
          row,
          column: null,
          head: null,
          sentence:
            'This row is of another plan, or its entry was taken out since. To add it anew, copy its cells into an empty row.',
        },
      ],
    };
  const { content, faults } = contentOfRow(row, cells, entry?.content ?? null, reading);
  // A row that a person copied carries the hidden id of the first: it is a new one.
  const copy = entry !== undefined && reading.met.has(entry.id);
  if (entry !== undefined && !copy) reading.met.set(entry.id, content);
  if (content === null) return { ...line, status: 'error', entry: copy ? null : (entry?.id ?? null), faults };
  if (entry === undefined || copy) {
    if (copy && sameContent(content, reading.met.get(entry.id) ?? entry.content))
      return {
        ...line,
        status: 'error',
        faults: [
          {
            row,
            column: null,
            head: null,
            sentence: 'This row says the same as an earlier one; leave one of the two out.',
          },
        ],
      };
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

function changedHeads(before: EntryContent, after: Record<string, string>, names: SheetNames): string[] {
  const old: Record<string, string> = cellsOf(before, names);
  return sheetColumns.filter(({ key }) => key in old && old[key] !== after[key]).map(({ head }) => head);
}

/** A cell as text, without spaces around it. */
export function textOf(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
}

function contentOfRow(
  row: number,
  cells: SheetRow,
  before: EntryContent | null,
  { names, letters }: Reading,
): { content: EntryContent | null; faults: CellFault[] } {
  const faults: CellFault[] = [];
  const fault = (key: SheetKey, sentence: string) =>
    void faults.push({
      row,
      column: letters[key] ?? null,
      head: sheetColumns.find((one) => one.key === key)!.head,
      sentence,
    });
  const text = (key: SheetKey, most: number): string | null => {
    const value = textOf(cells[key]);
    if (value.length > most) fault(key, `At most ${most} characters fit here; this has ${value.length}.`);
    return value === '' ? null : value;
  };
  const day = (key: 'when_from' | 'when_until'): string | null => {
    const value = textOf(cells[key]);
    const iso = value.replace(
      /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/,
      (_, d: string, m: string, y: string) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
    );
    if (iso === '' || isDay(iso)) return iso === '' ? null : iso;
    fault(key, `“${value.slice(0, 60)}” is no day; write it as 2027-03-31.`);
    return null;
  };
  const each = (key: SheetKey, find: (word: string) => string | undefined, what: string): string[] =>
    textOf(cells[key])
      .split(/[;\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== '')
      .flatMap((word) => {
        const id = find(word);
        if (id === undefined)
          fault(key, `“${word.slice(0, 60)}” is no ${what} that this plan knows; the sheet “Choices” lists them.`);
        return id ?? [];
      });
  const party = (word: string) =>
    names.parties.find(({ key, name }) => key === word || name.toLowerCase() === word.toLowerCase())?.id;
  const title = text('title', 300);
  if ((title ?? '').length < 3) fault('title', 'Say in a few words what is to be done.');
  const kind = textOf(cells.kind).toLowerCase();
  if (!isKind(kind))
    fault('kind', `“${kind.slice(0, 60)}” is no kind of activity; choose one of ${activityKinds.join(', ')}.`);
  const description = text('description', 5000);
  const from = day('when_from');
  const until = day('when_until');
  if (from !== null && until !== null && until < from) fault('when_until', 'The last day is before the first.');
  const content = tidyContent({
    kind: kind as ActivityKind,
    title: { ...before?.title, en: title ?? '' },
    description: description === null ? null : { ...before?.description, en: description },
    leads: each('leads', party, 'party'),
    partners: each('partners', party, 'party'),
    other_partners: text('other_partners', 500),
    when_from: from ?? until,
    when_until: until ?? from,
    place: text('place', 200),
    funding: text('funding', 500),
    goals: each('goals', (word) => names.goals.find(({ code }) => code === word)?.id, 'goal'),
    strands: each('strands', (word) => names.strands.find(({ key }) => key === word.toLowerCase())?.id, 'strand'),
    commitments: each(
      'commitments',
      (word) => names.commitments.find(({ number }) => `c-${number}` === word.toLowerCase())?.id,
      'open commitment',
    ),
  });
  // Commitments that the workbook cannot name (closed since, or not for this reader) stay where they were.
  const unnamed = before?.commitments.filter((id) => !names.commitments.some((one) => one.id === id)) ?? [];
  return {
    content: faults.length > 0 ? null : tidyContent({ ...content, commitments: [...content.commitments, ...unnamed] }),
    faults,
  };
}

const isKind = (word: string): word is ActivityKind => (activityKinds as readonly string[]).includes(word);
const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** Letter of a column by its place from 0: A … Z, AA … */
export function columnLetter(place: number): string {
  return place < 26
    ? String.fromCodePoint(65 + place)
    : columnLetter(Math.floor(place / 26) - 1) + columnLetter(place % 26);
}
