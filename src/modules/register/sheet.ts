import {
  readSheetFile,
  writeCsvSheet,
  writeJsonSheets,
  type Cells,
  type FileRow,
  type SheetFile,
} from '../../kernel/sheet-file.ts';

/** The two kinds of rows a file can bring or take: names of parties, mandates in bodies. */
export type SheetTable = 'names' | 'mandates';
export type SheetRow = FileRow<SheetTable>;

const names = [
  'party',
  'kind',
  'language',
  'form',
  'name',
  'sort_key',
  'decided_on',
  'used_from',
  'used_until',
  'source',
  'note',
];
const mandates = [
  'body',
  'party',
  'role',
  'begins_from',
  'begins_until',
  'ends_from',
  'ends_until',
  'source',
  'source_link',
  'note',
];

const file: SheetFile<SheetTable> = {
  format: 'redthread-register/1',
  tables: {
    names: { columns: names, needed: ['party', 'form', 'name', 'source'] },
    mandates: { columns: mandates, needed: ['body', 'party', 'begins_until', 'source'] },
  },
  tableOf: (header) => (header.includes('role') ? 'mandates' : 'names'),
  mostRows: 20_000,
  tooLarge: 'register.import.too-large',
};

/** Columns of a CSV of each table, in the order they are written. */
export const columns: Readonly<Record<SheetTable, readonly string[]>> = { names, mandates };

/**
 * The rows of a file, not yet checked.
 * @throws Refusal `input.malformed` when it is no CSV with known columns, or no JSON of the register's format; `register.import.too-large` above 20,000 rows.
 */
export const readSheet = (content: string, format: 'csv' | 'json'): SheetRow[] => readSheetFile(file, content, format);

/** A CSV file (RFC 4180, UTF-8) of one table; cells that look like formulas are disarmed. */
export const writeCsv = (table: SheetTable, rows: readonly Cells[]): string => writeCsvSheet(file, table, rows);

/** The JSON file of both tables. */
export const writeJson = (tables: Readonly<Record<SheetTable, readonly Cells[]>>): string =>
  writeJsonSheets(file, tables);
