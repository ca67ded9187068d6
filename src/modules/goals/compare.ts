import { languages, type LanguageMap } from '../../kernel/language-map.ts';
import type { z } from 'zod';
import { fromOtherSide, type Relation } from './crosswalk.ts';
import { crosswalkSet, goalAdd } from './forms.ts';
import type { SheetRow, SheetTable } from './sheet.ts';

/** What stands today, in the words of a file. */
export interface Standing {
  generations: ReadonlySet<string>;
  goals: readonly StandingGoal[];
  crosswalks: readonly StandingCrosswalk[];
}
export interface StandingGoal {
  id: string;
  revision: number;
  generation: string;
  code: string;
  ordinal: number;
  parent: string | null;
  title: LanguageMap;
  text: LanguageMap | null;
  source: string;
}
export interface StandingCrosswalk {
  entry: string;
  from: string;
  to: string;
  relation: Relation;
  source: string;
  note: string | null;
}

const reason = 'an imported file';
export type GoalInput = z.output<typeof goalAdd>;
export type CrosswalkInput = z.output<typeof crosswalkSet>;
export type Planned =
  | { table: 'goals'; input: GoalInput; standing: { goal: string; revision: number } | null }
  | { table: 'crosswalks'; input: CrosswalkInput };

/** One row of a preview. */
export interface PreviewLine {
  table: SheetTable;
  line: number;
  status: 'new' | 'changed' | 'same' | 'error';
  /** The row in short, for people. */
  what: string;
  /** Error: what is wrong. Changed: what stands today. */
  sentence: string | null;
  plan: Planned | null;
}

const mapOf = (values: Readonly<Record<string, string>>, field: 'title' | 'text'): LanguageMap =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const cell = values[`${field}_${language}`] ?? '';
      return cell === '' ? [] : [[language, cell]];
    }),
  );

const sameMap = (a: LanguageMap | null, b: LanguageMap | null): boolean =>
  languages.every((language) => (a?.[language] ?? '') === (b?.[language] ?? ''));

const fault = (row: SheetRow, what: string, sentence: string): PreviewLine => ({
  table: row.table,
  line: row.line,
  status: 'error',
  what,
  sentence,
  plan: null,
});

function unreadable(row: SheetRow, error: z.ZodError): PreviewLine {
  const first = error.issues[0];
  const what = Object.values(row.values).filter(Boolean).slice(0, 4).join(', ');
  return fault(row, what, `${first?.path.join('.') ?? ''}: ${first?.message ?? 'cannot be read'}`);
}

const goalInShort = (goal: Pick<StandingGoal, 'generation' | 'code' | 'title'>): string =>
  `${goal.generation}/${goal.code}: ${goal.title.en}`;

function compareGoal(row: SheetRow, standing: Standing, newcomers: Set<string>): PreviewLine {
  const { values } = row;
  const given = { ...values, title: mapOf(values, 'title'), text: mapOf(values, 'text'), reason };
  const parsed = goalAdd.safeParse(given);
  if (!parsed.success) return unreadable(row, parsed.error);
  const input = parsed.data;
  const name = `${input.generation}/${input.code}`;
  const what = goalInShort(input);
  if (!standing.generations.has(input.generation))
    return fault(row, what, `There is no generation ${input.generation}. Add it first, with the days it is in force.`);
  const has = (code: string) =>
    newcomers.has(`${input.generation}/${code}`) ||
    standing.goals.some((goal) => goal.generation === input.generation && goal.code === code);
  if (input.parent !== null && !has(input.parent))
    return fault(
      row,
      what,
      `${input.generation} has no goal ${input.parent} to put this one under; give that one first.`,
    );
  newcomers.add(name);
  const there = standing.goals.find((goal) => goal.generation === input.generation && goal.code === input.code);
  const base = { table: row.table, line: row.line, what };
  if (there === undefined)
    return { ...base, status: 'new', sentence: null, plan: { table: 'goals', input, standing: null } };
  const same =
    (input.ordinal ?? there.ordinal) === there.ordinal &&
    input.parent === there.parent &&
    sameMap(input.title, there.title) &&
    sameMap(input.text, there.text) &&
    input.source === there.source;
  if (same) return { ...base, status: 'same', sentence: null, plan: null };
  const seen = { goal: there.id, revision: there.revision };
  const kept = { ...input, ordinal: input.ordinal ?? there.ordinal };
  return {
    ...base,
    status: 'changed',
    sentence: goalInShort(there),
    plan: { table: 'goals', input: kept, standing: seen },
  };
}

const crosswalkInShort = (one: Pick<StandingCrosswalk, 'from' | 'to' | 'relation'>): string =>
  `${one.from} – ${one.relation} – ${one.to}`;

function compareCrosswalk(row: SheetRow, standing: Standing, newcomers: ReadonlySet<string>): PreviewLine {
  const parsed = crosswalkSet.safeParse({ ...row.values, replaces: '' });
  if (!parsed.success) return unreadable(row, parsed.error);
  const input = parsed.data;
  const what = crosswalkInShort(input);
  const known = (name: string) =>
    newcomers.has(name) || standing.goals.some((goal) => `${goal.generation}/${goal.code}` === name);
  const missing = [input.from, input.to].find((name) => !known(name));
  if (missing !== undefined) return fault(row, what, `There is no goal ${missing}.`);
  if (input.from.split('/')[0] === input.to.split('/')[0])
    return fault(row, what, 'A crosswalk ties goals of two generations; these are of one.');
  const there = standing.crosswalks.find(
    (one) => (one.from === input.from && one.to === input.to) || (one.from === input.to && one.to === input.from),
  );
  const base = { table: row.table, line: row.line, what };
  if (there === undefined) return { ...base, status: 'new', sentence: null, plan: { table: 'crosswalks', input } };
  const relation = there.from === input.from ? there.relation : fromOtherSide(there.relation);
  if (relation === input.relation && there.source === input.source && there.note === input.note)
    return { ...base, status: 'same', sentence: null, plan: null };
  return {
    ...base,
    status: 'changed',
    sentence: crosswalkInShort(there),
    plan: { table: 'crosswalks', input: { ...input, replaces: there.entry } },
  };
}

/** What says which entry a row is about, either way round for a crosswalk. */
function identity({ plan }: PreviewLine): string | null {
  if (plan === null) return null;
  if (plan.table === 'goals') return `${plan.input.generation}/${plan.input.code}`;
  return [plan.input.from, plan.input.to].toSorted().join(' ');
}

/** What a file would do: each row new, changed, same or faulty. Pure; says nothing of who may do it. */
export function compareSheet(rows: readonly SheetRow[], standing: Standing): PreviewLine[] {
  const newcomers = new Set<string>();
  const seen = new Set<string>();
  return rows.map((row) => {
    const line =
      row.table === 'goals' ? compareGoal(row, standing, newcomers) : compareCrosswalk(row, standing, newcomers);
    const key = identity(line);
    if (key === null) return line;
    if (seen.has(key)) return fault(row, line.what, 'This file says so twice, or says two things of one entry.');
    seen.add(key);
    return line;
  });
}
