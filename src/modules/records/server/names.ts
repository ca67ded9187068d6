import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { PartyRef } from '../outcome.ts';

/** Ids behind the keys of parties (`AFG`, `org:iom`) and bodies (`body:reference-group`). */
export type KeyIds = ReadonlyMap<string, { party_id: string | null; body_id: string | null }>;

/** Looks the keys up; a key the register does not have is missing from the map. */
export async function idsOfKeys(tx: Tx, keys: Iterable<string>): Promise<KeyIds> {
  const wanted = [...new Set(keys)];
  const found = new Map<string, { party_id: string | null; body_id: string | null }>();
  if (wanted.length === 0) return found;
  const { rows } = await sql<{ key: string; party_id: string | null; body_id: string | null }>`
    select key, id as party_id, null as body_id from party where key = any (${wanted}::text[])
    union all select key, null, id from body where key = any (${wanted}::text[])`.execute(tx);
  for (const { key, party_id, body_id } of rows) found.set(key, { party_id, body_id });
  return found;
}

/** The names a person settled: written name → key. Those left open are not in it. */
export const settledNames = (
  names: readonly { party: string | null; asWritten: string }[],
): ReadonlyMap<string, string> =>
  new Map(names.flatMap(({ party, asWritten }) => (party === null ? [] : [[asWritten, party]])));

/** What a form sent as parties, with their ids. @throws Refusal when the register does not have one of the keys. */
export async function refsOf(
  tx: Tx,
  given: readonly { party: string | null; asWritten: string }[],
  field: 'by' | 'to',
): Promise<PartyRef[]> {
  const ids = await idsOfKeys(
    tx,
    given.flatMap(({ party }) => party ?? []),
  );
  return given.map(({ party, asWritten }) => {
    const known = party === null ? { party_id: null, body_id: null } : ids.get(party);
    if (!known)
      throw new Refusal('records.party.not-found', `The register has no party or body “${asWritten}” (${party}).`, {
        field,
      });
    return { ...known, as_written: asWritten };
  });
}
