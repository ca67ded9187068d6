import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { inLanguage, type LanguageMap } from '../../../../kernel/language-map.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import type { Named } from './meetings.ts';

/** What the forms of a meeting offer. */
export interface MeetingChoices {
  /** States, then organisations, by name. */
  parties: (Named & { kind: string })[];
  /** Goals of the dialogue’s own framework in force. */
  goals: { id: string; code: string; title: string }[];
  /** Accounts that can be given a duty. */
  people: { id: string; name: string }[];
}

/** Bodies that can meet, by name; for a chair the own ones first. */
export async function bodyChoices(tx: Tx, language: string): Promise<(Named & { own: boolean })[]> {
  const { rows } = await sql<Named & { own: boolean }>`
    select b.key, coalesce(${nameOn('null::uuid', 'b.id', 'null::date', language)}, b.key) as name, b.id = any (app_bodies()) as own
    from body b where b.dissolved_on is null and b.kind not in ('dialogue', 'secretariat') order by 3 desc, 2`.execute(
    tx,
  );
  return rows;
}

/** States and organisations, by name, states first. */
export async function partyChoices(tx: Tx, language: string): Promise<MeetingChoices['parties']> {
  const { rows } = await sql<MeetingChoices['parties'][number]>`
    select p.key, p.kind, coalesce(${nameOn('p.id', 'null::uuid', 'null::date', language)}, p.key) as name from party p
    where p.kind <> 'former-state' order by p.kind = 'organisation', 3`.execute(tx);
  return rows;
}

/** @param leads accounts are offered to who leads the meeting alone. */
export async function meetingChoices(tx: Tx, language: string, leads: boolean): Promise<MeetingChoices> {
  const goals = await sql<{ id: string; code: string; title: LanguageMap }>`
    select g.id, g.code, g.title from goal g join framework_generation f on f.id = g.generation_id
    where f.kind = 'dialogue' and g.parent_id is null and f.effective_from <= current_date and coalesce(f.effective_until, 'infinity') > current_date
    order by g.ordinal`.execute(tx);
  const people = leads
    ? await sql<{ id: string; name: string }>`select p.id, p.name from person p where p.ended_at is null and exists (
        select from access_grant g where g.person_id = p.id and g.role in ('member', 'focal-point', 'chair', 'observer', 'secretariat')
          and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())) order by p.name limit 1000`.execute(
        tx,
      )
    : { rows: [] };
  return {
    parties: await partyChoices(tx, language),
    goals: goals.rows.map((goal) => ({ ...goal, title: inLanguage(goal.title, language).text })),
    people: people.rows,
  };
}
