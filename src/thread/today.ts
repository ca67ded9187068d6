import { sql } from 'kysely';
import type { Tx } from '../kernel/action.ts';
import { nameOn } from '../kernel/server/name-on.ts';
import { dayIn } from '../kernel/wall-clock.ts';
import { openDelegationTasks, type DelegationTask } from '../modules/delegations/server/index.ts';
import { openDraftTasks, type DraftTask } from '../modules/drafting/server/index.ts';
import { openTasks, type TaskKind } from '../modules/followup/server/index.ts';
import { openMeetingTasks, type MeetingTask } from '../modules/meetings/server/index.ts';
import { openPlanTasks, type PlanTask } from '../modules/plan/server/index.ts';

/** The one next step of a task. */
export type TodayStep = TaskKind | PlanTask['kind'] | MeetingTask['kind'] | DelegationTask['kind'] | DraftTask['kind'];

export interface TodayTask {
  step: TodayStep;
  /** Address of the page where it is done, without language. */
  path: string;
  title: string;
  /** BCP 47 language of the title, where it is known. */
  language: string | null;
  /** Whose task it is; null for a step of the Secretariat or the chair. */
  mine: string | null;
  /** Who asks, or whose claim it is. */
  other: string | null;
  /** Last day, ISO; null when none was named. */
  by: string | null;
  late: boolean;
}

/** What somebody else has taken on towards the person's own party. */
export interface OwedToMe {
  number: number;
  title: string;
  language: string;
  by: string | null;
  late: boolean;
  owners: string[];
}

export interface Today {
  /** What the delegation is asked for, overdue first, then by day. */
  asked: TodayTask[];
  /** What waits for the person's confirmation or next step. */
  waiting: TodayTask[];
  owed: OwedToMe[];
  /** How many there are in all. */
  owedTotal: number;
}

/** Rows of what is owed that Today shows; the rest is one link away. */
const owedShown = 8;
const mostAsked = 100;

const waits: readonly TodayStep[] = ['confirm', 'lead', 'endorse', 'meeting', 'approve-delegation', 'report'];
/** What comes first when two tasks have the same day. */
const order: readonly TodayStep[] = [
  'overdue',
  'update-asked',
  'attend',
  'delegate',
  'silence',
  'input',
  'comment',
  'comment-report',
  'due-soon',
  'answer',
  'respond',
  'confirm',
  'endorse',
  'approve-delegation',
  'meeting',
  'report',
  'lead',
];

/**
 * What today asks of the person who looks: first of their delegation, with the one next step of each; then what waits for them; then what
 * is owed to them. Everything by their rights.
 * @param at the moment of looking; days of commitments are counted in universal time, deadlines of a plan on their own clock.
 */
export async function todayOf(tx: Tx, at: Date, language: string): Promise<Today> {
  const today = at.toISOString().slice(0, 10);
  const followup = await openTasks(tx, at, language, mostAsked);
  const plan = await openPlanTasks(tx, at, language);
  const meetings = await openMeetingTasks(tx, at, language);
  const delegations = await openDelegationTasks(tx, at, language);
  const drafts = await openDraftTasks(tx, at, language);
  const tasks: TodayTask[] = [
    ...followup.map(({ kind, path, title, language: of, mine, other, by }) => ({
      step: kind,
      path,
      title,
      language: of,
      mine: mine.name,
      other,
      by,
      late: by !== null && by < today,
    })),
    ...[...plan, ...meetings, ...delegations, ...drafts].map(({ kind, path, title, party, due, zone }) => ({
      step: kind,
      path,
      title,
      language: null,
      mine: waits.includes(kind) ? null : (party?.name ?? null),
      other: waits.includes(kind) ? (party?.name ?? null) : null,
      by: due && dayIn(due, zone),
      late: due !== null && due < at,
    })),
  ].toSorted(pressingFirst);
  return {
    asked: tasks.filter(({ step }) => !waits.includes(step)),
    waiting: tasks.filter(({ step }) => waits.includes(step)),
    ...(await owedToMe(tx, today, language)),
  };
}

/** Late ones first, then by day, those without a day last. */
function pressingFirst(a: TodayTask, b: TodayTask): number {
  return (
    Number(b.late) - Number(a.late) ||
    (a.by ?? '9999').localeCompare(b.by ?? '9999') ||
    order.indexOf(a.step) - order.indexOf(b.step) ||
    a.title.localeCompare(b.title)
  );
}

async function owedToMe(tx: Tx, today: string, language: string): Promise<Pick<Today, 'owed' | 'owedTotal'>> {
  const { rows } = await sql<OwedToMe & { total: number }>`
    with mine as materialized (
      select distinct a.commitment_id from commitment_addressee a where a.party_id = any ((select app_parties())::uuid[]) or a.body_id = any ((select app_bodies())::uuid[])),
    chosen as (
      select c.id, c.number, c.title, c.language, c.due_until, count(*) over () as total from commitment c join mine on mine.commitment_id = c.id
      where c.state = 'open' and exists (select from commitment_owner o where o.commitment_id = c.id and o.state in ('asked', 'accepted', 'claimed')
        and not coalesce(o.party_id = any ((select app_parties())::uuid[]), false) and not coalesce(o.body_id = any ((select app_bodies())::uuid[]), false))
      order by c.due_until nulls last, c.number limit ${owedShown})
    select k.number, k.title, k.language, k.due_until as by, coalesce(k.due_until < ${today}::date, false) as late, k.total,
      array(select coalesce(${nameOn('o.party_id', 'o.body_id', 'null::date', language)}, '') from commitment_owner o where o.commitment_id = k.id and o.state in ('asked', 'accepted', 'claimed') order by o.ordinal) as owners
    from chosen k order by k.due_until nulls last, k.number`.execute(tx);
  return { owed: rows.map(({ total: _, ...row }) => row), owedTotal: rows[0]?.total ?? 0 };
}
