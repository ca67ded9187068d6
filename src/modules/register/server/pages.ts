import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Name } from '../name.ts';
import type { NamedParty } from '../party.ts';
import type { Mandate } from '../roster.ts';
import {
  appointmentsOf,
  listBodies,
  listParties,
  mandatesOf,
  nameOfRow,
  type Appointment,
  type NamedBody,
} from './queries.ts';

export interface Code {
  scheme: string;
  code: string;
  usedFrom: string | null;
  usedUntil: string | null;
}

export interface PartyPage {
  party: NamedParty;
  /** All names in all languages, withdrawn ones included, in order of use. */
  names: Name[];
  codes: Code[];
  partOf: NamedParty | null;
  parts: NamedParty[];
  predecessors: { party: NamedParty; on: string }[];
  successors: { party: NamedParty; on: string }[];
  mandates: Mandate[];
  /** Bodies that the mandates are in. */
  bodies: NamedBody[];
  appointments: Appointment[];
  /** Parties that appointments name. */
  others: NamedParty[];
}

/**
 * Everything the register has on one party, as far as the actor may see it.
 * @param key `TUR`, `org:iom`
 * @param day the party and those around it are named as of this day; null for today
 * @throws Refusal `register.party.not-found`
 */
export async function partyPage(tx: Tx, key: string, language: string, day: string | null = null): Promise<PartyPage> {
  const row = await tx.selectFrom('party').select(['id', 'part_of_id']).where('key', '=', key).executeTakeFirst();
  if (row === undefined) throw new Refusal('register.party.not-found', `The register has no party ${key}.`);
  const names = await tx.selectFrom('party_name').selectAll().where('party_id', '=', row.id).execute();
  const codes = await tx
    .selectFrom('party_code')
    .selectAll()
    .where('party_id', '=', row.id)
    .where('withdrawn_at', 'is', null)
    .orderBy('scheme')
    .orderBy('used_from')
    .execute();
  const successions = await tx
    .selectFrom('party_succession')
    .select(['party_id', 'successor_id', 'effective_on'])
    .where((eb) => eb.or([eb('party_id', '=', row.id), eb('successor_id', '=', row.id)]))
    .orderBy('effective_on')
    .execute();
  const parts = await tx.selectFrom('party').select('id').where('part_of_id', '=', row.id).execute();
  const appointments = await appointmentsOf(tx, row.id);
  const mandates = await mandatesOf(tx, { party: row.id });
  const ids = [
    row.id,
    ...(row.part_of_id === null ? [] : [row.part_of_id]),
    ...parts.map((part) => part.id),
    ...successions.flatMap((one) => [one.party_id, one.successor_id]),
    ...appointments.flatMap((one) => [one.partyId, ...(one.postedToId === null ? [] : [one.postedToId])]),
  ];
  const named = new Map((await listParties(tx, { language, ids, day })).map((party) => [party.id, party]));
  const bodies = mandates.length === 0 ? [] : await listBodies(tx, { language });
  const get = (id: string): NamedParty[] => [named.get(id)].filter((party) => party !== undefined);
  return {
    party: get(row.id)[0]!,
    names: names.map(nameOfRow).sort(inOrderOfUse),
    codes: codes.map(({ scheme, code, used_from, used_until }) => ({
      scheme,
      code,
      usedFrom: used_from,
      usedUntil: used_until,
    })),
    partOf: row.part_of_id === null ? null : (get(row.part_of_id)[0] ?? null),
    parts: parts.flatMap((part) => get(part.id)).sort((a, b) => a.sortKey.localeCompare(b.sortKey, 'en')),
    predecessors: successions
      .filter((one) => one.successor_id === row.id)
      .flatMap((one) => get(one.party_id).map((party) => ({ party, on: one.effective_on }))),
    successors: successions
      .filter((one) => one.party_id === row.id)
      .flatMap((one) => get(one.successor_id).map((party) => ({ party, on: one.effective_on }))),
    mandates,
    bodies: bodies.filter((body) => mandates.some((mandate) => mandate.bodyId === body.id)),
    appointments,
    others: [...named.values()],
  };
}

/** Today's names before past ones, English first, then by their beginning. */
function inOrderOfUse(a: Name, b: Name): number {
  const rank = (name: Name): string => `${name.usedUntil === null ? 0 : 1}${name.language === 'en' ? 0 : 1}`;
  if (rank(a) !== rank(b)) return rank(a).localeCompare(rank(b));
  return (a.usedFrom ?? '').localeCompare(b.usedFrom ?? '') || a.recordedAt.getTime() - b.recordedAt.getTime();
}

export interface BodyPage {
  body: NamedBody;
  names: Name[];
  source: string;
  parent: NamedBody | null;
  children: NamedBody[];
  /** All mandates, withdrawn ones included; the roster of a day is derived from them. */
  mandates: Mandate[];
  parties: NamedParty[];
  /** Names of persons who hold a mandate, for those who may see them. */
  persons: { id: string; name: string }[];
}

/**
 * Everything the register has on one body, as far as the actor may see it. Parties are named as of `day`.
 * @param key `body:senior-officials-meeting`
 * @throws Refusal `register.body.not-found`
 */
export async function bodyPage(tx: Tx, key: string, language: string, day: string | null = null): Promise<BodyPage> {
  const bodies = await listBodies(tx, { language });
  const body = bodies.find((one) => one.key === key);
  if (body === undefined) throw new Refusal('register.body.not-found', `The register has no body ${key}.`);
  const { source } = await tx.selectFrom('body').select('source').where('id', '=', body.id).executeTakeFirstOrThrow();
  const names = await tx.selectFrom('body_name').selectAll().where('body_id', '=', body.id).execute();
  const mandates = await mandatesOf(tx, { body: body.id });
  const personIds = mandates.map((mandate) => mandate.personId).filter((id) => id !== null);
  const persons =
    personIds.length === 0
      ? []
      : await tx.selectFrom('person').select(['id', 'name']).where('id', 'in', personIds).execute();
  return {
    body,
    names: names.map(nameOfRow).sort(inOrderOfUse),
    source,
    parent: bodies.find((one) => one.id === body.parentId) ?? null,
    children: bodies.filter((one) => one.parentId === body.id),
    mandates,
    parties: await listParties(tx, { language, ids: [...new Set(mandates.map((mandate) => mandate.partyId))], day }),
    persons,
  };
}
