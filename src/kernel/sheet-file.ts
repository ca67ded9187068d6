/** Files of plain tables that a person keeps in a spreadsheet or a program sends: one table as CSV, several as JSON. What the rows mean is their module's. */
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { Refusal } from './refusal.ts';

/** A kind of file, described once: how it is told apart, read, checked and written. */
export interface SheetFile<Table extends string> {
  /** Mark of the JSON form, `redthread-goals/1`. */
  format: string;
  /** Columns a table can have, and those a CSV of it must name. */
  tables: Readonly<Record<Table, { columns: readonly string[]; needed: readonly string[] }>>;
  /** Which table a CSV with these columns is. */
  tableOf(header: readonly string[]): Table;
  mostRows: number;
  /** Code of the refusal above that, `goals.import.too-large`. */
  tooLarge: string;
}

/** One row as it stands in the file. `line` is the line of a CSV, the position (from 1) in a JSON list. */
export interface FileRow<Table extends string> {
  table: Table;
  line: number;
  values: Readonly<Record<string, string>>;
}

/** A row to be written; a cell is empty when it is null or missing. */
export type Cells = Readonly<Record<string, string | null>>;

const malformed = (sentence: string) => new Refusal('input.malformed', sentence, { field: 'content' });

/**
 * The rows of a file, not yet checked.
 * @throws Refusal `input.malformed` when it is no CSV with known columns, or no JSON of this format; `file.tooLarge` above `file.mostRows` rows.
 */
export function readSheetFile<Table extends string>(
  file: SheetFile<Table>,
  content: string,
  format: 'csv' | 'json',
): FileRow<Table>[] {
  const rows = format === 'csv' ? fromCsv(file, content) : fromJson(file, content);
  if (rows.length > file.mostRows)
    throw new Refusal(file.tooLarge, `At most ${file.mostRows} rows at a time; this file has ${rows.length}.`, {
      field: 'content',
    });
  return rows;
}

/** A CSV file (RFC 4180, UTF-8) of one table; cells that look like formulas are disarmed. */
export function writeCsvSheet<Table extends string>(
  { tables }: SheetFile<Table>,
  table: Table,
  rows: readonly Cells[],
): string {
  const columns = [...tables[table].columns];
  return stringify(
    rows.map((row) => columns.map((column) => row[column] ?? '')),
    { header: true, columns, escape_formulas: true, record_delimiter: '\r\n' },
  );
}

/** The JSON file of all tables. */
export function writeJsonSheets<Table extends string>(
  { format }: SheetFile<Table>,
  tables: Readonly<Record<Table, readonly Cells[]>>,
): string {
  return `${JSON.stringify({ format, ...tables }, null, 1)}\n`;
}

/** A cell that a spreadsheet must not take for a formula is written with an apostrophe before it; here it goes again. */
const plainCell = (cell: string): string => (/^'[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? cell.slice(1) : cell);

function fromCsv<Table extends string>(file: SheetFile<Table>, content: string): FileRow<Table>[] {
  let records: { record: string[]; info: { lines: number } }[];
  try {
    const delimiter = /^[^\n]*;/.test(content) && !/^[^\n]*,/.test(content) ? ';' : ',';
    const options = { bom: true, delimiter, info: true, skip_empty_lines: true, trim: true } as const;
    records = parse(content, options) as unknown as typeof records;
  } catch (error) {
    throw malformed(`This is not a CSV file that can be read: ${(error as Error).message}`);
  }
  const header = records[0]?.record.map((cell) => cell.toLowerCase()) ?? [];
  const table = file.tableOf(header);
  const { columns, needed } = file.tables[table];
  const missing = needed.filter((column) => !header.includes(column));
  if (missing.length > 0) throw malformed(`The first line must name the columns; missing here: ${missing.join(', ')}.`);
  const unknown = header.filter((column) => !columns.includes(column));
  if (unknown.length > 0)
    throw malformed(`Columns that are not known here: ${unknown.join(', ')}. Known are ${columns.join(', ')}.`);
  return records.slice(1).map(({ record, info }) => ({
    table,
    line: info.lines,
    values: Object.fromEntries(header.map((column, i) => [column, plainCell(record[i] ?? '')])),
  }));
}

function fromJson<Table extends string>({ format, tables }: SheetFile<Table>, content: string): FileRow<Table>[] {
  let data: unknown;
  try {
    data = JSON.parse(content);
  } catch {
    throw malformed('This is not a JSON file that can be read.');
  }
  if (typeof data !== 'object' || data === null || !('format' in data) || data.format !== format)
    throw malformed(`A JSON file of this kind begins with "format": "${format}".`);
  const rows: FileRow<Table>[] = [];
  for (const table of Object.keys(tables) as Table[]) {
    const list = (data as Record<string, unknown>)[table];
    if (!Array.isArray(list)) continue;
    list.forEach((item: unknown, i) => {
      const pairs = Object.entries(typeof item === 'object' && item !== null ? item : {});
      const values = Object.fromEntries(pairs.map(([key, value]) => [key, value === null ? '' : String(value)]));
      rows.push({ table, line: i + 1, values });
    });
  }
  return rows;
}
