import { newId } from '../../../kernel/ids.ts';
import { nameKey, parties, states, type DatedName, type LexiconParty } from '../../../reader/lexicon/index.ts';
import { sortKeyOf } from '../name.ts';
import { seedBodies } from './seed-bodies.ts';
import { codesSince, seedCodes } from './seed-codes.ts';
import { seedMandates } from './seed-mandates.ts';
import { insertMandate, type Writer } from './write.ts';

/** Raised when the seed brings parties that earlier installations lack. */
export const seedVersion = '2';

async function inPieces<Row>(rows: readonly Row[], insert: (piece: Row[]) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < rows.length; i += 400) await insert(rows.slice(i, i + 400));
}

function sourceOf(name: DatedName, party: LexiconParty): string {
  if (name.source !== undefined) return name.source;
  if (party.kind === 'organisation') return 'usage of the organisation';
  return name.language === undefined
    ? 'ISO 3166-1 and United Nations usage'
    : 'CLDR, reviewed against United Nations usage';
}

function nameRow(party: LexiconParty, id: string, name: DatedName, { by, at }: Writer) {
  const unsure = name.basis === 'known' && (name.from !== undefined || name.until !== undefined);
  return {
    id: newId(at),
    party_id: id,
    language: name.language ?? 'en',
    form: name.form,
    name: name.name,
    folded: nameKey(name.name),
    sort_key: sortKeyOf(name.name),
    decided_on: name.decidedOn ?? null,
    used_from: name.from ?? null,
    used_until: name.until ?? null,
    source: sourceOf(name, party),
    note: name.note ?? (unsure ? 'Dates from general knowledge; to be confirmed.' : null),
    recorded_at: at,
    recorded_by: by,
  };
}

async function seedParties(writer: Writer): Promise<Map<string, string>> {
  const { tx, by, at } = writer;
  const standing = new Map(states.map((state) => [state.key, state.un]));
  const had = new Map((await tx.selectFrom('party').select(['key', 'id']).execute()).map((row) => [row.key, row.id]));
  const ids = new Map(had);
  const fresh = [...parties().values()].filter((party) => party.kind !== 'body' && !had.has(party.key));
  for (const party of fresh) ids.set(party.key, newId(at));
  const wholesFirst = [...fresh].sort((a, b) => depth(a) - depth(b));
  const rows = wholesFirst.map((party) => ({
    id: ids.get(party.key)!,
    key: party.key,
    kind: party.kind,
    un_standing: standing.get(party.key) ?? null,
    part_of_id: party.partOf === undefined ? null : (ids.get(party.partOf) ?? null),
    recorded_at: at,
    recorded_by: by,
  }));
  await inPieces(rows, (piece) => tx.insertInto('party').values(piece).execute());
  const names = fresh.flatMap((party) => party.names.map((name) => nameRow(party, ids.get(party.key)!, name, writer)));
  await inPieces(names, (piece) => tx.insertInto('party_name').values(piece).execute());
  await seedSuccessions(writer, fresh, ids);
  await seedPartyCodes(writer, ids, new Set(fresh.map((party) => party.key)));
  return ids;
}

/** How many wholes a party is a part of: a whole is entered before its parts. */
function depth(party: LexiconParty): number {
  const whole = party.partOf === undefined ? undefined : parties().get(party.partOf);
  return whole === undefined ? 0 : depth(whole) + 1;
}

async function seedSuccessions(
  { tx, by, at }: Writer,
  fresh: readonly LexiconParty[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = fresh.flatMap((party) =>
    (party.successors ?? []).map((successor) => ({
      party_id: ids.get(party.key)!,
      successor_id: ids.get(successor.key)!,
      effective_on: successor.on,
      source: 'general knowledge; to be confirmed',
      recorded_at: at,
      recorded_by: by,
    })),
  );
  if (rows.length > 0) await tx.insertInto('party_succession').values(rows).execute();
}

async function seedPartyCodes(
  { tx, by, at }: Writer,
  ids: ReadonlyMap<string, string>,
  fresh: ReadonlySet<string>,
): Promise<void> {
  const today = states.flatMap((state) => {
    const source = state.key === 'XKX' ? 'user-assigned code, not of ISO 3166-1' : 'ISO 3166-1';
    const one = (scheme: string, code: string) => ({
      party: state.key,
      scheme,
      code,
      from: codesSince[state.key],
      until: undefined,
      source,
    });
    const numeric = state.numeric === null ? [] : [one('m49', state.numeric)];
    return [one('iso3166-1-alpha2', state.alpha2), one('iso3166-1-alpha3', state.key), ...numeric];
  });
  // The numbers of Zaire, Burma and East Timor stayed; only the letters changed.
  const kept = today.map((code) =>
    code.scheme === 'm49' && code.party !== 'SRB' && code.party !== 'MNE' ? { ...code, from: undefined } : code,
  );
  const rows = [...kept, ...seedCodes]
    .filter((code) => fresh.has(code.party))
    .map((code) => ({
      id: newId(at),
      party_id: ids.get(code.party)!,
      scheme: code.scheme,
      code: code.code,
      used_from: code.from ?? null,
      used_until: code.until ?? null,
      source: code.source,
      recorded_at: at,
      recorded_by: by,
    }));
  await inPieces(rows, (piece) => tx.insertInto('party_code').values(piece).execute());
}

async function seedAllBodies(writer: Writer, partyIds: ReadonlyMap<string, string>): Promise<void> {
  const { tx, by, at } = writer;
  const had = new Map(
    (await tx.selectFrom('body').select(['key', 'id']).execute()).map((row) => [row.key.slice(5), row.id]),
  );
  const ids = new Map(had);
  for (const body of seedBodies) {
    if (had.has(body.slug)) continue;
    const id = newId(at);
    ids.set(body.slug, id);
    const [from, until] = body.established ?? [null, null];
    const recorded = { recorded_at: at, recorded_by: by };
    const parent = body.parent === null ? null : (ids.get(body.parent) ?? null);
    await tx
      .insertInto('body')
      .values({
        id,
        key: `body:${body.slug}`,
        kind: body.kind,
        parent_id: parent,
        established_from: from,
        established_until: until,
        source: body.source,
        ...recorded,
      })
      .execute();
    const aliases = (parties().get(`body:${body.slug}`)?.names ?? []).map((name) => ({
      language: 'en',
      form: name.form,
      name: name.name,
    }));
    const names = [
      ...Object.entries(body.names).map(([language, name]) => ({ language, form: 'short', name })),
      ...(body.acronym === null ? [] : [{ language: 'en', form: 'acronym', name: body.acronym }]),
      ...aliases.filter((alias) => alias.form === 'alias' && alias.name !== body.names.en),
    ];
    await tx
      .insertInto('body_name')
      .values(
        names.map((name) => ({
          ...name,
          id: newId(at),
          body_id: id,
          folded: nameKey(name.name),
          source: body.source,
          ...recorded,
        })),
      )
      .execute();
  }
  for (const mandate of seedMandates) {
    if (had.has(mandate.body)) continue;
    await insertMandate(writer, {
      ...mandate,
      bodyId: ids.get(mandate.body)!,
      partyId: partyIds.get(mandate.party)!,
      personId: null,
      sourceLink: null,
    });
  }
}

/** Enters what is missing of the states, organisations, bodies and mandates that every installation starts with. */
export async function seedAll(writer: Writer): Promise<{ parties: number; bodies: number }> {
  const ids = await seedParties(writer);
  await seedAllBodies(writer, ids);
  await writer.tx
    .insertInto('setting')
    .values({ name: 'register.seed', value: seedVersion })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: seedVersion }))
    .execute();
  return { parties: ids.size, bodies: seedBodies.length };
}
