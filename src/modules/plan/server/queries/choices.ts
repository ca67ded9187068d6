import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { inLanguage, type LanguageMap } from '../../../../kernel/language-map.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import type { Named } from './views.ts';

/** What an entry of a cycle can be given: for the form, and for reading a workbook back. */
export interface EntryChoices {
  /** Parties asked, then all others, each in the order of their names. */
  parties: (Named & { id: string; asked: boolean })[];
  goals: { id: string; code: string; title: string }[];
  strands: { id: string; key: string; title: string }[];
  /** Open commitments the reader may see. */
  commitments: { id: string; number: number; title: string }[];
}

/** @param cycle id of a cycle the actor sees. */
export async function entryChoices(tx: Tx, cycle: string, language: string): Promise<EntryChoices> {
  const parties = await sql<Named & { id: string; asked: boolean }>`
    select * from (select p.id, p.key, coalesce(${nameOn('p.id', 'null::uuid', 'null::date', language)}, p.key) as name, a.party_id is not null as asked
    from party p left join plan_party a on a.party_id = p.id and a.cycle_id = ${cycle}
    where p.kind <> 'former-state') party order by party.asked desc, party.name collate "und-x-icu"`.execute(tx);
  const goals = await sql<{ id: string; code: string; title: LanguageMap }>`
    select g.id, g.code, g.title from goal g join plan_cycle c on c.generation_id = g.generation_id
    where c.id = ${cycle} and g.parent_id is null order by g.ordinal`.execute(tx);
  const strands = await sql<{ id: string; key: string; title: LanguageMap }>`
    select s.id, s.key, s.title from strand s join plan_cycle c on c.id = ${cycle}
    where s.used_from <= c.last_day and coalesce(s.used_until, 'infinity') > c.first_day order by s.ordinal`.execute(
    tx,
  );
  const commitments = await sql<{ id: string; number: number; title: string }>`
    select id, number, title from commitment where state = 'open' order by number`.execute(tx);
  const titled = <T extends { title: LanguageMap }>(rows: readonly T[]) =>
    rows.map((row) => ({ ...row, title: inLanguage(row.title, language).text }));
  return {
    parties: parties.rows,
    goals: titled(goals.rows),
    strands: titled(strands.rows),
    commitments: commitments.rows,
  };
}

/** Frameworks a new cycle can be for: the dialogue's own, the newest first. */
export async function generationChoices(
  tx: Tx,
  language: string,
): Promise<{ id: string; title: string; inForce: boolean }[]> {
  const { rows } = await sql<{ id: string; title: LanguageMap; inForce: boolean }>`
    select id, title, effective_from <= current_date and coalesce(effective_until, 'infinity') > current_date as "inForce"
    from framework_generation where kind = 'dialogue' order by effective_from desc`.execute(tx);
  return rows.map((row) => ({ ...row, title: inLanguage(row.title, language).text }));
}
