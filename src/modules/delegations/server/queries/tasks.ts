import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';

/** What delegations ask of a person now: `delegate` the focal point of a party that has to file or submit again, `approve-delegation` the Secretariat. */
export interface DelegationTask {
  kind: 'delegate' | 'approve-delegation';
  path: string;
  title: string;
  party: { key: string; name: string };
  due: Date | null;
  zone: string;
}

/**
 * Soonest deadline first. A party that has not answered is asked to answer first, one that declined nothing; what was begun, returned or changed waits whatever was answered.
 * @param at the moment of the question: a meeting that is over asks nothing.
 */
export async function openDelegationTasks(tx: Tx, at: Date, language: string): Promise<DelegationTask[]> {
  const { rows } = await sql<{
    kind: DelegationTask['kind'];
    slug: string;
    title: string;
    key: string;
    name: string;
    due: Date | null;
    zone: string;
  }>`
    select case when d.state = 'submitted' then 'approve-delegation' else 'delegate' end as kind, c.slug, m.title, p.key,
      coalesce(${nameOn('p.id', 'null::uuid', 'm.start_day', language)}, p.key) as name, c.delegations_due as due, c.zone
    from meeting_invitation i join meeting_call c on c.meeting_id = i.meeting_id join meeting m on m.id = c.meeting_id join party p on p.id = i.party_id
    left join delegation d on d.meeting_id = i.meeting_id and d.party_id = i.party_id
    where c.stage in ('called', 'open') and i.withdrawn_at is null and (m.end_day is null or m.end_day >= (${at}::timestamptz at time zone c.zone)::date)
      and (d.state = 'submitted' and app_is_staff()
        or (d.state in ('draft', 'returned', 'changed') and i.answer is distinct from 'declined' or d.state is null and i.answer in ('accepted', 'tentative'))
          and i.party_id = any (app_focal_parties()))
    order by c.delegations_due nulls last, c.slug, p.key`.execute(tx);
  return rows.map(({ kind, slug, title, key, name, due, zone }) => ({
    kind,
    path: `/meetings/${slug}/delegations/${key}`,
    title,
    party: { key, name },
    due,
    zone,
  }));
}
