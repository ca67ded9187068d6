import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { languages } from '../../kernel/language-map.ts';
import { Refusal } from '../../kernel/refusal.ts';

/** The two kinds of rows a file can bring or take: goals, crosswalks. Generations are entered one at a time: there are few, and their days decide what numbers mean. */
export type SheetTable = 'goals' | 'crosswalks';

const titles = languages.map((language) => `title_${language}`);
const texts = languages.map((language) => `text_${language}`);

export const columns: Readonly<Record<SheetTable, readonly string[]>> = {
  goals: ['generation', 'code', 'ordinal', 'parent', ...titles, ...texts, 'source'],
  crosswalks: ['from', 'to', 'relation', 'source', 'note'],
};
const needed: Readonly<Record<SheetTable, readonly string[]>> = {
  goals: ['generation', 'code', 'title_en', 'source'],
  crosswalks: ['from', 'to', 'relation', 'source'],
};

/** One row as it stands in the file. `line` is the line of a CSV, the position (from 1) in a JSON list. */
export interface SheetRow {
  table: SheetTable;
  line: number;
  values: Readonly<Record<string, string>>;
}

/** Mark of the JSON form. */
export const goalsFormat = 'redthread-goals/1';
const mostRows = 5_000;
const malformed = (sentence: string) => new Refusal('input.malformed', sentence, { field: 'content' });

/** A cell that a spreadsheet must not take for a formula is written with an apostrophe before it; here it goes again. */
const plainCell = (cell: string): string => (/^'[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? cell.slice(1) : cell);

function tableOf(header: readonly string[]): SheetTable {
  const table = header.includes('relation') ? 'crosswalks' : 'goals';
  const missing = needed[table].filter((column) => !header.includes(column));
  if (missing.length > 0) throw malformed(`The first line must name the columns; missing here: ${missing.join(', ')}.`);
  const unknown = header.filter((column) => !columns[table].includes(column));
  if (unknown.length > 0)
    throw malformed(`Columns that are not known here: ${unknown.join(', ')}. Known are ${columns[table].join(', ')}.`);
  return table;
}

function fromCsv(content: string): SheetRow[] {
  let records: { record: string[]; info: { lines: number } }[];
  try {
    const delimiter = /^[^\n]*;/.test(content) && !/^[^\n]*,/.test(content) ? ';' : ',';
    const options = { bom: true, delimiter, info: true, skip_empty_lines: true, trim: true } as const;
    records = parse(content, options) as unknown as typeof records;
  } catch (error) {
    throw malformed(`This is not a CSV file that can be read: ${(error as Error).message}`);
  }
  const header = records[0]?.record.map((cell) => cell.toLowerCase()) ?? [];
  const table = tableOf(header);
  return records.slice(1).map(({ record, info }) => ({
    table,
    line: info.lines,
    values: Object.fromEntries(header.map((column, i) => [column, plainCell(record[i] ?? '')])),
  }));
}

function fromJson(content: string): SheetRow[] {
  let data: unknown;
  try {
    data = JSON.parse(content);
  } catch {
    throw malformed('This is not a JSON file that can be read.');
  }
  if (typeof data !== 'object' || data === null || !('format' in data) || data.format !== goalsFormat)
    throw malformed(`A JSON file of goals begins with "format": "${goalsFormat}".`);
  const rows: SheetRow[] = [];
  for (const table of ['goals', 'crosswalks'] as const) {
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

/**
 * The rows of a file, not yet checked.
 * @throws Refusal `input.malformed` when it is no CSV with known columns, or no JSON of this format; `goals.import.too-large` above 5,000 rows.
 */
export function readSheet(content: string, format: 'csv' | 'json'): SheetRow[] {
  const rows = format === 'csv' ? fromCsv(content) : fromJson(content);
  if (rows.length > mostRows)
    throw new Refusal('goals.import.too-large', `At most ${mostRows} rows at a time; this file has ${rows.length}.`, {
      field: 'content',
    });
  return rows;
}

type Row = Readonly<Record<string, string | null>>;

/** A CSV file (RFC 4180, UTF-8) of one table; cells that look like formulas are disarmed. */
export function writeCsv(table: SheetTable, rows: readonly Row[]): string {
  return stringify(
    rows.map((row) => columns[table].map((column) => row[column] ?? '')),
    { header: true, columns: [...columns[table]], escape_formulas: true, record_delimiter: '\r\n' },
  );
}

/** The JSON file of both tables; empty cells are left out. */
export function writeJson(tables: Readonly<Record<SheetTable, readonly Row[]>>): string {
  const filled = (rows: readonly Row[]) =>
    rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null && cell !== '')));
  return `${JSON.stringify({ format: goalsFormat, goals: filled(tables.goals), crosswalks: filled(tables.crosswalks) }, null, 1)}\n`;
}
