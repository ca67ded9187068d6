import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { inLanguage, type LanguageMap } from '../../../../kernel/language-map.ts';

/** An entry of a plan that a party leads or takes part in. */
export interface Contribution {
  /** Name of the cycle in addresses, its title, and the number of the version the entry stands in. */
  cycle: string;
  plan: string;
  version: number;
  endorsed: boolean;
  /** Id of the entry, the same through all versions. */
  entry: string;
  title: string;
  /** BCP 47 language of the title. */
  language: string;
  leads: boolean;
  when: { from: string; until: string } | null;
  /** Number of the activity it became with the endorsement, if the reader may see it. */
  activity: number | null;
}

/**
 * What a party contributes to plans, as far as the reader may see versions: of each cycle the endorsed version, else the newest of the day.
 * @param on ISO day; later versions and endorsements do not count.
 */
export async function contributionsOf(tx: Tx, party: string, on: string, language: string): Promise<Contribution[]> {
  const { rows } = await sql<
    Omit<Contribution, 'title' | 'language' | 'plan'> & { title: LanguageMap; plan: LanguageMap }
  >`
    with standing as (
      select distinct on (v.cycle_id) v.id, v.n, c.slug, c.title, c.inputs_due, coalesce(c.endorsed_version_id = v.id and c.endorsed_on <= ${on}::date, false) as endorsed
      from plan_version v join plan_cycle c on c.id = v.cycle_id where (v.at at time zone 'UTC')::date <= ${on}::date
      order by v.cycle_id, coalesce(c.endorsed_version_id = v.id and c.endorsed_on <= ${on}::date, false) desc, v.n desc)
    select s.slug as cycle, s.title as plan, s.n as version, s.endorsed, e.entry_id as entry, e.content -> 'title' as title, e.content -> 'leads' ? ${party} as leads,
      case when e.content ->> 'when_from' is not null then json_build_object('from', e.content ->> 'when_from', 'until', e.content ->> 'when_until') end as when,
      (select a.number from activity a where a.plan_entry = '/plan/' || s.slug || '/versions/' || s.n || '#e-' || e.entry_id) as activity
    from standing s join plan_version_entry e on e.version_id = s.id
    where e.content -> 'leads' ? ${party} or e.content -> 'partners' ? ${party}
    order by s.inputs_due desc, s.slug, e.ordinal`.execute(tx);
  return rows.map(({ title, plan, ...row }) => ({
    ...row,
    plan: inLanguage(plan, language).text,
    ...spoken(title, language),
  }));
}

function spoken(title: LanguageMap, language: string): Pick<Contribution, 'title' | 'language'> {
  const told = inLanguage(title, language);
  return { title: told.text, language: told.language };
}
