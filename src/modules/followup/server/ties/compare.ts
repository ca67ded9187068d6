import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { keysOf, type Prepared } from '../../ties/suggest.ts';
import type { Fact } from './facts.ts';

/**
 * Puts outcomes into the index of terms as they stand now; those that are no longer confirmed leave it. Counts follow.
 * @param ids all that were asked for; what has no fact leaves the index.
 */
export async function compareAgain(tx: Tx, ids: readonly string[], facts: ReadonlyMap<string, Fact>, at: Date) {
  const standing = ids.flatMap((id) => {
    const fact = facts.get(id);
    return fact?.confirmed ? [fact.said] : [];
  });
  await sql`update tie_term t set outcomes = t.outcomes - gone.n from (
      select term_id, count(*)::int as n from outcome_term where outcome_id = any (${ids}::uuid[]) and not around group by 1) gone
    where t.id = gone.term_id`.execute(tx);
  await sql`delete from outcome_compared where outcome_id = any (${ids}::uuid[])`.execute(tx);
  if (standing.length === 0) return;
  const entries = standing.flatMap((said) => entriesOf(said));
  await sql`insert into tie_term (key) select distinct e.key from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e(key text)
    order by e.key on conflict (key) do nothing`.execute(tx);
  const rows = standing.map(({ id, report, day, terms }) => ({
    outcome_id: id,
    report_id: report,
    day,
    terms: terms.concepts.size + terms.words.size,
  }));
  await sql`insert into outcome_compared (outcome_id, report_id, day, terms, at)
    select c.outcome_id, c.report_id, c.day, c.terms, ${at} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as c(outcome_id uuid, report_id uuid, day date, terms int)`.execute(tx);
  await sql`with entry as (select * from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e(outcome uuid, key text, around boolean)),
    put as (insert into outcome_term (term_id, outcome_id, around) select t.id, e.outcome, e.around from entry e join tie_term t on t.key = e.key returning term_id, around)
    update tie_term t set outcomes = t.outcomes + come.n from (select term_id, count(*)::int as n from put where not around group by 1) come
    where t.id = come.term_id`.execute(tx);
}

/** What the index holds of one outcome. A concept of its own words is not entered again from the title over it. */
function entriesOf(said: Prepared): { outcome: string; key: string; around: boolean }[] {
  const own = new Set(keysOf(said));
  const around = [...said.around.concepts].map((key) => `c:${key}`).filter((key) => !own.has(key));
  return [
    ...[...own].map((key) => ({ outcome: said.id, key, around: false })),
    ...around.map((key) => ({ outcome: said.id, key, around: true })),
  ];
}
