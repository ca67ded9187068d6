import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { newId } from '../../../kernel/ids.ts';
import type { LanguageMap } from '../../../kernel/language-map.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Relation } from '../crosswalk.ts';

/** Who writes, and when. */
export interface Writer {
  tx: Tx;
  by: string;
  at: Date;
}

/** The writer of an action. An actor without a person cannot get here: no role that may write is without one. */
export function writerOf({ tx, actor, at }: { tx: Tx; actor: { personId: string | null }; at: Date }): Writer {
  if (actor.personId === null)
    throw new Refusal('access.sign-in', 'Please sign in first; what you entered is still here.');
  return { tx, by: actor.personId, at };
}

/** Tables whose entries count revisions, each with its history and what a person calls an entry. */
const versioned = {
  framework_generation: { history: 'framework_generation_revision', of: 'generation_id', word: 'generation' },
  goal: { history: 'goal_revision', of: 'goal_id', word: 'goal' },
  strand: { history: 'strand_revision', of: 'strand_id', word: 'strand' },
  theme: { history: 'theme_revision', of: 'theme_id', word: 'theme' },
} as const;
export type Versioned = keyof typeof versioned;

/** Values of an entry by column; a text by language is an object, which becomes `jsonb`. */
export type Values = Readonly<Record<string, string | number | boolean | LanguageMap | null>>;

const assigned = (values: Values) =>
  Object.entries(values).map(([column, value]) => ({
    column,
    value: typeof value === 'object' && value !== null ? sql`${JSON.stringify(value)}::jsonb` : sql`${value}`,
  }));

async function remember(
  { tx, by, at }: Writer,
  table: Versioned,
  line: { id: string; revision: number; before: unknown; after: unknown; reason: string },
): Promise<void> {
  const { history, of } = versioned[table];
  const before = line.before === null ? null : JSON.stringify(line.before);
  await sql`insert into ${sql.table(history)} (${sql.ref(of)}, revision, before, after, reason, at, by)
    values (${line.id}, ${line.revision}, ${before}::jsonb, ${JSON.stringify(line.after)}::jsonb, ${line.reason}, ${at}, ${by})`.execute(
    tx,
  );
}

/** Enters an entry with the first line of its history. @returns its id @throws Refusal `goals.….exists` */
export async function enter(writer: Writer, table: Versioned, values: Values, reason: string): Promise<string> {
  const { word } = versioned[table];
  const id = newId(writer.at);
  const columns = assigned(values);
  try {
    await sql`insert into ${sql.table(table)} (id, ${sql.join(columns.map(({ column }) => sql.ref(column)))})
      values (${id}, ${sql.join(columns.map(({ value }) => value))})`.execute(writer.tx);
  } catch (error) {
    if ((error as { code?: string }).code === '23505')
      throw new Refusal(`goals.${word}.exists`, `There is a ${word} of that name already. Change that one instead.`);
    throw error;
  }
  await remember(writer, table, { id, revision: 1, before: null, after: values, reason });
  return id;
}

/**
 * Changes an entry that stands at the revision the person saw, and appends what it was and what it became.
 * @throws Refusal `goals.….not-found`; `goals.….changed` when somebody was quicker; `goals.….state` when nothing would change; `goals.….exists`
 */
export async function change(
  writer: Writer,
  table: Versioned,
  id: string,
  revision: number,
  values: Values,
  reason: string,
): Promise<void> {
  const { word } = versioned[table];
  const { rows } = await sql<{ revision: number; before: Record<string, unknown>; same: boolean }>`
    select t.revision, to_jsonb(t) - array['id', 'key', 'kind', 'generation_id', 'revision'] as before,
      to_jsonb(t) @> ${JSON.stringify(values)}::jsonb as same from ${sql.table(table)} t where id = ${id}`.execute(
    writer.tx,
  );
  const standing = rows[0];
  if (standing === undefined) throw new Refusal(`goals.${word}.not-found`, `There is no such ${word}.`);
  if (standing.revision !== revision) throw changed(word);
  if (standing.same && sameMaps(standing.before, values))
    throw new Refusal(`goals.${word}.state`, 'Nothing is different from what stands; nothing was entered.');
  const set = assigned(values).map(({ column, value }) => sql`${sql.ref(column)} = ${value}`);
  const done = await guarded(word, () =>
    sql`update ${sql.table(table)} set ${sql.join(set)}, revision = ${revision + 1}
      where id = ${id} and revision = ${revision}`.execute(writer.tx),
  );
  if (done.numAffectedRows === 0n) throw changed(word);
  await remember(writer, table, { id, revision: revision + 1, before: standing.before, after: values, reason });
}

const changed = (word: string) =>
  new Refusal(
    `goals.${word}.changed`,
    `Somebody else has changed this ${word} in the meantime. Nothing was overwritten; look at it again.`,
  );

/** A text in fewer languages contains nothing new, yet is a change: languages were taken out. */
function sameMaps(before: Record<string, unknown>, values: Values): boolean {
  return Object.entries(values).every(([column, value]) => {
    const was = before[column] ?? null;
    if (typeof value !== 'object' || value === null || typeof was !== 'object' || was === null)
      return (value ?? null) === was;
    return Object.keys(value).length === Object.keys(was).length;
  });
}

async function guarded<T>(word: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if ((error as { code?: string }).code === '23505')
      throw new Refusal(`goals.${word}.exists`, `There is another ${word} of that name already.`, { field: 'code' });
    throw error;
  }
}

/** @throws Refusal `goals.generation.not-found` */
export async function generationId(tx: Tx, key: string): Promise<string> {
  const row = await tx.selectFrom('framework_generation').select('id').where('key', '=', key).executeTakeFirst();
  if (row === undefined)
    throw new Refusal('goals.generation.not-found', `There is no generation ${key}.`, { field: 'generation' });
  return row.id;
}

/** Id of a goal by its generation and number; `null` when there is none. */
export async function goalId(tx: Tx, generation: string, code: string): Promise<string | null> {
  const row = await tx
    .selectFrom('goal as g')
    .innerJoin('framework_generation as f', 'f.id', 'g.generation_id')
    .select('g.id')
    .where('f.key', '=', generation)
    .where('g.code', '=', code)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Id of a goal written `bp-2019/1`. @throws Refusal `goals.goal.not-found` */
export async function goalNamed(tx: Tx, name: string, field: string): Promise<string> {
  const [generation = '', code = ''] = name.split('/');
  const id = await goalId(tx, generation, code);
  if (id === null) throw new Refusal('goals.goal.not-found', `There is no goal ${name}.`, { field });
  return id;
}

/** Withdraws a crosswalk entry. @throws Refusal `goals.crosswalk.not-found`, `goals.crosswalk.changed` */
export async function withdrawCrosswalk({ tx, by, at }: Writer, id: string, reason: string): Promise<void> {
  const gone = await tx
    .updateTable('goal_crosswalk')
    .set({ withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (gone.numUpdatedRows > 0n) return;
  const row = await tx.selectFrom('goal_crosswalk').select('withdrawn_at').where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Refusal('goals.crosswalk.not-found', 'There is no such crosswalk entry.');
  if (row.withdrawn_at === null) throw new Refusal('access.denied', 'Your role does not allow this for this item.');
  throw new Refusal('goals.crosswalk.changed', 'This entry was withdrawn in the meantime. Look at the goal again.');
}

/** Enters a crosswalk between two goals. @throws Refusal `goals.crosswalk.exists` when there is a standing one, either way round */
export async function insertCrosswalk(
  { tx, by, at }: Writer,
  one: { from: string; to: string; relation: Relation; source: string; note: string | null },
): Promise<string> {
  const id = newId(at);
  try {
    await tx
      .insertInto('goal_crosswalk')
      .values({
        id,
        from_goal_id: one.from,
        to_goal_id: one.to,
        relation: one.relation,
        source: one.source,
        note: one.note,
        recorded_at: at,
        recorded_by: by,
      })
      .execute();
  } catch (error) {
    if ((error as { code?: string }).code === '23505')
      throw new Refusal(
        'goals.crosswalk.exists',
        'These two goals are tied already. Open the goal and replace that entry instead.',
      );
    throw error;
  }
  return id;
}
