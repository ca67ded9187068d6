import { sql } from 'kysely';
import type { Tx } from '../../kernel/action.ts';
import { kept } from '../../kernel/server/db/kept-plans.ts';
import type { Trace, TracedKind } from './knot.ts';

/** What a thread is made of at most; longer ones are shown as far as this, nearest first. */
export const mostKnots = 400;

export interface Node {
  kind: 'outcome' | 'commitment' | 'activity';
  id: string;
}

/** What an id is, as far as the actor may see it; null when it is nothing they may see. */
export async function whatIs(tx: Tx, id: string): Promise<Trace['of'] | null> {
  const { rows } = await sql<{
    kind: TracedKind;
    id: string;
    title: string;
    link: string;
  }>`${kept} select 'outcome' as kind, o.id, o.text as title, '/outcomes/' || o.id as link from outcome o where o.id = ${id}
    union all select 'commitment', c.id, c.title, '/commitments/C-' || c.number from commitment c where c.id = ${id}
    union all select 'activity', a.id, a.title, '/activities/A-' || a.number from activity a where a.id = ${id}
    union all select 'progress', p.id, c.title, '/commitments/C-' || c.number from progress_report p join commitment c on c.id = p.commitment_id where p.id = ${id} and p.withdrawn_at is null
    union all select 'report', r.id, m.title, '/reports/' || r.slug from report r join meeting m on m.id = r.meeting_id where r.id = ${id}
    union all select 'meeting', m.id, m.title, coalesce((select '/reports/' || r.slug from report r where r.meeting_id = m.id order by r.at limit 1), '/reports')
      from meeting m where m.id = ${id}
    union all select 'paragraph', g.id, pv.text, '/reports/' || r.slug || '#p' || g.number from paragraph g join report r on r.id = g.report_id
      join paragraph_version pv on pv.paragraph_id = g.id and pv.version_id = r.version_id where g.id = ${id}
    limit 1`.execute(tx);
  return rows[0] ?? null;
}

/** Where a walk begins. An activity begins with its commitments too; from anywhere else it is an end, because one meeting can serve many. */
const seeds: Readonly<Record<TracedKind, (id: string) => ReturnType<typeof sql>>> = {
  outcome: (id) => sql`select 'outcome', ${id}::uuid`,
  commitment: (id) => sql`select 'commitment', ${id}::uuid`,
  activity: (id) =>
    sql`select 'activity', ${id}::uuid union all select 'commitment', commitment_id from activity_commitment where activity_id = ${id}`,
  progress: (id) => sql`select 'commitment', commitment_id from progress_report where id = ${id}`,
  report: (id) => sql`select 'outcome', id from outcome where report_id = ${id} and state = 'confirmed'`,
  meeting: (
    id,
  ) => sql`select 'outcome', o.id from report r join outcome o on o.report_id = r.id and o.state = 'confirmed' where r.meeting_id = ${id}
    union all select 'activity', a.id from activity a where a.meeting_id = ${id}
    union all select 'commitment', ac.commitment_id from activity a join activity_commitment ac on ac.activity_id = a.id where a.meeting_id = ${id}`,
  paragraph: (id) => sql`select 'outcome', id from outcome where paragraph_id = ${id} and state = 'confirmed'
    union all select 'commitment', p.commitment_id from evidence e join progress_report p on p.id = e.progress_id where e.paragraph_id = ${id}`,
};

/**
 * Everything that hangs together with the beginning, over accepted ties, commitments, activities and what superseded what, in both directions, nearest first.
 * A circle ends by itself: nothing is visited twice. The policies decide what is visited at all.
 */
export async function walk(tx: Tx, of: Trace['of']): Promise<{ nodes: Node[]; bounded: boolean }> {
  const { rows } = await sql<Node>`${kept} with recursive walk(kind, id) as (
      (${seeds[of.kind](of.id)})
      union
      select e.kind, e.id from walk w cross join lateral (
        select 'outcome' as kind, case when t.later_outcome_id = w.id then t.earlier_outcome_id else t.later_outcome_id end as id
          from tie t where w.kind = 'outcome' and (t.later_outcome_id = w.id or t.earlier_outcome_id = w.id) and t.state = 'accepted'
        union all select case when co.outcome_id = w.id then 'commitment' else 'outcome' end, case when co.outcome_id = w.id then co.commitment_id else co.outcome_id end
          from commitment_outcome co where w.kind <> 'activity' and (co.outcome_id = w.id or co.commitment_id = w.id)
        union all select 'activity', ac.activity_id from activity_commitment ac where w.kind = 'commitment' and ac.commitment_id = w.id
        union all select 'commitment', case when c.id = w.id then c.superseded_by_id else c.id end
          from commitment c where w.kind = 'commitment' and (c.id = w.id or c.superseded_by_id = w.id)
      ) e where e.id is not null)
    select kind, id from walk limit ${mostKnots + 1}`.execute(tx);
  return { nodes: rows.slice(0, mostKnots), bounded: rows.length > mostKnots };
}
