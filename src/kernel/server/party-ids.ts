import type { Tx } from '../action.ts';
import { Refusal } from '../refusal.ts';

/**
 * Ids of the parties with these keys, each once, in the order of the keys.
 * @param field of the form that named them
 * @param code of the refusal, `….party.not-found`
 * @throws Refusal with that code, naming the first key that the register does not have.
 */
export async function idsOfParties(tx: Tx, keys: readonly string[], field: string, code: string): Promise<string[]> {
  const wanted = [...new Set(keys)];
  if (wanted.length === 0) return [];
  const rows = await tx.selectFrom('party').select(['id', 'key']).where('key', 'in', wanted).execute();
  const ids = new Map(rows.map((row) => [row.key, row.id]));
  return wanted.map((key) => {
    const id = ids.get(key);
    if (id === undefined) throw new Refusal(code, `The register has no party ${key}.`, { field });
    return id;
  });
}
