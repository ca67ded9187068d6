import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { prepare, type Prepared, type SaidKind } from '../../ties/suggest.ts';

/** An outcome as it is compared, with what decides whether it is. */
export interface Fact {
  said: Prepared;
  confirmed: boolean;
  /** Its report is still with its reviewers: nothing is proposed for it yet. */
  received: boolean;
}

/**
 * Outcomes ready for comparison. Under the Chatham House Rule nobody is named as their source, so that no reason gives one away.
 * @param tx of Redthread itself: others do not see everything.
 */
export async function factsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Fact>> {
  const { rows } = await sql<{
    id: string;
    kind: SaidKind;
    text: string;
    context: string | null;
    day: string | null;
    report: string;
    ordinal: number;
    confirmed: boolean;
    received: boolean;
    by: string[];
    goals: string[];
  }>`select o.id, o.kind, o.text, o.report_id as report, o.start_at as ordinal, o.state = 'confirmed' as confirmed, r.stage = 'received' as received,
      coalesce(m.end_day, m.start_day) as day,
      (select s.title from paragraph_version pv
        join paragraph_version top on top.version_id = pv.version_id and top.path = split_part(pv.path, '.', 1)
        join report_session_paragraph sp on sp.paragraph_id = top.paragraph_id join report_session s on s.id = sp.session_id and s.version_id = pv.version_id
        where pv.version_id = o.version_id and pv.paragraph_id = o.paragraph_id order by s.ordinal limit 1) as context,
      case when m.rule is null and not exists (select from paragraph q where q.id = o.paragraph_id and q.rule is not null) then array(select coalesce(a.party_id, a.body_id)::text from outcome_party a
        where a.outcome_id = o.id and a.role = 'by' and coalesce(a.party_id, a.body_id) is not null order by a.ordinal) else '{}' end as by,
      array(select g.goal_id::text from outcome_goal g where g.outcome_id = o.id and g.goal_id is not null order by g.number) as goals
    from outcome o join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id where o.id = any (${ids}::uuid[])`.execute(
    tx,
  );
  return new Map(
    rows.map(({ confirmed, received, context, ...said }) => [
      said.id,
      { said: prepare({ ...said, context: withoutModerator(context ?? '') }), confirmed, received },
    ]),
  );
}

/** The title of a session without who moderated it: that names a person's task, not an object. */
const withoutModerator = (title: string): string =>
  title.replace(/\b(?:co-)?(?:moderated|chaired|led|facilitated)\s+by\b.*$/i, '');
