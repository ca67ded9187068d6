import { sql } from 'kysely';
import type { Tx } from '../../kernel/action.ts';
import type { Content } from '../../modules/notices/index.ts';
import { acting, type EventRow } from './acting.ts';

/**
 * What those who took part are told of the report of a meeting: it is circulated, silence begins, ends in a day, is broken, has ended; it was adopted otherwise. Computed from the clock
 * and the objections, so that nothing has to run at an instant. Who objected is told to nobody.
 */
export async function reportDraftEvents(tx: Tx, since: Date): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`with ${acting},
    lately as materialized (
      select d.id, d.meeting_id, d.stage, d.adopted_how, d.adopted_at, d.adopted_by from draft d
      where exists (select from draft_version v where v.draft_id = d.id and v.at > ${since}) or d.adopted_at > ${since}
        or exists (select from draft_silence s where s.draft_id = d.id and s.until > ${since})),
    took as materialized (
      select l.id, array(select distinct a.person_id from acting a join meeting_invitation i on i.meeting_id = l.meeting_id and i.party_id = a.party_id
        where party_took_part(i.party_id, l.meeting_id)) as people,
        array(select distinct a.person_id from acting a join meeting_body b on b.body_id = a.body_id where b.meeting_id = l.meeting_id) as chairs
      from lately l),
    silences as materialized (
      select s.draft_id, v.n, s.at, s.by, s.until, (select min(o.received_at) from draft_objection o where o.version_id = s.version_id and o.received_at < s.until) as broken_at
      from draft_silence s join draft_version v on v.id = s.version_id where s.draft_id in (select id from lately))
    select 'report-draft' as kind, l.id as subject, 'circulated:' || v.n as occurrence, v.at, v.by, t.people
    from lately l join took t on t.id = l.id join draft_version v on v.draft_id = l.id and v.purpose = 'comments' where l.stage = 'circulated' and v.at > ${since}
      and v.n = (select max(w.n) from draft_version w where w.draft_id = l.id)
    union all
    select 'report-draft', s.draft_id, 'silence:' || s.n, s.at, s.by, t.people from silences s join took t on t.id = s.draft_id where s.at > ${since}
    union all
    select 'report-draft', s.draft_id, 'ends:' || s.n, s.until - interval '24 hours', null, t.people from silences s join took t on t.id = s.draft_id
    where s.broken_at is null and s.until - s.at > interval '24 hours' and s.until - interval '24 hours' > ${since}
    union all
    select 'report-draft', s.draft_id, 'broken:' || s.n, s.broken_at, null, t.people || t.chairs from silences s join took t on t.id = s.draft_id where s.broken_at > ${since}
    union all
    select 'report-draft', s.draft_id, 'adopted:' || s.n, s.until, null, t.people || t.chairs from silences s join took t on t.id = s.draft_id where s.broken_at is null and s.until > ${since}
    union all
    select 'report-draft', l.id, 'adopted', l.adopted_at, l.adopted_by, t.people from lately l join took t on t.id = l.id
    where l.adopted_how in ('in-meeting', 'chair') and l.adopted_at > ${since}`.execute(tx);
  return rows;
}

/** SQL of what there is to say now, read as the person: how the draft stands when the mail is sent, not when it was caused. */
export const reportDraftSource = (ids: string[]) => sql<Omit<Content, 'kind' | 'id'> & { subject: string }>`
  select x.subject, x.sentence, x.title, null as who, x.day, x.path from (
    select d.id as subject, m.title, '/meetings/' || c.slug || '/report' as path,
      case when d.stage = 'circulated' then 'draft-circulated'
        when d.stage in ('silence', 'revised') and s.broken then 'draft-broken'
        when d.stage = 'silence' and s.until > now() then 'draft-silence'
        when d.stage in ('silence', 'adopted', 'published') then 'draft-adopted' end as sentence,
      case when d.stage = 'circulated' then (select (v.comments_due at time zone d.zone)::date from draft_version v where v.draft_id = d.id order by v.n desc limit 1)
        when d.stage = 'silence' then (s.until at time zone s.zone)::date end as day
    from draft d join meeting_call c on c.meeting_id = d.meeting_id join meeting m on m.id = d.meeting_id
      left join lateral (select s.until, s.zone, exists (select from silence_broken(s.version_id)) as broken from draft_silence s where s.draft_id = d.id order by s.at desc limit 1) s on true
    where d.id = any (${ids}::uuid[])) x where x.sentence is not null`;
