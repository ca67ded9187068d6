import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';

/** One mandate with the keys of its body and party. @throws Refusal `register.entry.not-found` */
export async function mandateRow(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('mandate as m')
    .innerJoin('body as b', 'b.id', 'm.body_id')
    .innerJoin('party as p', 'p.id', 'm.party_id')
    .selectAll('m')
    .select(['b.key as body', 'p.key as party'])
    .where('m.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('register.entry.not-found', 'The register has no such entry.');
  return row;
}
