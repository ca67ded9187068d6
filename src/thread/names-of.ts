import type { Tx } from '../kernel/action.ts';
import { listBodies, listParties } from '../modules/register/server/index.ts';

/** A state, organisation or body as a page prints it. `language` is the language its name is in. */
export interface Named {
  key: string;
  name: string;
  language: string;
}

/** Names of parties and bodies by id, as of a day. */
export type NamesById = ReadonlyMap<string, Named>;

/**
 * The names of these parties and of all bodies in a language, as of a day.
 * @param day ISO day; null prints what they are called today
 */
export async function namesOf(
  tx: Tx,
  parties: readonly string[],
  language: string,
  day: string | null,
): Promise<NamesById> {
  const named = await listParties(tx, { language, ids: [...new Set(parties)], day });
  const bodies = await listBodies(tx, { language, day });
  return new Map(
    [...named, ...bodies].map((one) => [one.id, { key: one.key, name: one.name, language: one.language }]),
  );
}
