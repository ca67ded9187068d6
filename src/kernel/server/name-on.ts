import { sql } from 'kysely';

/**
 * SQL for the name of a party or body on a day in a language: the short name in use then, else English, else the key.
 * @param party, body expressions that give the ids, one of them null
 * @param day expression that gives the day; null is today
 */
export const nameOn = (party: string, body: string, day: string, language: string) => sql<string>`coalesce(
  (select pn.name from party_name pn where pn.party_id = ${sql.raw(party)} and pn.withdrawn_at is null and pn.form in ('short', 'official', 'acronym') and pn.language in (${language}, 'en')
    and coalesce(pn.used_from, '-infinity') <= coalesce(${sql.raw(day)}, current_date) and coalesce(pn.used_until, 'infinity') > coalesce(${sql.raw(day)}, current_date)
    order by (pn.language = ${language}) desc, array_position(array['short', 'official', 'acronym'], pn.form), pn.used_from desc nulls last limit 1),
  (select pn.name from body_name pn where pn.body_id = ${sql.raw(body)} and pn.withdrawn_at is null and pn.form in ('short', 'official', 'acronym') and pn.language in (${language}, 'en')
    order by (pn.language = ${language}) desc, array_position(array['short', 'official', 'acronym'], pn.form), pn.used_until desc nulls first limit 1))`;
