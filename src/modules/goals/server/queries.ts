import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import type { LanguageMap } from '../../../kernel/language-map.ts';
import { fromOtherSide, type Relation } from '../crosswalk.ts';
import type { GenerationKind } from '../generation.ts';

export interface Goal {
  id: string;
  code: string;
  ordinal: number;
  /** Number of the goal it belongs under; null for a goal itself. */
  parent: string | null;
  title: LanguageMap;
  text: LanguageMap | null;
  source: string;
  revision: number;
}

export interface Generation {
  id: string;
  key: string;
  kind: GenerationKind;
  title: LanguageMap;
  adopted_on: string;
  effective_from: string;
  effective_until: string | null;
  source: string;
  note: string | null;
  revision: number;
  goals: Goal[];
}

/** A strand or a theme. `horizontal` is null for a strand. */
export interface Sort {
  key: string;
  ordinal: number;
  horizontal: boolean | null;
  title: LanguageMap;
  used_from: string | null;
  used_until: string | null;
  source: string;
  revision: number;
}

/** All generations with their goals: the dialogue's own in their order in time, then those of the world. */
export async function listGenerations(tx: Tx): Promise<Generation[]> {
  const { rows } = await sql<Generation>`
    select f.id, f.key, f.kind, f.title, f.adopted_on, f.effective_from, f.effective_until, f.source, f.note, f.revision,
      coalesce((select json_agg(json_build_object('id', g.id, 'code', g.code, 'ordinal', g.ordinal, 'parent', up.code, 'title', g.title, 'text', g.text,
        'source', g.source, 'revision', g.revision) order by g.ordinal, g.code)
        from goal g left join goal up on up.id = g.parent_id where g.generation_id = f.id), '[]') as goals
    from framework_generation f order by f.kind, f.effective_from, f.key`.execute(tx);
  return rows;
}

/** Strands and themes in their order. */
export async function listSorts(tx: Tx): Promise<{ strands: Sort[]; themes: Sort[] }> {
  const strands =
    await sql<Sort>`select key, ordinal, null::boolean as horizontal, title, used_from, used_until, source, revision
    from strand order by ordinal, key`.execute(tx);
  const themes = await sql<Sort>`select key, ordinal, horizontal, title, used_from, used_until, source, revision
    from theme order by ordinal, key`.execute(tx);
  return { strands: strands.rows, themes: themes.rows };
}

/** A crosswalk entry as read from one of its two goals. */
export interface CrosswalkLine {
  id: string;
  relation: Relation;
  /** The goal at the other end. */
  generation: string;
  generationTitle: LanguageMap;
  code: string;
  title: LanguageMap;
  source: string;
  note: string | null;
  withdrawn: { at: Date; reason: string } | null;
}

/** One change of a goal, newest first. */
export interface HistoryLine {
  revision: number;
  /** Null for those who may not see who. */
  who: string | null;
  at: Date;
  reason: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown>;
}

export interface GoalPage {
  generation: Omit<Generation, 'goals'>;
  goal: Goal;
  parent: { code: string; title: LanguageMap } | null;
  /** Goals under it. */
  parts: { code: string; title: LanguageMap }[];
  /** What stands today, by generation of the other end. */
  crosswalk: CrosswalkLine[];
  withdrawn: CrosswalkLine[];
  history: HistoryLine[];
}

/** A goal with everything that is said of it here, or null when there is none. */
export async function goalPage(tx: Tx, generation: string, code: string): Promise<GoalPage | null> {
  const all = await listGenerations(tx);
  const found = all.find(({ key }) => key === generation);
  const goal = found?.goals.find((one) => one.code === code);
  if (found === undefined || goal === undefined) return null;
  const { goals, ...rest } = found;
  const crosswalk = await crosswalkOf(tx, goal.id);
  const above = goals.find((one) => one.code === goal.parent);
  return {
    generation: rest,
    goal,
    parent: above === undefined ? null : { code: above.code, title: above.title },
    parts: goals.filter((one) => one.parent === goal.code).map(({ code, title }) => ({ code, title })),
    crosswalk: crosswalk.filter((line) => line.withdrawn === null),
    withdrawn: crosswalk.filter((line) => line.withdrawn !== null),
    history: await historyOf(tx, goal.id),
  };
}

async function crosswalkOf(tx: Tx, goal: string): Promise<CrosswalkLine[]> {
  const { rows } = await sql<Omit<CrosswalkLine, 'withdrawn'> & { turned: boolean; at: Date | null; reason: string }>`
    select c.id, c.relation, c.from_goal_id <> ${goal} as turned, f.key as generation, f.title as "generationTitle", g.code, g.title,
      c.source, c.note, c.withdrawn_at as at, c.withdrawn_reason as reason
    from goal_crosswalk c
    join goal g on g.id = case when c.from_goal_id = ${goal} then c.to_goal_id else c.from_goal_id end
    join framework_generation f on f.id = g.generation_id
    where ${goal} in (c.from_goal_id, c.to_goal_id)
    order by f.kind, f.effective_from, g.ordinal, c.recorded_at`.execute(tx);
  return rows.map(({ turned, at, reason, relation, ...line }) => ({
    ...line,
    relation: turned ? fromOtherSide(relation) : relation,
    withdrawn: at === null ? null : { at, reason },
  }));
}

async function historyOf(tx: Tx, goal: string): Promise<HistoryLine[]> {
  const { rows } = await sql<HistoryLine>`
    select v.revision, p.name as who, v.at, v.reason, v.before, v.after from goal_revision v left join person p on p.id = v.by
    where v.goal_id = ${goal} order by v.revision desc`.execute(tx);
  return rows;
}

/** Ties between goals of two generations that stand today, for comparing and exporting. */
export async function standingCrosswalks(
  tx: Tx,
): Promise<{ entry: string; from: string; to: string; relation: Relation; source: string; note: string | null }[]> {
  const { rows } = await sql<Awaited<ReturnType<typeof standingCrosswalks>>[number]>`
    select c.id as entry, f1.key || '/' || g1.code as "from", f2.key || '/' || g2.code as "to", c.relation, c.source, c.note
    from goal_crosswalk c
    join goal g1 on g1.id = c.from_goal_id join framework_generation f1 on f1.id = g1.generation_id
    join goal g2 on g2.id = c.to_goal_id join framework_generation f2 on f2.id = g2.generation_id
    where c.withdrawn_at is null
    order by f1.kind, f1.effective_from, g1.ordinal, f2.kind, f2.effective_from, g2.ordinal`.execute(tx);
  return rows;
}
