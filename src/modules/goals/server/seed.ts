import type { LanguageMap } from '../../../kernel/language-map.ts';
import { seedCrosswalks } from './seed-crosswalks.ts';
import { seedGenerations, seedStrands, seedThemes } from './seed-frameworks.ts';
import { enter, goalId, insertCrosswalk, type Writer } from './write.ts';

/** Raised when the seed brings what earlier installations lack. */
export const seedVersion = '1';
const reason = `seed ${seedVersion}`;

async function seedFrameworks(writer: Writer): Promise<{ generations: number; goals: number }> {
  const { tx } = writer;
  const known = await tx.selectFrom('framework_generation').select(['key', 'id']).execute();
  const had = new Map(known.map(({ key, id }) => [key, id]));
  let goals = 0;
  for (const { goals: list, ...generation } of seedGenerations) {
    const generation_id = had.get(generation.key) ?? (await enter(writer, 'framework_generation', generation, reason));
    const there = await tx.selectFrom('goal').select('code').where('generation_id', '=', generation_id).execute();
    const codes = new Set(there.map(({ code }) => code));
    for (const [index, { code, title }] of list.entries()) {
      if (codes.has(code)) continue;
      const values = { generation_id, parent_id: null, code, ordinal: index + 1, title, text: null };
      await enter(writer, 'goal', { ...values, source: generation.source }, reason);
      goals += 1;
    }
  }
  return { generations: seedGenerations.filter(({ key }) => !had.has(key)).length, goals };
}

/** Pairs that somebody has decided about, standing or withdrawn, are left alone. */
async function seedAllCrosswalks(writer: Writer): Promise<number> {
  const rows = await writer.tx.selectFrom('goal_crosswalk').select(['from_goal_id', 'to_goal_id']).execute();
  const pairs = new Set(rows.flatMap(({ from_goal_id: a, to_goal_id: b }) => [`${a} ${b}`, `${b} ${a}`]));
  let entered = 0;
  for (const one of seedCrosswalks) {
    const [from, to] = [await goalId(writer.tx, ...one.from), await goalId(writer.tx, ...one.to)];
    if (from === null || to === null || pairs.has(`${from} ${to}`)) continue;
    await insertCrosswalk(writer, { from, to, relation: one.relation, source: one.source, note: one.note });
    entered += 1;
  }
  return entered;
}

async function seedSorts(
  writer: Writer,
  table: 'strand' | 'theme',
  entries: readonly { key: string; title: LanguageMap }[],
): Promise<void> {
  const had = new Set((await writer.tx.selectFrom(table).select('key').execute()).map(({ key }) => key));
  for (const [index, entry] of entries.entries())
    if (!had.has(entry.key)) await enter(writer, table, { ...entry, ordinal: index + 1 }, reason);
}

/** Enters what is missing of the frameworks that every installation starts with. */
export async function seedAll(writer: Writer): Promise<{ generations: number; goals: number; crosswalks: number }> {
  const entered = await seedFrameworks(writer);
  const crosswalks = await seedAllCrosswalks(writer);
  await seedSorts(writer, 'strand', seedStrands);
  await seedSorts(writer, 'theme', seedThemes);
  await writer.tx
    .insertInto('setting')
    .values({ name: 'goals.seed', value: seedVersion })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: seedVersion }))
    .execute();
  return { ...entered, crosswalks };
}
