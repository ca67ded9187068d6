import { languages } from '../../kernel/language-map.ts';
import {
  readSheetFile,
  writeCsvSheet,
  writeJsonSheets,
  type Cells,
  type FileRow,
  type SheetFile,
} from '../../kernel/sheet-file.ts';

/** The two kinds of rows a file can bring or take: goals, crosswalks. Generations are entered one at a time: there are few, and their days decide what numbers mean. */
export type SheetTable = 'goals' | 'crosswalks';
export type SheetRow = FileRow<SheetTable>;

const titles = languages.map((language) => `title_${language}`);
const texts = languages.map((language) => `text_${language}`);

const file: SheetFile<SheetTable> = {
  format: 'redthread-goals/1',
  tables: {
    goals: {
      columns: ['generation', 'code', 'ordinal', 'parent', ...titles, ...texts, 'source'],
      needed: ['generation', 'code', 'title_en', 'source'],
    },
    crosswalks: {
      columns: ['from', 'to', 'relation', 'source', 'note'],
      needed: ['from', 'to', 'relation', 'source'],
    },
  },
  tableOf: (header) => (header.includes('relation') ? 'crosswalks' : 'goals'),
  mostRows: 5_000,
  tooLarge: 'goals.import.too-large',
};

/**
 * The rows of a file, not yet checked.
 * @throws Refusal `input.malformed` when it is no CSV with known columns, or no JSON of this format; `goals.import.too-large` above 5,000 rows.
 */
export const readSheet = (content: string, format: 'csv' | 'json'): SheetRow[] => readSheetFile(file, content, format);

/** A CSV file (RFC 4180, UTF-8) of one table; cells that look like formulas are disarmed. */
export const writeCsv = (table: SheetTable, rows: readonly Cells[]): string => writeCsvSheet(file, table, rows);

/** The JSON file of both tables; empty cells are left out: most titles are not there in every language. */
export function writeJson({ goals, crosswalks }: Readonly<Record<SheetTable, readonly Cells[]>>): string {
  const filled = (rows: readonly Cells[]) =>
    rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null && cell !== '')));
  return writeJsonSheets(file, { goals: filled(goals), crosswalks: filled(crosswalks) });
}
