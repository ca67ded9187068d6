import { createHash } from 'node:crypto';
import type { Tx } from '../../../kernel/action.ts';
import { languages } from '../../../kernel/language-map.ts';
import { compareSheet, type PreviewLine, type Standing, type StandingGoal } from '../compare.ts';
import { readSheet, writeCsv, writeJson, type SheetTable } from '../sheet.ts';
import { goalValues } from './goal-values.ts';
import { listGenerations, standingCrosswalks } from './queries.ts';
import { change, enter, generationId, goalNamed, insertCrosswalk, withdrawCrosswalk, type Writer } from './write.ts';

export interface ImportPreview {
  lines: PreviewLine[];
  counts: Record<PreviewLine['status'], number>;
  /** SHA-256 of what would be done; the second step is held to it. */
  digest: string;
}

async function standing(tx: Tx): Promise<Standing> {
  const generations = await listGenerations(tx);
  const goals: StandingGoal[] = generations.flatMap(({ key, goals }) =>
    goals.map((goal) => ({ ...goal, generation: key })),
  );
  return { generations: new Set(generations.map(({ key }) => key)), goals, crosswalks: await standingCrosswalks(tx) };
}

/** What a file would do to the goals as they stand. Writes nothing. */
export async function previewImport(tx: Tx, content: string, format: 'csv' | 'json'): Promise<ImportPreview> {
  const lines = compareSheet(readSheet(content, format), await standing(tx));
  const counts = { new: 0, changed: 0, same: 0, error: 0 };
  for (const line of lines) counts[line.status] += 1;
  return { lines, counts, digest: createHash('sha256').update(JSON.stringify(lines)).digest('hex') };
}

/** Does what a preview showed for one row. */
export async function applyLine(writer: Writer, { plan }: PreviewLine): Promise<void> {
  if (plan === null) return;
  const { tx } = writer;
  if (plan.table === 'goals') {
    const { input, standing } = plan;
    const values = await goalValues(tx, input.generation, input);
    if (standing) await change(writer, 'goal', standing.goal, standing.revision, values, input.reason);
    else
      await enter(writer, 'goal', { generation_id: await generationId(tx, input.generation), ...values }, input.reason);
    return;
  }
  const { input } = plan;
  if (input.replaces !== null) await withdrawCrosswalk(writer, input.replaces, 'replaced by an imported file');
  const ids = { from: await goalNamed(tx, input.from, 'from'), to: await goalNamed(tx, input.to, 'to') };
  await insertCrosswalk(writer, { ...ids, relation: input.relation, source: input.source, note: input.note });
}

async function tables(tx: Tx): Promise<Record<SheetTable, Record<string, string | null>[]>> {
  const { goals, crosswalks } = await standing(tx);
  return {
    goals: goals.map((goal) => ({
      generation: goal.generation,
      code: goal.code,
      ordinal: String(goal.ordinal),
      parent: goal.parent,
      ...Object.fromEntries(languages.map((language) => [`title_${language}`, goal.title[language] ?? null])),
      ...Object.fromEntries(languages.map((language) => [`text_${language}`, goal.text?.[language] ?? null])),
      source: goal.source,
    })),
    crosswalks: crosswalks.map(({ from, to, relation, source, note }) => ({ from, to, relation, source, note })),
  };
}

/** One table as CSV. Reads back as “same” in every row. */
export async function exportGoalsCsv(tx: Tx, table: SheetTable): Promise<string> {
  return writeCsv(table, (await tables(tx))[table]);
}

/** Goals and crosswalks as one JSON file, format `redthread-goals/1`. Reads back as “same” in every row. */
export async function exportGoalsJson(tx: Tx): Promise<string> {
  return writeJson(await tables(tx));
}
