import type { Tx } from '../../../kernel/action.ts';
import { newId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { nameKey } from '../../../reader/lexicon/index.ts';
import type { MandateInput, NameInput } from '../forms.ts';
import { termFaults, type Term } from '../mandate.ts';
import { sortKeyOf } from '../name.ts';

/** Who writes, and when: what every row of the register carries. */
export interface Writer {
  tx: Tx;
  by: string;
  at: Date;
}

/** The writer of an action. An actor without a person cannot get here: no role that may write is without one. */
export function writerOf({ tx, actor, at }: { tx: Tx; actor: { personId: string | null }; at: Date }): Writer {
  if (actor.personId === null)
    throw new Refusal('access.sign-in', 'Please sign in first; what you entered is still here.');
  return { tx, by: actor.personId, at };
}

/** @throws Refusal `register.party.not-found` */
export async function partyId(tx: Tx, key: string, field = 'party'): Promise<string> {
  const row = await tx.selectFrom('party').select('id').where('key', '=', key).executeTakeFirst();
  if (row === undefined) throw new Refusal('register.party.not-found', `The register has no party ${key}.`, { field });
  return row.id;
}

/** @throws Refusal `register.body.not-found` */
export async function bodyId(tx: Tx, key: string): Promise<string> {
  const row = await tx.selectFrom('body').select('id').where('key', '=', key).executeTakeFirst();
  if (row === undefined)
    throw new Refusal('register.body.not-found', `The register has no body ${key}.`, { field: 'body' });
  return row.id;
}

/** @throws Refusal `input.invalid` with all faults of the term */
export function checkTerm(term: Term): void {
  const faults = termFaults(term);
  if (faults[0]) throw new Refusal('input.invalid', faults[0].sentence, { faults });
}

function checkPeriod(name: Pick<NameInput, 'decidedOn' | 'usedFrom' | 'usedUntil'>): void {
  const { decidedOn, usedFrom, usedUntil } = name;
  if (usedFrom !== null && usedUntil !== null && usedUntil <= usedFrom)
    throw new Refusal('input.invalid', 'The name ends before it begins.', { field: 'usedUntil' });
  if (decidedOn !== null && usedFrom !== null && decidedOn > usedFrom)
    throw new Refusal('input.invalid', 'The name was decided on after it came into use.', { field: 'decidedOn' });
}

/** Runs an insert; two entries that say the same of the same time become a refusal with this sentence. */
export async function unlessOverlapping<T>(sentence: string, insert: () => Promise<T>): Promise<T> {
  try {
    return await insert();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '23P01' || code === '23505') throw new Refusal('register.entry.exists', sentence);
    throw error;
  }
}

type Dated = 'party_name' | 'party_code' | 'body_name' | 'mandate' | 'appointment' | 'contact';

/**
 * Withdraws an entry: from now on the register no longer says so; it stays in the history.
 * @throws Refusal `register.entry.not-found`, or `register.entry.changed` when somebody was quicker
 */
export async function withdraw({ tx, by, at }: Writer, table: Dated, id: string, reason: string): Promise<void> {
  const gone = await tx
    .updateTable(table)
    .set({ withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (gone.numUpdatedRows > 0n) return;
  const row = await tx.selectFrom(table).select('withdrawn_at').where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Refusal('register.entry.not-found', 'The register has no such entry.');
  if (row.withdrawn_at === null) throw new Refusal('access.denied', 'Your role does not allow this for this item.');
  throw new Refusal(
    'register.entry.changed',
    'This entry was corrected in the meantime. Look at its history and start from the newest entry.',
  );
}

/** Enters a party. @throws Refusal `register.party.exists` */
export async function insertParty(
  { tx, by, at }: Writer,
  party: { key: string; kind: string; partOf: string | null },
): Promise<string> {
  if ((party.kind === 'organisation') !== party.key.startsWith('org:'))
    throw new Refusal(
      'input.invalid',
      'The key of an organisation begins with org:, that of a state is three capitals.',
      { field: 'key' },
    );
  const id = newId(at);
  const partOf = party.partOf === null ? null : await partyId(tx, party.partOf, 'partOf');
  const made = await tx
    .insertInto('party')
    .values({ id, key: party.key, kind: party.kind, part_of_id: partOf, recorded_at: at, recorded_by: by })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n)
    throw new Refusal('register.party.exists', `The register has a party ${party.key} already.`, { field: 'key' });
  return id;
}

/** Enters a dated name. @throws Refusal `register.entry.exists` */
export async function insertName(writer: Writer, party: string, name: Omit<NameInput, 'party'>): Promise<string> {
  checkPeriod(name);
  const { tx, by, at } = writer;
  const id = newId(at);
  const row = {
    id,
    party_id: party,
    language: name.language,
    form: name.form,
    name: name.name,
    folded: nameKey(name.name),
    sort_key: name.sortKey ?? sortKeyOf(name.name),
    decided_on: name.decidedOn,
    used_from: name.usedFrom,
    used_until: name.usedUntil,
    source: name.source,
    note: name.note,
    recorded_at: at,
    recorded_by: by,
  };
  await unlessOverlapping(
    'The register has this name already for a part of this time. Correct that entry instead.',
    () => tx.insertInto('party_name').values(row).execute(),
  );
  return id;
}

/** Enters a mandate. @throws Refusal `register.entry.exists` */
export async function insertMandate(
  { tx, by, at }: Writer,
  mandate: Omit<MandateInput, 'body' | 'party'> & {
    bodyId: string;
    partyId: string;
    personId: string | null;
    replaces?: string;
  },
): Promise<string> {
  checkTerm(mandate);
  const id = newId(at);
  const row = {
    id,
    body_id: mandate.bodyId,
    party_id: mandate.partyId,
    person_id: mandate.personId,
    role: mandate.role,
    begins_from: mandate.beginsFrom,
    begins_until: mandate.beginsUntil,
    ends_from: mandate.endsFrom,
    ends_until: mandate.endsUntil,
    source: mandate.source,
    source_link: mandate.sourceLink,
    note: mandate.note,
    recorded_at: at,
    recorded_by: by,
    replaces_id: mandate.replaces ?? null,
  };
  await unlessOverlapping(
    'The register says already that this party held this role then. End or correct that entry instead.',
    () => tx.insertInto('mandate').values(row).execute(),
  );
  return id;
}
