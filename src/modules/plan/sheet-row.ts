import { activityKinds, tidyContent, type ActivityKind, type EntryContent } from './entry.ts';
import { sheetColumns, textOf, type ReadRow, type SheetCell, type SheetKey, type SheetNames } from './sheet.ts';

/** A cell that cannot be taken as it is: where it stands, and a sentence. */
export interface CellFault {
  row: number;
  /** Letter of the column as the person's file has it; null when the whole row is meant. */
  column: string | null;
  head: string | null;
  sentence: string;
}

/**
 * What a row says, as the content of an entry.
 * @param before what the entry says now; its other languages, and commitments that the workbook cannot name, stay.
 * @param letters column letter of each key in the person's file.
 * @returns no content where a cell cannot be taken, and a sentence for each such cell.
 */
export function contentOfRow(
  { row, cells, odd }: ReadRow,
  before: EntryContent | null,
  { names, letters }: { names: SheetNames; letters: Readonly<Partial<Record<SheetKey, string>>> },
): { content: EntryContent | null; faults: CellFault[] } {
  const faultIn = (key: SheetKey, sentence: string): CellFault => ({
    row,
    column: letters[key] ?? null,
    head: sheetColumns.find((one) => one.key === key)!.head,
    sentence,
  });
  const faults = sheetColumns.flatMap(({ key }) => (odd[key] === undefined ? [] : [faultIn(key, odd[key])]));
  // Of an odd cell nothing else is worth saying.
  const fault = (key: SheetKey, sentence: string) => {
    if (odd[key] === undefined) faults.push(faultIn(key, sentence));
  };
  const text = (key: SheetKey, most: number): string | null => {
    const value = textOf(cells[key]);
    const other = otherThanText(cells[key]);
    if (other !== null)
      fault(key, `Text belongs here, and “${value}” is ${other}; write it in words, or with an apostrophe before it.`);
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
  if ((title ?? '').length < 3 && otherThanText(cells.title) === null)
    fault('title', 'Say in a few words what is to be done.');
  const kind = textOf(cells.kind).toLowerCase();
  if (!isKind(kind)) {
    const given = kind === '' ? 'No kind of activity is given' : `“${kind.slice(0, 60)}” is no kind of activity`;
    fault('kind', `${given}; choose one of ${activityKinds.join(', ')}.`);
  }
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

/** What a cell holds that is no text; a spreadsheet program makes numbers and days out of what looks like one. */
function otherThanText(cell: SheetCell | undefined): string | null {
  if (cell instanceof Date) return 'a day';
  return typeof cell === 'number' ? 'a number' : typeof cell === 'boolean' ? 'a truth value' : null;
}

const isKind = (word: string): word is ActivityKind => (activityKinds as readonly string[]).includes(word);
const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
