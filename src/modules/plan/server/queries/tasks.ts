import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { inLanguage, type LanguageMap } from '../../../../kernel/language-map.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import { reminderAt, type Reminder } from '../../cycle.ts';
import { dayOf, hasLeft } from '../cycles.ts';
import { cyclePage } from './cycles.ts';
import type { NextStep } from '../../cycle.ts';

/** What a plan cycle asks of the person who looks, for their Today page and for reminders. */
export interface PlanTask {
  /** `input`: write and submit the input of `party`. `comment`: comment on version `version` for `party`. `lead`: the Secretariat's next step. `endorse`: the chair's. */
  kind: 'input' | 'comment' | 'lead' | 'endorse';
  /** Address of the page where it is done. */
  path: string;
  slug: string;
  /** Title of the plan. */
  title: string;
  party: { key: string; name: string } | null;
  version: number | null;
  due: Date | null;
  zone: string;
  /** Which reminder is due by the clock; null when there is no deadline, or it is far off. */
  reminder: Reminder | null;
  /** For kind `lead`. */
  next: NextStep | null;
}

interface TaskRow {
  id: string;
  slug: string;
  title: LanguageMap;
  zone: string;
  due: Date;
  key: string;
  name: string;
  version: number;
}

/**
 * What the open plan cycles ask of whoever is asking, the soonest deadline first. A party that has left the body, or may no longer submit, is asked nothing.
 * @param at the moment of the question.
 */
export async function openPlanTasks(tx: Tx, at: Date, language = 'en'): Promise<PlanTask[]> {
  const tasks: PlanTask[] = [
    ...(await inputTasks(tx, at, language)),
    ...(await commentTasks(tx, at, language)),
    ...(await leadTasks(tx, at, language)),
  ];
  return tasks.sort((a, b) => (a.due?.getTime() ?? Infinity) - (b.due?.getTime() ?? Infinity));
}

async function inputTasks(tx: Tx, at: Date, language: string): Promise<PlanTask[]> {
  const { rows } = await sql<TaskRow>`
    select c.id, c.slug, c.title, c.zone, c.inputs_due as due, p.key, coalesce(${nameOn('p.id', 'null::uuid', 'null::date', language)}, p.key) as name
    from plan_cycle c join plan_party a on a.cycle_id = c.id join party p on p.id = a.party_id
    where c.stage in ('inputs', 'draft') and (c.inputs_due >= ${at} or c.late_inputs) and a.party_id = any (app_writes_for())
      and not exists (select from plan_input i where i.cycle_id = c.id and i.party_id = a.party_id and i.state = 'submitted')
      and not ${hasLeft('a.party_id', dayOf(at))}`.execute(tx);
  return rows.map((row) => taskOf('input', row, `/plan/${row.slug}/inputs/${row.key}`, at, language));
}

async function commentTasks(tx: Tx, at: Date, language: string): Promise<PlanTask[]> {
  const { rows } = await sql<TaskRow>`
    select c.id, c.slug, c.title, c.zone, c.comments_due as due, p.key, coalesce(${nameOn('p.id', 'null::uuid', 'null::date', language)}, p.key) as name, v.n as version
    from plan_cycle c join plan_party a on a.cycle_id = c.id join party p on p.id = a.party_id
      join lateral (select w.id, w.n from plan_version w where w.cycle_id = c.id order by w.n desc limit 1) v on true
    where c.stage = 'comments' and c.comments_due >= ${at} and a.party_id = any (app_focal_parties())
      and not exists (select from plan_comment k where k.version_id = v.id and k.party_id = a.party_id)
      and not ${hasLeft('a.party_id', dayOf(at))}`.execute(tx);
  return rows.map((row) => taskOf('comment', row, `/plan/${row.slug}/versions/${row.version}`, at, language));
}

/** The next steps of those who lead: the Secretariat in every open cycle, the chair where a version waits for endorsement. */
async function leadTasks(tx: Tx, at: Date, language: string): Promise<PlanTask[]> {
  const { rows } = await sql<{ slug: string; chair: boolean }>`
    select c.slug, not app_is_staff() as chair from plan_cycle c
    where c.stage <> 'endorsed' and (app_is_staff() or c.stage = 'revised' and c.body_id = any (app_bodies()))`.execute(
    tx,
  );
  const tasks: PlanTask[] = [];
  for (const { slug, chair } of rows) {
    const { cycle, next, versions } = (await cyclePage(tx, slug, language, at))!;
    if (chair ? next !== 'endorse' : next === 'await-inputs' || next === 'await-comments') continue;
    tasks.push({
      kind: chair ? 'endorse' : 'lead',
      path: `/plan/${slug}`,
      slug,
      title: cycle.title.text,
      party: null,
      version: versions[0]?.n ?? null,
      due: null,
      zone: cycle.zone,
      reminder: null,
      next,
    });
  }
  return tasks;
}

function taskOf(kind: 'input' | 'comment', row: TaskRow, path: string, at: Date, language: string): PlanTask {
  return {
    kind,
    path,
    slug: row.slug,
    title: inLanguage(row.title, language).text,
    party: { key: row.key, name: row.name },
    version: row.version ?? null,
    due: row.due,
    zone: row.zone,
    reminder: reminderAt(row.due, at),
    next: null,
  };
}
