import { sql } from 'kysely';
import type { Tx } from '../kernel/action.ts';
import { momentOf, type AsOfMoment } from './commitment-lines.ts';

/** A commitment as far as a link to it says: C-12, what it is, how it stands. */
export interface CommitmentLink {
  id: string;
  number: number;
  title: string;
  language: string;
  state: 'open' | 'completed' | 'superseded' | 'withdrawn';
}

/** A later outcome that an accepted tie leads to. */
export interface LaterOutcome {
  id: string;
  /** What the later one does: repeats, follows, fulfils, supersedes, matches. */
  kind: 'repeats' | 'follows' | 'fulfils' | 'supersedes' | 'matches';
  /** Day of its meeting. */
  day: string | null;
}

/** What an outcome has led to, as far as the actor may see it. */
export interface Became {
  /** Commitments it raised. */
  commitments: CommitmentLink[];
  /** Later outcomes a person has tied to it. */
  later: LaterOutcome[];
  /** Earlier requests that it, an offer, was matched with; or an earlier offer, when it is a request. */
  matched: number;
}

const nothing: Became = { commitments: [], later: [], matched: 0 };

/** What became of each of these outcomes by the moment. An id that led to nothing is answered with empty lists. */
export async function whatBecame(tx: Tx, outcomes: readonly string[], as: AsOfMoment): Promise<(id: string) => Became> {
  const found = new Map<string, Became>();
  const of = (id: string): Became => {
    const became = found.get(id) ?? { commitments: [], later: [], matched: 0 };
    found.set(id, became);
    return became;
  };
  const raised = await sql<{ outcome: string } & CommitmentLink>`
    select co.outcome_id as outcome, c.id, c.number, c.title, c.language, c.state from commitment_outcome co join commitment c on c.id = co.commitment_id
    where co.outcome_id = any (${outcomes}::uuid[]) and co.at <= ${as.known} and c.raised_at <= ${momentOf(as)} order by c.number`.execute(
    tx,
  );
  for (const { outcome, ...commitment } of raised.rows) of(outcome).commitments.push(commitment);
  const tied = await sql<{ outcome: string } & LaterOutcome>`
    select t.earlier_outcome_id as outcome, t.later_outcome_id as id, t.kind, m.start_day as day
    from tie t join outcome o on o.id = t.later_outcome_id join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id
    where t.earlier_outcome_id = any (${outcomes}::uuid[]) and t.state = 'accepted' and t.decided_at <= ${as.known} and m.start_day <= ${as.on} order by m.start_day, o.id`.execute(
    tx,
  );
  for (const { outcome, ...later } of tied.rows) of(outcome).later.push(later);
  const matched = await sql<{ outcome: string }>`
    select t.later_outcome_id as outcome from tie t join outcome o on o.id = t.earlier_outcome_id
    where t.later_outcome_id = any (${outcomes}::uuid[]) and t.kind = 'matches' and t.state = 'accepted' and t.decided_at <= ${as.known}`.execute(
    tx,
  );
  for (const { outcome } of matched.rows) of(outcome).matched += 1;
  return (id) => found.get(id) ?? nothing;
}
