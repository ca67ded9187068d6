import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { keysOf, vectorOf, type Prepared, type Rarity } from '../../ties/suggest.ts';

/** Entries of the index that are read for one outcome at most: its most telling terms first. */
const mostEntries = 8000;
/** Those that share most with it, of which day and length are looked at. */
const mostWeighed = 600;
/** Earlier outcomes that are compared exactly, and later ones that may look again because of it. */
const mostEarlier = 40;
const mostLater = 5;

/** Outcomes that share telling terms with each of `sources`, by the id of the source. */
export interface Candidates {
  earlier: Map<string, string[]>;
  later: Map<string, string[]>;
}

/** How many outcomes hold a term, of all terms these outcomes have. @param among outcomes in the index */
export async function rarityOf(tx: Tx, all: readonly Prepared[], among: number): Promise<Rarity> {
  const keys = new Set(all.flatMap((said) => [...keysOf(said), ...[...said.around.concepts].map((key) => `c:${key}`)]));
  const { rows } = await sql<{ key: string; outcomes: number }>`
    select key, outcomes from tie_term where key = any (${[...keys]}::text[])`.execute(tx);
  const counts = new Map(rows.map(({ key, outcomes }) => [key, outcomes]));
  return { outcomes: among, count: (term) => counts.get(term) ?? 0 };
}

/** How many outcomes are in the index. */
export async function comparedOutcomes(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from outcome_compared`.execute(tx);
  return rows[0]!.n;
}

/** Looks candidates up in the index of terms: one statement for all sources, bounded by `mostEntries` for each. */
export async function candidatesOf(tx: Tx, sources: readonly Prepared[], rarity: Rarity): Promise<Candidates> {
  const wanted = sources.flatMap((said) =>
    mostTelling(said, rarity).map(([key, weight]) => ({ source: said.id, key, weight: weight * weight })),
  );
  const asking = sources.map(({ id, day, report, ordinal }) => ({ id, day, report, ordinal }));
  // One outcome after the other: each gathers a few thousand entries in memory, where all together would be sorted on the disk.
  const { rows } = await sql<{ source: string; outcome: string; later: boolean }>`
    with wanted as materialized (select w.source, t.id as term, w.weight from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(source uuid, key text, weight real)
        join tie_term t on t.key = w.key),
    asking as materialized (select * from jsonb_to_recordset(${JSON.stringify(asking)}::jsonb) as a(id uuid, day date, report uuid, ordinal int))
    select a.id as source, p.outcome_id as outcome, coalesce(p.later, false) as later from asking a cross join lateral (
      select h.outcome_id, c.day > a.day as later,
        row_number() over (partition by c.day > a.day order by h.score / sqrt(c.terms + 4) desc, h.outcome_id) as place
      from (select e.outcome_id, sum(w.weight) as score from wanted w join outcome_term e on e.term_id = w.term
        where w.source = a.id group by 1 order by 2 desc, 1 limit ${mostWeighed}) h
      join outcome_compared c on c.outcome_id = h.outcome_id
      where h.outcome_id <> a.id and (c.report_id = a.report or c.day is not null and a.day is not null)) p
    where p.place <= case when p.later then ${mostLater}::int else ${mostEarlier}::int end order by a.id, p.place`.execute(
    tx,
  );
  const found: Candidates = { earlier: new Map(), later: new Map() };
  for (const { source, outcome, later } of rows) {
    const side = later ? found.later : found.earlier;
    const list = side.get(source);
    if (list) list.push(outcome);
    else side.set(source, [outcome]);
  }
  return found;
}

/** The terms that tell most and together have no more entries in the index than may be read; the first of them always. */
function mostTelling(said: Prepared, rarity: Rarity): [key: string, weight: number][] {
  let entries = 0;
  return [...vectorOf(said, rarity)]
    .sort((a, b) => b[1] - a[1])
    .filter(([key], place) => {
      const more = rarity.count(key);
      if (place > 0 && entries + more > mostEntries) return false;
      entries += more;
      return true;
    });
}
