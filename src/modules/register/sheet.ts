import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { Refusal } from '../../kernel/refusal.ts';

/** The two kinds of rows a file can bring or take: names of parties, mandates in bodies. */
export type SheetTable = 'names' | 'mandates';

export const columns = {
  names: [
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
  ],
  mandates: [
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
  ],
} as const satisfies Record<SheetTable, readonly string[]>;

/** One row as it stands in the file. `line` is the line of a CSV, the position (from 1) in a JSON list. */
export interface SheetRow {
  table: SheetTable;
  line: number;
  values: Readonly<Record<string, string>>;
}

/** Mark of the JSON form. */
export const registerFormat = 'redthread-register/1';
const mostRows = 20_000;

function isTable(key: string): key is SheetTable {
  return key === 'names' || key === 'mandates';
}

/** A cell that a spreadsheet must not take for a formula is written with an apostrophe before it; here it goes again. */
function plainCell(cell: string): string {
  return /^'[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? cell.slice(1) : cell;
}

function tableOf(header: readonly string[]): SheetTable {
  const table = header.includes('role') ? 'mandates' : 'names';
  const needed =
    table === 'mandates' ? ['body', 'party', 'begins_until', 'source'] : ['party', 'form', 'name', 'source'];
  const missing = needed.filter((column) => !header.includes(column));
  if (missing.length > 0)
    throw new Refusal('input.malformed', `The first line must name the columns; missing here: ${missing.join(', ')}.`, {
      field: 'content',
    });
  const unknown = header.filter((column) => !(columns[table] as readonly string[]).includes(column));
  if (unknown.length > 0)
    throw new Refusal(
      'input.malformed',
      `Columns that the register does not know: ${unknown.join(', ')}. Known are ${columns[table].join(', ')}.`,
      { field: 'content' },
    );
  return table;
}

function fromCsv(content: string): SheetRow[] {
  let records: { record: string[]; info: { lines: number } }[];
  try {
    const separator = /^[^\n]*;/.test(content) && !/^[^\n]*,/.test(content) ? ';' : ',';
    records = parse(content, {
      bom: true,
      delimiter: separator,
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as typeof records;
  } catch (error) {
    throw new Refusal('input.malformed', `This is not a CSV file that can be read: ${(error as Error).message}`, {
      field: 'content',
    });
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
    throw new Refusal('input.malformed', 'This is not a JSON file that can be read.', { field: 'content' });
  }
  if (typeof data !== 'object' || data === null || !('format' in data) || data.format !== registerFormat)
    throw new Refusal('input.malformed', `A JSON file of the register begins with "format": "${registerFormat}".`, {
      field: 'content',
    });
  const rows: SheetRow[] = [];
  for (const [table, list] of Object.entries(data)) {
    if (!isTable(table) || !Array.isArray(list)) continue;
    list.forEach((item: unknown, i) => {
      const pairs = Object.entries(typeof item === 'object' && item !== null ? item : {});
      const values = Object.fromEntries(
        pairs.map(([key, value]) => [key, value === null || value === undefined ? '' : String(value)]),
      );
      rows.push({ table, line: i + 1, values });
    });
  }
  return rows;
}

/**
 * The rows of a file, not yet checked.
 * @throws Refusal `input.malformed` when it is no CSV with known columns, or no JSON of the register's format; `….too-large` above 20,000 rows.
 */
export function readSheet(content: string, format: 'csv' | 'json'): SheetRow[] {
  const rows = format === 'csv' ? fromCsv(content) : fromJson(content);
  if (rows.length > mostRows)
    throw new Refusal(
      'register.import.too-large',
      `At most ${mostRows} rows at a time; this file has ${rows.length}.`,
      { field: 'content' },
    );
  return rows;
}

/** A CSV file (RFC 4180, UTF-8) of one table; cells that look like formulas are disarmed. */
export function writeCsv(table: SheetTable, rows: readonly Readonly<Record<string, string | null>>[]): string {
  return stringify(
    rows.map((row) => columns[table].map((column) => row[column] ?? '')),
    {
      header: true,
      columns: [...columns[table]],
      escape_formulas: true,
      record_delimiter: '\r\n',
    },
  );
}

/** The JSON file of both tables. */
export function writeJson(
  tables: Readonly<Record<SheetTable, readonly Readonly<Record<string, string | null>>[]>>,
): string {
  return `${JSON.stringify({ format: registerFormat, ...tables }, null, 1)}\n`;
}
