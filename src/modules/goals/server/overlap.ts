import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { overlapping, type Effect, type GenerationKind } from '../generation.ts';

/** Two generations of the dialogue on one day would make a number ambiguous. @throws Refusal `goals.generation.overlap` */
export async function refuseOverlap(tx: Tx, wanted: Effect): Promise<void> {
  const rows = await tx
    .selectFrom('framework_generation')
    .select(['key', 'kind', 'effective_from', 'effective_until'])
    .execute();
  const other = overlapping(
    rows.map((row) => ({ ...row, kind: row.kind as GenerationKind })),
    wanted,
  );
  if (other === null) return;
  const until = other.effective_until === null ? 'with no end' : `until before ${other.effective_until}`;
  throw new Refusal(
    'goals.generation.overlap',
    `${other.key} is in force from ${other.effective_from} ${until}, so a number on some of these days would mean two goals. Change the days of ${other.key} first, or choose others.`,
    { field: 'effective_from' },
  );
}
