/** Changes the workbook of a plan as a person does it in a spreadsheet program. */
import readWorkbook from 'read-excel-file/node';
import writeWorkbook, { type SheetData } from 'write-excel-file/node';

/** What stands in a cell: plain, or as `write-excel-file` takes it (a formula, a cell merged with its neighbours). */
export type Cell =
  | string
  | number
  | boolean
  | Date
  | null
  | { formula: string }
  | { value: string; rowSpan?: number; columnSpan?: number };

/** The first sheet as a person sees it: row 1 has the heads. */
export interface Grid {
  rows: Cell[][];
  /** Sets a cell by the number of its row, from 1, and the head of its column. */
  set: (row: number, head: string, cell: Cell) => void;
  /** Adds a row below, by heads. */
  add: (cells: Record<string, Cell>) => void;
  /** Takes a column out. */
  drop: (head: string) => void;
}

/** The same workbook, saved again after `change`. Other sheets stay, unless `names` gives one another name or leaves it out (null). */
export async function resaved(
  bytes: Uint8Array,
  change: (grid: Grid) => void = () => undefined,
  names: Record<string, string | null> = {},
): Promise<string> {
  const sheets = (await readWorkbook(Buffer.from(bytes))).map(({ sheet, data }) => ({ sheet, rows: data as Cell[][] }));
  const { rows } = sheets[0]!;
  const heads = () => rows[0]!;
  const place = (head: string) => {
    const at = heads().indexOf(head);
    if (at < 0) throw new Error(`the sheet has no column “${head}”`);
    return at;
  };
  change({
    rows,
    set: (row, head, cell) => void (rows[row - 1]![place(head)] = cell),
    add: (cells) => void rows.push(heads().map((head) => cells[String(head)] ?? null)),
    drop: (head) => {
      const at = place(head);
      for (const row of rows) row.splice(at, 1);
    },
  });
  const kept = sheets.filter(({ sheet }) => names[sheet] !== null);
  const file = writeWorkbook(
    kept.map(({ sheet, rows: lines }) => ({
      sheet: names[sheet] ?? sheet,
      data: lines.map((row) => row.map(written)) as SheetData,
    })),
  );
  return Buffer.from(await file.toBuffer()).toString('base64');
}

function written(cell: Cell) {
  if (cell === null) return null;
  if (cell instanceof Date) return { value: cell, type: Date, format: 'yyyy-mm-dd' };
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  if (typeof cell === 'string') return { value: cell, type: String };
  return 'formula' in cell ? { value: cell.formula, type: 'Formula' as const } : { ...cell, type: String };
}
