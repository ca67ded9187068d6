import { Refusal } from '../../../kernel/refusal.ts';
import { change, enter, type Values, type Writer } from './write.ts';

/**
 * Adds an entry known by its key (no revision seen), or changes the one the person saw.
 * @throws Refusal `goals.….exists` when it is there and was not seen, `goals.….not-found`, `goals.….changed`
 */
export async function setEntry(
  writer: Writer,
  table: 'strand' | 'theme',
  { key, revision, values, reason }: { key: string; revision: number | null; values: Values; reason: string },
): Promise<{ id: string; added: boolean }> {
  if (revision === null) return { id: await enter(writer, table, { key, ...values }, reason), added: true };
  const row = await writer.tx.selectFrom(table).select('id').where('key', '=', key).executeTakeFirst();
  if (row === undefined) throw new Refusal(`goals.${table}.not-found`, `There is no ${table} ${key}.`);
  await change(writer, table, row.id, revision, values, reason);
  return { id: row.id, added: false };
}
