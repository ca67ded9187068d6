import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';

/** A party or a body; one of the two ids is null. */
export interface HolderIds {
  party_id: string | null;
  body_id: string | null;
}

/**
 * The ids of keys, in their order.
 * @param field the form field a refusal is about.
 * @throws Refusal `followup.party.not-found`
 */
export async function holdersOf(tx: Tx, keys: readonly string[], field: string): Promise<HolderIds[]> {
  const { rows } = await sql<{ key: string; party_id: string | null; body_id: string | null }>`
    select key, id as party_id, null::uuid as body_id from party where key = any (${keys}::text[])
    union all select key, null, id from body where key = any (${keys}::text[])`.execute(tx);
  const known = new Map(rows.map(({ key, ...ids }) => [key, ids]));
  return keys.map((key) => {
    const ids = known.get(key);
    if (!ids) throw new Refusal('followup.party.not-found', `The register has no party or body ${key}.`, { field });
    return ids;
  });
}

/** The id of a body's key, or null for none. @throws Refusal `followup.party.not-found` */
export async function bodyOf(tx: Tx, key: string | null): Promise<string | null> {
  return key === null ? null : (await holdersOf(tx, [key], 'body'))[0]!.body_id;
}

/** English short name of a party or body today, for history lines. */
export async function nameOfHolder(tx: Tx, { party_id, body_id }: HolderIds): Promise<string> {
  const { rows } = await sql<{ name: string }>`select coalesce(
    (select n.name from party_name n where n.party_id = ${party_id} and n.withdrawn_at is null and n.language = 'en' and n.form in ('short', 'official')
      and coalesce(n.used_from, '-infinity') <= current_date and coalesce(n.used_until, 'infinity') > current_date order by n.form desc limit 1),
    (select n.name from body_name n where n.body_id = ${body_id} and n.withdrawn_at is null and n.language = 'en' and n.form in ('short', 'official')
      order by n.form desc, n.used_until desc nulls first limit 1),
    (select key from party where id = ${party_id}), (select key from body where id = ${body_id})) as name`.execute(tx);
  return rows[0]!.name;
}
