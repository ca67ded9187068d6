import { sql } from 'kysely';
import type { Tx } from '../kernel/action.ts';

/** An outcome as one saying of a wish. */
export interface Saying {
  id: string;
  text: string;
  /** Day of its meeting. */
  day: string | null;
  slug: string;
  title: string;
}

/** The same wish in several meetings, as people have tied it. */
export interface Wish {
  /** The oldest first. */
  sayings: Saying[];
  /** How many meetings said it. */
  times: number;
  /** Years it was said in, ascending, each once. */
  years: string[];
  /** Whether one of its sayings is followed up as a commitment. */
  commitments: number[];
}

interface Tie {
  later: string;
  earlier: string;
}

/**
 * Groups of outcomes that ties join, whatever the order of the ties: an outcome is in one group at most, alone in none.
 * Groups come in the order of their first tie.
 */
export function joined(ties: readonly Tie[]): string[][] {
  const groupOf = new Map<string, Set<string>>();
  for (const { later, earlier } of ties) {
    const group = groupOf.get(later) ?? new Set([later]);
    const other = groupOf.get(earlier) ?? new Set([earlier]);
    if (group !== other) for (const id of other) group.add(id);
    for (const id of group) groupOf.set(id, group);
  }
  return [...new Set(groupOf.values())].map((group) => [...group]);
}

/**
 * Wishes of a body's meetings that returned: accepted ties of the kind “repeats” join their sayings. What was said in one meeting only is no return.
 * The most often said first, then the longest ago.
 * @param on meetings that began on this day or before; ties decided by `known`
 */
export async function returningWishes(tx: Tx, body: string, on: string, known: Date): Promise<Wish[]> {
  const ties = await sql<Tie & { here: boolean }>`
    with recursive here as (
      select o.id from meeting_body mb join meeting m on m.id = mb.meeting_id join report r on r.meeting_id = m.id join outcome o on o.report_id = r.id
      where mb.body_id = ${body} and m.start_day <= ${on}),
    known_tie as (select t.later_outcome_id as later, t.earlier_outcome_id as earlier from tie t
      where t.kind = 'repeats' and t.state = 'accepted' and t.decided_at <= ${known} and t.earlier_outcome_id is not null),
    reached(id) as (select id from here union
      select case when k.later = x.id then k.earlier else k.later end from reached x join known_tie k on x.id in (k.later, k.earlier))
    select k.later, k.earlier from known_tie k where k.later in (select id from reached) order by 1, 2`.execute(tx);
  const groups = joined(ties.rows);
  const sayings = await sayingsOf(tx, groups.flat(), on);
  const numbers = await commitmentsOf(tx, groups.flat(), known);
  return groups
    .map((group) =>
      wishOf(
        group.flatMap((id) => sayings.get(id) ?? []),
        group.flatMap((id) => numbers.get(id) ?? []),
      ),
    )
    .filter((wish) => wish.times > 1)
    .toSorted((a, b) => b.times - a.times || (a.sayings[0]?.day ?? '').localeCompare(b.sayings[0]?.day ?? ''));
}

/** A wish from its sayings in any order. */
export function wishOf(sayings: readonly Saying[], commitments: readonly number[]): Wish {
  const ordered = sayings.toSorted((a, b) => (a.day ?? '').localeCompare(b.day ?? '') || (a.id < b.id ? -1 : 1));
  return {
    sayings: ordered,
    times: new Set(ordered.map(({ slug }) => slug)).size,
    years: [...new Set(ordered.flatMap(({ day }) => day?.slice(0, 4) ?? []))],
    commitments: [...new Set(commitments)].toSorted((a, b) => a - b),
  };
}

async function sayingsOf(tx: Tx, ids: readonly string[], on: string): Promise<Map<string, Saying>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Saying>`
    select o.id, o.text, m.start_day as day, r.slug, m.title from outcome o join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id
    where o.id = any (${ids}::uuid[]) and m.start_day <= ${on} and o.state = 'confirmed'`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

async function commitmentsOf(tx: Tx, ids: readonly string[], known: Date): Promise<Map<string, number[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ outcome: string; number: number }>`
    select co.outcome_id as outcome, c.number from commitment_outcome co join commitment c on c.id = co.commitment_id
    where co.outcome_id = any (${ids}::uuid[]) and co.at <= ${known}`.execute(tx);
  const numbers = new Map<string, number[]>();
  for (const { outcome, number } of rows) numbers.set(outcome, [...(numbers.get(outcome) ?? []), number]);
  return numbers;
}
