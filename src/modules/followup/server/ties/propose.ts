import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { systemId } from '../../../../kernel/actor.ts';
import { newId } from '../../../../kernel/ids.ts';
import { suggestTies, type Prepared, type Reason, type Suggestion } from '../../ties/suggest.ts';
import { candidatesOf, comparedOutcomes, rarityOf } from './candidates.ts';
import { factsOf, type Fact } from './facts.ts';

/** Suggestions a person is shown for one outcome, to earlier outcomes and to commitments each. */
const most = 3;

interface Proposal {
  later: string;
  report: string;
  earlier: string | null;
  commitment: string | null;
  rank: number;
  suggestion: Suggestion;
}

/**
 * Proposes ties for outcomes of checked reports: the best three to earlier outcomes and to commitments each. What nobody has decided about is replaced; what
 * somebody has decided stays, and is not proposed again.
 * @param fresh outcomes that are new to the index: later outcomes they are like look again because of them.
 * @returns the outcomes that have a proposal now, and how many there are.
 */
export async function proposeTies(
  tx: Tx,
  facts: ReadonlyMap<string, Fact>,
  fresh: readonly string[],
  at: Date,
): Promise<{ outcomes: string[]; proposed: number }> {
  const sources = [...facts.values()].filter(({ confirmed }) => confirmed).map(({ said }) => said);
  if (sources.length === 0) return { outcomes: [], proposed: 0 };
  const among = await comparedOutcomes(tx);
  const around = await candidatesOf(tx, sources, await rarityOf(tx, sources, among));
  const again = [...new Set(fresh.flatMap((id) => around.later.get(id) ?? []))].filter((id) => !facts.has(id));
  const all = new Map([...facts, ...(again.length === 0 ? [] : await factsOf(tx, again))]);
  const asking = [...all.values()].filter(({ confirmed, received }) => confirmed && !received).map(({ said }) => said);
  if (asking.length === 0) return { outcomes: [], proposed: 0 };
  const second = asking.filter(({ id }) => again.includes(id));
  const more = second.length === 0 ? null : await candidatesOf(tx, second, await rarityOf(tx, second, among));
  const earlier = new Map([...around.earlier, ...(more?.earlier ?? [])]);
  const missing = [...new Set([...earlier.values()].flat())].filter((id) => !all.has(id));
  const compared = new Map([...all, ...(await factsOf(tx, missing))]);
  const rarity = await rarityOf(
    tx,
    [...compared.values()].map(({ said }) => said),
    among,
  );
  const found = new Map(
    asking.map((said) => [said.id, suggestTies(said, saidOf(compared, earlier.get(said.id) ?? []), rarity, most * 4)]),
  );
  const proposals = await proposalsOf(tx, asking, found);
  await writeProposals(tx, asking, proposals, at);
  return { outcomes: asking.map(({ id }) => id), proposed: proposals.length };
}

/** Confirmed ones of reports that are no longer with their reviewers alone, or of the same report. */
const saidOf = (facts: ReadonlyMap<string, Fact>, ids: readonly string[]): Prepared[] =>
  ids.flatMap((id) => {
    const fact = facts.get(id);
    return fact?.confirmed ? [fact.said] : [];
  });

async function proposalsOf(
  tx: Tx,
  asking: readonly Prepared[],
  found: ReadonlyMap<string, Suggestion[]>,
): Promise<Proposal[]> {
  const ends = [...new Set([...found.values()].flat().map(({ to }) => to))];
  const { rows: raising } = await sql<{ outcome: string; commitment: string }>`
    select co.outcome_id as outcome, co.commitment_id as commitment from commitment_outcome co join commitment c on c.id = co.commitment_id
    where c.state not in ('withdrawn', 'superseded') and co.outcome_id = any (${[...ends, ...found.keys()]}::uuid[])`.execute(
    tx,
  );
  const raised = Map.groupBy(raising, ({ outcome }) => outcome);
  const commitmentsOf = (outcome: string) => (raised.get(outcome) ?? []).map(({ commitment }) => commitment);
  return asking.flatMap(({ id, report }) => {
    const suggestions = found.get(id)!;
    const member = commitmentsOf(id);
    const toOutcomes = suggestions.slice(0, most).map((suggestion, i) => ({
      later: id,
      report,
      earlier: suggestion.to,
      commitment: null,
      rank: i + 1,
      suggestion,
    }));
    const best = new Map<string, Suggestion>();
    for (const suggestion of suggestions)
      for (const commitment of commitmentsOf(suggestion.to))
        if (!best.has(commitment) && !member.includes(commitment)) best.set(commitment, suggestion);
    const toCommitments = [...best].slice(0, most).map(([commitment, suggestion], i) => ({
      later: id,
      report,
      earlier: null,
      commitment,
      rank: i + 1,
      suggestion,
    }));
    return [...toOutcomes, ...toCommitments];
  });
}

async function writeProposals(tx: Tx, asking: readonly Prepared[], proposals: readonly Proposal[], at: Date) {
  await sql`delete from tie where later_outcome_id = any (${asking.map(({ id }) => id)}::uuid[]) and state = 'proposed' and revision = 1
    and proposed_by = ${systemId}`.execute(tx);
  const { rows: decided } = await sql<{ later: string; other: string }>`
    select later_outcome_id as later, coalesce(earlier_outcome_id, commitment_id) as other from tie
    where later_outcome_id = any (${asking.map(({ id }) => id)}::uuid[])`.execute(tx);
  const known = new Set(decided.map(({ later, other }) => `${later} ${other}`));
  const rows = proposals
    .filter(({ later, earlier, commitment }) => !known.has(`${later} ${earlier ?? commitment}`))
    .map((proposal) => ({ id: newId(at), ...proposal }));
  if (rows.length === 0) return;
  const ties = rows.map(({ id, later, report, earlier, commitment, rank, suggestion: { kind, score } }) => ({
    id,
    later_outcome_id: later,
    report_id: report,
    earlier_outcome_id: earlier,
    commitment_id: commitment,
    kind,
    rank,
    score,
  }));
  await sql`insert into tie (id, later_outcome_id, report_id, earlier_outcome_id, commitment_id, kind, rank, score, proposed_at, proposed_by)
    select t.*, ${at}::timestamptz, ${systemId}::uuid from jsonb_to_recordset(${JSON.stringify(ties)}::jsonb) as t(id uuid, later_outcome_id uuid, report_id uuid,
      earlier_outcome_id uuid, commitment_id uuid, kind text, rank int, score real)`.execute(tx);
  const reasons = rows.flatMap(({ id, suggestion }) =>
    suggestion.reasons.map((reason, i) => ({ tie_id: id, ordinal: i + 1, ...columnsOf(reason) })),
  );
  await sql`insert into tie_reason (tie_id, ordinal, code, term, goal_id, party_id, body_id, months)
    select r.tie_id, r.ordinal, r.code, r.term, r.goal, p.id, case when p.id is null then r.party end, r.months
    from jsonb_to_recordset(${JSON.stringify(reasons)}::jsonb) as r(tie_id uuid, ordinal int, code text, term text, goal uuid, party uuid, months int)
    left join party p on p.id = r.party`.execute(tx);
}

function columnsOf(reason: Reason): { code: string; term?: string; goal?: string; party?: string; months?: number } {
  switch (reason.code) {
    case 'same-object':
    case 'same-region':
      return { code: reason.code, term: reason.key };
    case 'same-words':
      return { code: reason.code, term: reason.label };
    case 'same-goal':
      return { code: reason.code, goal: reason.goal };
    case 'same-party':
      return { code: reason.code, party: reason.party };
    case 'later':
      return { code: reason.code, months: reason.months };
    default:
      return { code: reason.code };
  }
}
