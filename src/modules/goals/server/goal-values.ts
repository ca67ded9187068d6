import type { z } from 'zod';
import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { goalAdd } from '../forms.ts';
import { goalId, type Values } from './write.ts';

type Given = Pick<z.output<typeof goalAdd>, 'code' | 'ordinal' | 'parent' | 'title' | 'text' | 'source'>;

/** The columns of a goal from a form: without a place it takes the one of its number, or the next. @throws Refusal `goals.goal.not-found` for the goal above it */
export async function goalValues(tx: Tx, generation: string, given: Given): Promise<Values> {
  const parent_id = given.parent === null ? null : await goalId(tx, generation, given.parent);
  if (given.parent !== null && parent_id === null)
    throw new Refusal('goals.goal.not-found', `${generation} has no goal ${given.parent} to put this one under.`, {
      field: 'parent',
    });
  const ordinal = given.ordinal ?? (await nextPlace(tx, generation));
  return { parent_id, code: given.code, ordinal, title: given.title, text: given.text, source: given.source };
}

async function nextPlace(tx: Tx, generation: string): Promise<number> {
  const { last } = await tx
    .selectFrom('goal as g')
    .innerJoin('framework_generation as f', 'f.id', 'g.generation_id')
    .select(({ fn }) => fn.max('g.ordinal').as('last'))
    .where('f.key', '=', generation)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
