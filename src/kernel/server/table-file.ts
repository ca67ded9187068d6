import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';

export const exportFormats = ['csv', 'xlsx', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

export interface Column<Row> {
  head: string;
  /** In characters, for spreadsheets. */
  width: number;
  of: (row: Row) => string;
}

const mediaTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
};

/**
 * A list as a file. The same rows always give the same bytes (CSV, JSON); no cell can become a formula.
 * @param name without ending.
 * @param json what the JSON file holds.
 */
export async function tableFile<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  json: () => object,
  format: ExportFormat,
): Promise<ExportFile> {
  const bytes =
    format === 'csv'
      ? csvOf(columns, rows)
      : format === 'xlsx'
        ? await xlsxOf(name, columns, rows)
        : Buffer.from(`${JSON.stringify(json(), null, 2)}\n`);
  return { name: `${name}.${format}`, mediaType: mediaTypes[format], bytes };
}

/** With a byte order mark, so that a spreadsheet program reads it as UTF-8. */
function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Uint8Array {
  const lines = [columns.map(({ head }) => head), ...rows.map((row) => columns.map(({ of }) => of(row)))];
  return Buffer.from(stringify(lines, { escape_formulas: true, bom: true, record_delimiter: '\r\n' }));
}

/** Every cell is a text, at most as long as a spreadsheet takes. */
async function xlsxOf<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Promise<Uint8Array> {
  const head = columns.map(({ head: value }) => ({ value, type: String, fontWeight: 'bold' as const }));
  const lines = rows.map((row) =>
    columns.map(({ of }) => ({ value: of(row).slice(0, 32_000), type: String, wrap: true })),
  );
  const sheet = `${name[0]!.toUpperCase()}${name.slice(1)}`;
  const file = writeExcelFile([head, ...lines], {
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    sheet,
  });
  return file.toBuffer();
}
