import type { Tx } from '../../../kernel/action.ts';
import type { Delivery, NoticeKind } from '../kinds.ts';

/** Writes one choice of a person, over the earlier one. */
export async function chooseDelivery(tx: Tx, person: string, kind: NoticeKind, delivery: Delivery, at: Date) {
  await tx
    .insertInto('notice_choice')
    .values({ person_id: person, kind, delivery, at })
    .onConflict((c) => c.columns(['person_id', 'kind']).doUpdateSet({ delivery, at }))
    .execute();
}
