import { wordDifference, type WordRun } from '../../kernel/word-difference.ts';

/** An entry as a version prints it: every field as the words a reader sees. */
export interface PrintedFields {
  kind: string;
  title: string;
  description: string;
  leads: string;
  partners: string;
  when: string;
  place: string;
  funding: string;
  goals: string;
  strands: string;
  commitments: string;
}
export const printedFields = [
  'title',
  'kind',
  'description',
  'leads',
  'partners',
  'when',
  'place',
  'funding',
  'goals',
  'strands',
  'commitments',
] as const satisfies readonly (keyof PrintedFields)[];
export type PrintedField = (typeof printedFields)[number];

export interface EntryDifference {
  id: string;
  change: 'same' | 'changed' | 'added' | 'removed';
  /** Title as it stands in the newer version, else in the older. */
  title: string;
  /** Fields that differ, word by word; for an entry added or removed all that are not empty. */
  fields: { field: PrintedField; runs: WordRun[] }[];
}

type Printed = { id: string; fields: PrintedFields };

/**
 * What changed from one version to the next, entry by entry: in the order of the newer version, removed entries where they stood.
 * Entries are the same by their id, so that one that moved is not taken for another.
 */
export function planDifference(older: readonly Printed[], newer: readonly Printed[]): EntryDifference[] {
  const before = new Map(older.map((entry, index) => [entry.id, { entry, index }]));
  const kept = new Set(newer.map(({ id }) => id));
  const result: EntryDifference[] = [];
  let next = 0;
  const removedBefore = (index: number) => {
    for (; next < index; next++) {
      const entry = older[next]!;
      if (!kept.has(entry.id)) result.push(whole(entry, 'removed'));
    }
  };
  for (const entry of newer) {
    const old = before.get(entry.id);
    if (old === undefined) {
      result.push(whole(entry, 'added'));
      continue;
    }
    removedBefore(old.index);
    next = Math.max(next, old.index + 1);
    const fields = printedFields
      .filter((field) => old.entry.fields[field] !== entry.fields[field])
      .map((field) => ({ field, runs: wordDifference(old.entry.fields[field], entry.fields[field]) }));
    result.push({ id: entry.id, change: fields.length === 0 ? 'same' : 'changed', title: entry.fields.title, fields });
  }
  removedBefore(older.length);
  return result;
}

function whole(entry: Printed, change: 'added' | 'removed'): EntryDifference {
  const fields = printedFields
    .filter((field) => entry.fields[field] !== '')
    .map((field): { field: PrintedField; runs: WordRun[] } => ({
      field,
      runs: [{ change, text: entry.fields[field] }],
    }));
  return { id: entry.id, change, title: entry.fields.title, fields };
}
