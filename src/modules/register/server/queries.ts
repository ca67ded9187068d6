import type { Tx } from '../../../kernel/action.ts';
import { printedName, type AsOf, type Name, type NameForm } from '../name.ts';
import type { NamedParty, Party, PartyKind } from '../party.ts';
import type { Mandate } from '../roster.ts';
import type { AppointmentFunction, MandateRole, Term } from '../mandate.ts';

interface NameRow {
  id: string;
  language: string;
  form: string;
  name: string;
  sort_key?: string;
  decided_on?: string | null;
  used_from: string | null;
  used_until: string | null;
  source: string;
  note?: string | null;
  recorded_at: Date;
  withdrawn_at: Date | null;
  withdrawn_reason: string | null;
}

export function nameOfRow(row: NameRow): Name {
  return {
    id: row.id,
    language: row.language,
    form: row.form as NameForm,
    name: row.name,
    sortKey: row.sort_key ?? row.name,
    decidedOn: row.decided_on ?? null,
    usedFrom: row.used_from,
    usedUntil: row.used_until,
    source: row.source,
    note: row.note ?? null,
    recordedAt: row.recorded_at,
    withdrawnAt: row.withdrawn_at,
    withdrawnReason: row.withdrawn_reason,
  };
}

function partyOfRow(row: {
  id: string;
  key: string;
  kind: string;
  un_standing: string | null;
  part_of_id: string | null;
}): Party {
  return {
    id: row.id,
    key: row.key,
    kind: row.kind as PartyKind,
    unStanding: row.un_standing as Party['unStanding'],
    partOfId: row.part_of_id,
  };
}

function grouped<T extends Record<K, string>, K extends string>(rows: readonly T[], key: K): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row[key]);
    if (group === undefined) groups.set(row[key], [row]);
    else group.push(row);
  }
  return groups;
}

function withName(party: Party, names: readonly Name[], language: string, asOf: AsOf): NamedParty {
  const printed = printedName(names, { language, ...asOf });
  const english = printedName(names, asOf);
  const acronym = printedName(names, { form: 'acronym', ...asOf });
  return {
    ...party,
    name: printed?.name ?? party.key,
    language: printed?.language ?? 'en',
    acronym: party.kind === 'organisation' ? (acronym?.name ?? null) : null,
    sortKey: english?.sortKey ?? party.key,
  };
}

/** Parties with the name to print, in the order of the database. `kinds` and `ids` narrow; names as of a day and a moment. */
export async function listParties(
  tx: Tx,
  wanted: { language?: string; kinds?: readonly PartyKind[]; ids?: readonly string[] } & AsOf = {},
): Promise<NamedParty[]> {
  const { language = 'en', kinds, ids, day, known } = wanted;
  if (ids?.length === 0) return [];
  let parties = tx.selectFrom('party').select(['id', 'key', 'kind', 'un_standing', 'part_of_id']);
  if (kinds !== undefined) parties = parties.where('kind', 'in', [...kinds]);
  if (ids !== undefined) parties = parties.where('id', 'in', [...ids]);
  const rows = await parties.execute();
  let names = tx
    .selectFrom('party_name')
    .selectAll()
    .where('language', 'in', [...new Set([language, 'en'])])
    .where('form', 'in', ['short', 'official', 'acronym', 'as-listed']);
  if (known === undefined || known === null) names = names.where('withdrawn_at', 'is', null);
  if (ids !== undefined) names = names.where('party_id', 'in', [...ids]);
  const byParty = grouped(await names.execute(), 'party_id');
  return rows.map((row) =>
    withName(partyOfRow(row), (byParty.get(row.id) ?? []).map(nameOfRow), language, { day, known }),
  );
}

/** The ids behind keys that the reader gives (`TUR`, `org:iom`, `body:…`): what the register has of them. */
export async function idsOfKeys(tx: Tx, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const wanted = [...new Set(keys)];
  const parties = await tx.selectFrom('party').select(['id', 'key']).where('key', 'in', wanted).execute();
  const bodies = await tx.selectFrom('body').select(['id', 'key']).where('key', 'in', wanted).execute();
  return new Map([...parties, ...bodies].map((row) => [row.key, row.id]));
}

export interface NamedBody {
  id: string;
  key: string;
  kind: string;
  parentId: string | null;
  name: string;
  language: string;
  acronym: string | null;
  establishedFrom: string | null;
  establishedUntil: string | null;
  dissolvedOn: string | null;
}

const orderOfBodies: readonly string[] = [
  'dialogue',
  'ministerial-conference',
  'senior-officials-meeting',
  'regional-working-group',
  'thematic-working-group',
  'reference-group',
  'network',
  'secretariat',
];

/** From the highest to the lowest, then by name. */
function byRank(a: NamedBody, b: NamedBody): number {
  const rank = ({ kind }: NamedBody): number =>
    orderOfBodies.includes(kind) ? orderOfBodies.indexOf(kind) : orderOfBodies.length;
  return rank(a) - rank(b) || a.key.localeCompare(b.key);
}

/** Bodies with the name to print, the highest first. */
export async function listBodies(
  tx: Tx,
  { language = 'en', day, known }: { language?: string } & AsOf = {},
): Promise<NamedBody[]> {
  const rows = await tx.selectFrom('body').selectAll().execute();
  const byBody = grouped(
    await tx.selectFrom('body_name').selectAll().where('language', 'in', [language, 'en']).execute(),
    'body_id',
  );
  const bodies = rows.map((row): NamedBody => {
    const names = (byBody.get(row.id) ?? []).map(nameOfRow);
    const printed = printedName(names, { language, day, known });
    return {
      id: row.id,
      key: row.key,
      kind: row.kind,
      parentId: row.parent_id,
      name: printed?.name ?? row.key,
      language: printed?.language ?? 'en',
      acronym: printedName(names, { form: 'acronym', language, day, known })?.name ?? null,
      establishedFrom: row.established_from,
      establishedUntil: row.established_until,
      dissolvedOn: row.dissolved_on,
    };
  });
  return bodies.sort(byRank);
}

/** All mandates of a body or of a party, withdrawn ones included, as far as the actor may see them. */
export async function mandatesOf(tx: Tx, of: { body?: string; party?: string }): Promise<Mandate[]> {
  let query = tx.selectFrom('mandate').selectAll().orderBy('begins_until').orderBy('recorded_at');
  if (of.body !== undefined) query = query.where('body_id', '=', of.body);
  if (of.party !== undefined) query = query.where('party_id', '=', of.party);
  return (await query.execute()).map((row) => ({
    ...termOf(row),
    id: row.id,
    bodyId: row.body_id,
    partyId: row.party_id,
    personId: row.person_id,
    role: row.role as MandateRole,
    source: row.source,
    sourceLink: row.source_link,
    note: row.note,
    recordedAt: row.recorded_at,
    withdrawnAt: row.withdrawn_at,
    withdrawnReason: row.withdrawn_reason,
    replacesId: row.replaces_id,
  }));
}

export function termOf(row: {
  begins_from: string | null;
  begins_until: string;
  ends_from: string | null;
  ends_until: string | null;
}): Term {
  return {
    beginsFrom: row.begins_from,
    beginsUntil: row.begins_until,
    endsFrom: row.ends_from,
    endsUntil: row.ends_until,
  };
}

export interface Appointment extends Term {
  id: string;
  function: AppointmentFunction;
  partyId: string;
  postedToId: string | null;
  personId: string;
  person: string;
  post: string | null;
  evidence: string;
  evidenceLink: string | null;
  recordedAt: Date;
  withdrawnAt: Date | null;
  contacts: { kind: string; value: string }[];
}

/** Appointments by a party or of officers posted to it, with the contacts the actor may see. Nobody sees any without a role. */
export async function appointmentsOf(tx: Tx, partyId: string): Promise<Appointment[]> {
  const rows = await tx
    .selectFrom('appointment as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .selectAll('a')
    .select('p.name as person')
    .where((eb) => eb.or([eb('a.party_id', '=', partyId), eb('a.posted_to_id', '=', partyId)]))
    .orderBy('a.begins_until')
    .execute();
  if (rows.length === 0) return [];
  const contacts = grouped(
    await tx
      .selectFrom('contact')
      .select(['appointment_id', 'kind', 'value'])
      .where('withdrawn_at', 'is', null)
      .where(
        'appointment_id',
        'in',
        rows.map((row) => row.id),
      )
      .execute(),
    'appointment_id',
  );
  return rows.map((row) => ({
    ...termOf(row),
    id: row.id,
    function: row.function as AppointmentFunction,
    partyId: row.party_id,
    postedToId: row.posted_to_id,
    personId: row.person_id,
    person: row.person,
    post: row.post,
    evidence: row.evidence,
    evidenceLink: row.evidence_link,
    recordedAt: row.recorded_at,
    withdrawnAt: row.withdrawn_at,
    contacts: (contacts.get(row.id) ?? []).map(({ kind, value }) => ({ kind, value })),
  }));
}
