import type { Blob } from 'node:buffer';
import { createHash } from 'node:crypto';
import type Stream from 'node:stream';
import readWorkbook from 'read-excel-file/node';
import writeWorkbook, { type Feature, type SheetData } from 'write-excel-file/node';
import { Refusal } from '../../../kernel/refusal.ts';
import { openArchive, readEntry, type Archive } from '../../../reader/sources/zip.ts';
import { activityKinds } from '../entry.ts';
import { mostSheetBytes } from '../forms.ts';
import {
  cellsOf,
  columnLetter,
  mostRows,
  sheetColumns,
  textOf,
  type SheetCell,
  type SheetKey,
  type SheetNames,
  type ReadRow,
  type SheetRow,
} from '../sheet.ts';
import type { StandingRow } from '../sheet-difference.ts';
import { oddCells, type OddCells } from './odd-cells.ts';

/** Media type of a workbook. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Mark of the format, in the sheet “About”. */
const format = 'redthread-plan/1';

/** What a workbook says of itself. */
export interface SheetOrigin {
  slug: string;
  /** Key of the party whose input it is; empty for the plan. */
  party: string;
  /** Number of the version it was written from; empty for the plan or input as it stood. */
  version: string;
}

/** Digest of the visible cells of a row: tells whether a person touched it. */
export const digestOf = (cells: Record<string, string>): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex')
    .slice(0, 16);

const head = (value: string) => ({
  value,
  type: String,
  fontWeight: 'bold' as const,
  backgroundColor: '#f2efe8',
  wrap: true,
});
const text = (value: string) => ({ value, type: String, wrap: true, alignVertical: 'top' as const });
const day = (value: string) =>
  value === ''
    ? null
    : { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', alignVertical: 'top' as const };

/**
 * The entries as a workbook: sheet “Plan” (head frozen, id columns hidden, kinds and days checked as one types), “Choices”, “About”.
 * Every text is a text cell: nothing in it can become a formula.
 */
export async function writePlanWorkbook(
  origin: SheetOrigin & { title: string },
  entries: readonly StandingRow[],
  names: SheetNames & {
    goals: readonly { code: string; title: string }[];
    strands: readonly { key: string; title: string }[];
    commitments: readonly { number: number; title: string }[];
  },
): Promise<Uint8Array> {
  const rows = entries.map((entry) => {
    const cells: Record<string, string> = cellsOf(entry.content, names);
    const hidden: Record<string, string> = { id: entry.id, revision: String(entry.revision), seen: digestOf(cells) };
    return sheetColumns.map(({ key }) =>
      key === 'when_from' || key === 'when_until' ? day(cells[key]!) : text(hidden[key] ?? cells[key]!),
    );
  });
  const plan: SheetData = [sheetColumns.map((column) => head(column.head)), ...rows];
  const choices: SheetData = [
    ['Lead, Partners', 'or its key', 'Goals', '', 'Strands', '', 'Kind', 'Commitments', ''].map(head),
    ...Array.from(
      {
        length: Math.max(
          names.parties.length,
          names.goals.length,
          names.strands.length,
          activityKinds.length,
          names.commitments.length,
        ),
      },
      (_, i) =>
        [
          names.parties[i]?.name,
          names.parties[i]?.key,
          names.goals[i]?.code,
          names.goals[i]?.title,
          names.strands[i]?.key,
          names.strands[i]?.title,
          activityKinds[i],
          names.commitments[i] && `C-${names.commitments[i].number}`,
          names.commitments[i]?.title,
        ].map((value) => text(value ?? '')),
    ),
  ];
  const about: SheetData = [
    ['Format', format],
    ['Plan', origin.slug],
    ['Title', origin.title],
    ['Input of', origin.party],
    ['Version', origin.version],
    [
      'How',
      `Change cells, add rows below, leave the hidden columns. Several names in one cell are parted by a semicolon. At most ${mostRows} rows.`,
    ],
  ].map(([label, value]) => [head(label!), text(value!)]);
  const file = writeWorkbook(
    [
      {
        data: plan,
        sheet: 'Plan',
        columns: sheetColumns.map(({ width }) => ({ width })),
        stickyRowsCount: 1,
        orientation: 'landscape',
      },
      {
        data: choices,
        sheet: 'Choices',
        columns: [30, 14, 8, 50, 26, 40, 16, 14, 50].map((width) => ({ width })),
        stickyRowsCount: 1,
      },
      { data: about, sheet: 'About', columns: [{ width: 14 }, { width: 80 }] },
    ],
    { features: [helpfulSheet] },
  );
  return file.toBuffer();
}

const range = (key: SheetKey) => {
  const letter = columnLetter(sheetColumns.findIndex((column) => column.key === key));
  return `${letter}2:${letter}${mostRows + 1}`;
};
const validations = `<dataValidations count="2"><dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="Kind" error="Choose one of the list." sqref="${range('kind')}"><formula1>"${activityKinds.join(',')}"</formula1></dataValidation><dataValidation type="date" operator="greaterThan" allowBlank="1" showErrorMessage="1" errorTitle="Day" error="Write a day, for instance 2027-03-31." sqref="${range('when_from')} ${range('when_until')}"><formula1>36526</formula1></dataValidation></dataValidations>`;

/** Hides the id columns of the first sheet and lets it check kinds and days (ECMA-376 part 1, 18.3.1.33: after the rows, before the page set-up). */
const helpfulSheet: Feature<Stream | Buffer | Blob> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transformElementAttributes: (tag, attributes, index, options) =>
          tag === 'col' && options.sheet === 'Plan' && index !== undefined && sheetColumns[index]?.hidden
            ? { ...attributes, hidden: 1 }
            : attributes,
        transform: (xml, options) =>
          options.sheet === 'Plan'
            ? xml.replace(
                /(?=<(?:hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|drawing)\b|<\/worksheet>)/,
                validations,
              )
            : xml,
      },
    },
  },
};

export interface ReadWorkbook {
  origin: SheetOrigin;
  rows: ReadRow[];
  letters: Partial<Record<SheetKey, string>>;
}

const malformed = (sentence: string) => new Refusal('plan.sheet.malformed', sentence, { field: 'file' });
const fromOurs = 'Start from the workbook that Redthread gives out, and save it as .xlsx.';
const notOurs = () => malformed(`This is not a workbook of a plan. ${fromOurs}`);

/**
 * Reads a workbook back: sheets “Plan” and “About”. Columns may have been moved; those needed are named when they are missing.
 * @throws Refusal `plan.sheet.too-large`, `plan.sheet.malformed`
 */
export async function readPlanWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  if (bytes.byteLength > mostSheetBytes)
    throw new Refusal(
      'plan.sheet.too-large',
      `The file is larger than ${mostSheetBytes / 1024 / 1024} MB; a plan never is. Save it without pictures.`,
      { field: 'file' },
    );
  const odd = underLimits(bytes);
  const sheets = await readWorkbook(Buffer.from(bytes)).catch(() => {
    throw odd.empty === null
      ? notOurs()
      : malformed(
          `Sheet “Plan”, cell ${odd.empty}: a formula stands here without a value; put its value in its place.`,
        );
  });
  const dataOf = (name: string) => {
    const found = sheets.find(({ sheet }) => sheet === name);
    if (found === undefined) throw malformed(`This workbook has no sheet “${name}”. ${fromOurs}`);
    return found.data as SheetCell[][];
  };
  const about = new Map(dataOf('About').map((row) => [textOf(row[0]), textOf(row[1])]));
  if (about.get('Format') !== format)
    throw malformed(`Sheet “About” does not say that this is a plan (${format}). ${fromOurs}`);
  const plan = dataOf('Plan');
  const places = placesOf((plan[0] ?? []).map(textOf));
  const rows = plan
    .map((cells, index) => ({
      row: index + 1,
      cells: Object.fromEntries([...places].map(([key, place]) => [key, cells[place] ?? null])) as SheetRow,
    }))
    .slice(1)
    .filter(({ cells }) => sheetColumns.some(({ key, hidden }) => !hidden && textOf(cells[key]) !== ''));
  if (rows.length > mostRows)
    throw new Refusal('plan.sheet.too-large', `At most ${mostRows} rows at a time; this file has ${rows.length}.`, {
      field: 'file',
    });
  return {
    origin: { slug: about.get('Plan') ?? '', party: about.get('Input of') ?? '', version: about.get('Version') ?? '' },
    rows: rows.map((read) => ({
      ...read,
      odd: Object.fromEntries(
        [...places].flatMap(([key, place]) => odd.at(read.row, place).map((said) => [key, said])),
      ),
    })),
    letters: Object.fromEntries([...places].map(([key, place]) => [key, columnLetter(place)])),
  };
}

/** Where each column stands, from 0. @throws Refusal `plan.sheet.malformed` for one that is missing or stands there twice. */
function placesOf(heads: readonly string[]): Map<SheetKey, number> {
  const placesNamed = (name: string) =>
    heads.flatMap((one, place) => (one.toLowerCase() === name.toLowerCase() ? [place] : []));
  const lost = sheetColumns.filter(({ head: name }) => placesNamed(name).length === 0);
  if (lost.length === sheetColumns.length)
    throw malformed(`Sheet “Plan”, row 1: the heads of the columns are missing; nothing may stand above them.`);
  if (lost.length > 0) {
    const names = lost.map(({ head: name, hidden }) => `“${name}”${hidden ? ' (hidden)' : ''}`).join(', ');
    throw malformed(
      `Sheet “Plan”, row 1: ${lost.length === 1 ? `the column ${names} is` : `the columns ${names} are`} missing. Put ${lost.length === 1 ? 'it' : 'them'} back, empty if need be; ${lost.length === 1 ? 'its place does' : 'their places do'} not matter.`,
    );
  }
  const places = new Map<SheetKey, number>();
  for (const { key, head: name } of sheetColumns) {
    const [place, ...more] = placesNamed(name);
    if (more.length > 0)
      throw malformed(
        `Sheet “Plan”, row 1: the column “${name}” stands there twice (${[place!, ...more].map(columnLetter).join(', ')}). Leave one of them.`,
      );
    places.set(key, place!);
  }
  return places;
}

/** Every part of the file is unpacked once under the limits of the reader before anything else opens it. */
function underLimits(bytes: Uint8Array): OddCells {
  try {
    const archive: Archive = openArchive(bytes, 'The workbook');
    for (const path of archive.entries.keys()) readEntry(archive, path, () => undefined);
    return oddCells({ ...archive, inflated: 0 }, 'Plan');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'source.too-large')
      throw new Refusal('plan.sheet.too-large', error.message, { field: 'file' });
    throw notOurs();
  }
}
