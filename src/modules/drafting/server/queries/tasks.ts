import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import { isSettled, silenceAt } from '../../stage.ts';
import { draftPath } from '../drafts.ts';
import type { Named } from './version.ts';

/**
 * What reports in drafting ask of a person now. `comment-report`: a party of theirs took part and has sent no comment on what is circulated. `silence`: a party of theirs
 * may break the silence that runs. `report`: the next step of who leads the meeting.
 */
export interface DraftTask {
  kind: 'comment-report' | 'silence' | 'report';
  path: string;
  title: string;
  /** Null for `report`. */
  party: Named | null;
  due: Date | null;
  zone: string;
}

interface Row {
  slug: string;
  title: string;
  zone: string;
}

/**
 * What reports in drafting ask of whoever is asking, by their rights.
 * @param at the moment of the question: what has ended asks nothing any more.
 */
export async function openDraftTasks(tx: Tx, at: Date, language: string): Promise<DraftTask[]> {
  return [...(await ofParties(tx, at, language)), ...(await ofLeaders(tx, at))];
}

async function ofParties(tx: Tx, at: Date, language: string): Promise<DraftTask[]> {
  const { rows } = await sql<Row & Named & { kind: 'comment-report' | 'silence'; n: number; due: Date }>`
    with newest as (
      select distinct on (v.draft_id) v.id, v.draft_id, v.n, v.comments_due, s.until from draft_version v left join draft_silence s on s.version_id = v.id
      order by v.draft_id, v.n desc)
    select case d.stage when 'silence' then 'silence' else 'comment-report' end as kind, c.slug, m.title, d.zone, v.n,
      case d.stage when 'silence' then v.until else v.comments_due end as due, p.key, coalesce(${nameOn('p.id', 'null::uuid', 'd.names_day', language)}, p.key) as name
    from draft d join newest v on v.draft_id = d.id join meeting_call c on c.meeting_id = d.meeting_id join meeting m on m.id = d.meeting_id
    join party p on p.id = any ((select app_writes_for())::uuid[])
    where d.stage = 'circulated' and v.comments_due > ${at} and party_took_part(p.id, d.meeting_id)
        and not exists (select from draft_comment k where k.version_id = v.id and k.party_id = p.id and k.sent_at is not null)
      or d.stage = 'silence' and v.until > ${at} and may_object(p.id, v.id)
        and not exists (select from draft_objection o where o.version_id = v.id and o.party_id = p.id)
    order by due, c.slug, p.key`.execute(tx);
  return rows.map(({ kind, slug, title, zone, n, due, key, name }) => ({
    kind,
    path: `${draftPath(slug)}/versions/${n}`,
    title,
    party: { key, name },
    due,
    zone,
  }));
}

/** A closed meeting without a report, and a draft that waits for nobody but who leads it. */
async function ofLeaders(tx: Tx, at: Date): Promise<DraftTask[]> {
  const { rows } = await sql<
    Row & { stage: string | null; commentsDue: Date | null; until: Date | null; received: Date[] }
  >`
    select c.slug, m.title, coalesce(d.zone, c.zone) as zone, d.stage, v.comments_due as "commentsDue", s.until,
      array(select o.received_at from draft_objection o where o.version_id = v.id) as received
    from meeting_call c join meeting m on m.id = c.meeting_id left join draft d on d.meeting_id = c.meeting_id
    left join lateral (select * from draft_version v where v.draft_id = d.id order by v.n desc limit 1) v on true
    left join draft_silence s on s.version_id = v.id
    where ((select app_is_staff()) or m.id = any ((select app_reviewed_meetings())::uuid[])) and (c.stage = 'closed' or d.id is not null) and d.stage is distinct from 'published'
    order by m.start_day, c.slug`.execute(tx);
  const waits = ({ stage, commentsDue, until, received }: (typeof rows)[number]) => {
    if (stage === 'circulated') return commentsDue !== null && commentsDue <= at;
    if (stage !== 'silence' || until === null) return true;
    return silenceAt(until, received, at) === 'broken' || isSettled(until, at);
  };
  return rows
    .filter(waits)
    .map(({ slug, title, zone }) => ({ kind: 'report', path: draftPath(slug), title, party: null, due: null, zone }));
}
