import { sql } from 'kysely';
import type { Tx } from '../kernel/action.ts';
import { outcomeFilter } from '../modules/records/forms.ts';
import { listOutcomes, type ListedOutcomeRow } from '../modules/records/server/index.ts';
import { amongGoals, goalsAsked } from './outcomes-of-goals.ts';

/** A commitment in short. */
export interface CommitmentLine {
  number: number;
  title: string;
  language: string;
  state: string;
  due_until: string | null;
  heard_on: string | null;
}
/** What was said and promised under a goal, as far as the asker may see: the newest, and how much there is. */
export interface GoalThreads {
  outcomes: { rows: ListedOutcomeRow[]; total: number; through: number };
  commitments: { rows: CommitmentLine[]; total: number };
}

const shown = 8;

/** Outcomes that meant this goal on the day of their meeting, how many more are read as it through a crosswalk, and commitments under it. */
export async function goalThreads(
  tx: Tx,
  goal: { id: string; generation: string; code: string },
  today: string,
  language: string,
): Promise<GoalThreads> {
  const list = (through: boolean, size: number) => {
    const filter = outcomeFilter.parse({});
    const { among } = amongGoals(goalsAsked.parse({ generation: goal.generation, through }), filter, today, goal.code);
    return listOutcomes(tx, filter, language, size, among);
  };
  const own = await list(false, shown);
  const all = await list(true, 1);
  const { rows } = await sql<CommitmentLine & { total: number }>`
    select c.number, c.title, c.language, c.state, c.due_until, h.heard_on, count(*) over ()::int as total
    from commitment c join commitment_goal g on g.commitment_id = c.id
    left join (select commitment_id, max(heard_on) as heard_on from commitment_heard group by 1) h on h.commitment_id = c.id
    where g.goal_id = ${goal.id} order by (c.state = 'open') desc, h.heard_on desc nulls last, c.number desc limit ${shown}`.execute(
    tx,
  );
  return {
    outcomes: { rows: own.rows, total: own.total, through: all.total - own.total },
    commitments: { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 },
  };
}
