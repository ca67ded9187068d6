import { z } from 'zod';
import { mandateRecordForm, nameRecordForm, type MandateInput, type NameInput } from './forms.ts';
import { overlap, termFaults } from './mandate.ts';
import { sortKeyOf } from './name.ts';
import { partyKinds, type PartyKind } from './party.ts';
import type { SheetRow, SheetTable } from './sheet.ts';

/** What the register says today, in the keys of a file. */
export interface Standing {
  parties: ReadonlySet<string>;
  bodies: ReadonlySet<string>;
  names: readonly (NameInput & { entry: string })[];
  mandates: readonly (MandateInput & { entry: string })[];
}

export type Planned =
  { table: 'names'; input: NameInput; newParty: PartyKind | null } | { table: 'mandates'; input: MandateInput };

/** One row of a preview. `entry` is the entry that a changed row corrects. */
export interface PreviewLine {
  table: SheetTable;
  line: number;
  status: 'new' | 'changed' | 'same' | 'error';
  /** The row in short, for people. */
  what: string;
  /** Error: what is wrong. Changed: what the register says today. */
  sentence: string | null;
  entry: string | null;
  plan: Planned | null;
}

const nameRow = nameRecordForm.extend({
  kind: z.preprocess((value) => (value === '' ? undefined : value), z.enum(partyKinds).optional()),
});

const camel: Readonly<Record<string, string>> = {
  sort_key: 'sortKey',
  decided_on: 'decidedOn',
  used_from: 'usedFrom',
  used_until: 'usedUntil',
  begins_from: 'beginsFrom',
  begins_until: 'beginsUntil',
  ends_from: 'endsFrom',
  ends_until: 'endsUntil',
  source_link: 'sourceLink',
};

function formValues(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([column, cell]) => [camel[column] ?? column, cell]));
}

function period(from: string | null, until: string | null): string {
  return from === null && until === null ? '' : ` (${from ?? '…'} – ${until ?? '…'})`;
}

export function nameInShort(name: NameInput): string {
  return `${name.party}: ${name.name}, ${name.form}, ${name.language}${period(name.usedFrom, name.usedUntil)}`;
}

export function mandateInShort(mandate: MandateInput): string {
  return `${mandate.body}: ${mandate.party}, ${mandate.role}${period(mandate.beginsUntil, mandate.endsFrom)}`;
}

function sameFields<T extends object>(a: T, b: T, fields: readonly (keyof T)[]): boolean {
  return fields.every((field) => (a[field] ?? null) === (b[field] ?? null));
}

const nameFields = ['decidedOn', 'usedFrom', 'usedUntil', 'source', 'note'] as const;
const mandateFields = ['beginsFrom', 'beginsUntil', 'endsFrom', 'endsUntil', 'source', 'sourceLink', 'note'] as const;

function faultLine(row: SheetRow, what: string, sentence: string): PreviewLine {
  return { table: row.table, line: row.line, status: 'error', what, sentence, entry: null, plan: null };
}

function unreadable(row: SheetRow, error: z.ZodError): PreviewLine {
  const first = error.issues[0];
  const what = Object.values(row.values).filter(Boolean).slice(0, 4).join(', ');
  return faultLine(row, what, `${first?.path.join('.') ?? ''}: ${first?.message ?? 'cannot be read'}`);
}

function compareName(row: SheetRow, standing: Standing, newcomers: Map<string, PartyKind>): PreviewLine {
  const parsed = nameRow.safeParse(formValues(row.values));
  if (!parsed.success) return unreadable(row, parsed.error);
  const { kind, ...input } = parsed.data;
  const what = nameInShort(input);
  if (input.usedFrom !== null && input.usedUntil !== null && input.usedUntil <= input.usedFrom)
    return faultLine(row, what, 'The name ends before it begins.');
  if (input.decidedOn !== null && input.usedFrom !== null && input.decidedOn > input.usedFrom)
    return faultLine(row, what, 'The name was decided on after it came into use.');
  const known = standing.parties.has(input.party) || newcomers.has(input.party);
  if (!known && (kind === undefined || (kind === 'organisation') !== input.party.startsWith('org:')))
    return faultLine(
      row,
      what,
      `The register has no party ${input.party}. To enter it, give its kind (${partyKinds.join(', ')}).`,
    );
  if (!known && kind !== undefined) newcomers.set(input.party, kind);
  const plan: Planned = { table: 'names', input, newParty: known ? null : (kind ?? null) };
  const alike = standing.names.filter((name) => sameFields(name, input, ['party', 'language', 'form', 'name']));
  const sorted = (name: NameInput): string => name.sortKey ?? sortKeyOf(name.name);
  const same = alike.find((name) => sameFields<NameInput>(name, input, nameFields) && sorted(name) === sorted(input));
  const base = { table: row.table, line: row.line, what };
  if (same) return { ...base, status: 'same', sentence: null, entry: same.entry, plan: null };
  const changed = alike.find((name) => name.usedFrom === input.usedFrom) ?? alike[0];
  if (changed === undefined) return { ...base, status: 'new', sentence: null, entry: null, plan };
  return { ...base, status: 'changed', sentence: nameInShort(changed), entry: changed.entry, plan };
}

function compareMandate(row: SheetRow, standing: Standing): PreviewLine {
  const parsed = mandateRecordForm.safeParse(formValues(row.values));
  if (!parsed.success) return unreadable(row, parsed.error);
  const input = parsed.data;
  const what = mandateInShort(input);
  if (!standing.bodies.has(input.body)) return faultLine(row, what, `The register has no body ${input.body}.`);
  if (!standing.parties.has(input.party)) return faultLine(row, what, `The register has no party ${input.party}.`);
  const fault = termFaults(input)[0];
  if (fault) return faultLine(row, what, fault.sentence);
  const alike = standing.mandates.filter((mandate) =>
    sameFields<MandateInput>(mandate, input, ['body', 'party', 'role']),
  );
  const same = alike.find((mandate) => sameFields<MandateInput>(mandate, input, mandateFields));
  const base = { table: row.table, line: row.line, what };
  if (same) return { ...base, status: 'same', sentence: null, entry: same.entry, plan: null };
  const touching = alike.filter((mandate) => overlap(mandate, input) || mandate.beginsUntil === input.beginsUntil);
  const changed = touching[0];
  const plan: Planned = { table: 'mandates', input };
  if (changed === undefined) return { ...base, status: 'new', sentence: null, entry: null, plan };
  if (touching.length > 1)
    return faultLine(
      row,
      what,
      `It overlaps ${touching.length} entries: ${touching.map(mandateInShort).join('; ')}. Correct these first.`,
    );
  return { ...base, status: 'changed', sentence: mandateInShort(changed), entry: changed.entry, plan };
}

function identity(line: PreviewLine): string | null {
  if (line.entry !== null) return line.entry;
  return line.plan === null ? null : line.what;
}

/** What a file would do to the register: each row new, changed, same or faulty. Pure; says nothing of who may do it. */
export function compareSheet(rows: readonly SheetRow[], standing: Standing): PreviewLine[] {
  const newcomers = new Map<string, PartyKind>();
  const seen = new Set<string>();
  return rows.map((row) => {
    const line = row.table === 'names' ? compareName(row, standing, newcomers) : compareMandate(row, standing);
    const key = identity(line);
    if (key === null) return line;
    if (seen.has(key)) return faultLine(row, line.what, 'This file says so twice, or says two things of one entry.');
    seen.add(key);
    return line;
  });
}
