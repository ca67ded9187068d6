import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import {
  ownerVerbsFor,
  type Audience,
  type CommitmentState,
  type CommitmentVerb,
  type OwnerState,
  type OwnerVerb,
  type Response,
} from '../../commitment.ts';
import type { Recurrence } from '../../due.ts';
import type { ActivityState } from '../../activity.ts';
import { bodyHolder, goalsOf, holderOf, type Holder, type NamedGoal } from './holder.ts';
import { heardBy } from './list.ts';

/** One commitment with everything the person may see of it. Days are ISO texts. */
export interface CommitmentPage {
  commitment: {
    id: string;
    number: number;
    title: string;
    wording: string;
    language: string;
    body: Holder | null;
    state: CommitmentState;
    audience: 'participants' | 'public';
    due: { from: string; until: string } | null;
    recurs: Recurrence | null;
    recursUntil: string | null;
    occurrence: number;
    reason: string | null;
    raised: string;
    raisedBy: string | null;
    revision: number;
    heard: string | null;
    goals: NamedGoal[];
    supersededBy: { number: number; title: string } | null;
    supersedes: { number: number; title: string }[];
  };
  outcomes: RaisingOutcome[];
  owners: PageOwner[];
  addressees: PageAddressee[];
  progress: PageProgress[];
  requests: PageRequest[];
  activities: {
    number: number;
    title: string;
    language: string;
    state: ActivityState;
    from: string | null;
    until: string | null;
  }[];
  /** Steps, newest first; empty for the public. */
  history: {
    n: number;
    verb: CommitmentVerb;
    owner: string | null;
    at: Date;
    who: string | null;
    reason: string | null;
  }[];
  /** What the person may do with the commitment as a whole; what with an owner stands there. */
  may: { change: boolean; follow: boolean };
}

/** A sentence that raises it. */
export interface RaisingOutcome {
  id: string;
  text: string;
  kind: string;
  slug: string;
  title: string;
  day: string | null;
  /** Label path of its paragraph. */
  paragraph: string | null;
}

export interface PageOwner extends Holder {
  id: string;
  state: OwnerState;
  words: string;
  reason: string | null;
  since: Date;
  confirmedBy: string | null;
  revision: number;
  /** Since when the party no longer has a seat in the body that follows the commitment up; it holds it all the same. */
  leftOn: string | null;
  own: boolean;
  verbs: OwnerVerb[];
}

export interface PageAddressee extends Holder {
  id: string;
  response: Response | null;
  reason: string | null;
  respondedAt: Date | null;
  revision: number;
  own: boolean;
}

export interface PageProgress {
  id: string;
  owner: string;
  occurrence: number;
  day: string;
  text: string;
  language: string;
  audience: Audience;
  at: Date;
  who: string | null;
  withdrawnReason: string | null;
  corrects: boolean;
  own: boolean;
  evidence: PageEvidence[];
}

export interface PageEvidence {
  id: string;
  kind: 'paragraph' | 'file' | 'link';
  title: string;
  audience: Audience;
  link: string | null;
  /** Address of the paragraph, without language; null when the person may not read its report. */
  path: string | null;
  /** Of a paragraph, when its meeting began; null when the person may not read its report. */
  day: string | null;
  size: number | null;
}

export interface PageRequest {
  id: string;
  owner: string;
  who: string | null;
  note: string;
  answerBy: string | null;
  at: Date;
  answeredAt: Date | null;
}

const owns = (of: string) => sql.raw(`app_owns(${of}.party_id, ${of}.body_id)`);

/** The commitment with that number, or null when there is none the person may see. */
export async function commitmentPage(tx: Tx, number: number, language = 'en'): Promise<CommitmentPage | null> {
  const { rows } = await sql<
    CommitmentPage['commitment'] & { change: boolean; staff: boolean; presides: boolean; delegate: boolean }
  >`
    select c.id, c.number, c.title, c.wording, c.language, ${bodyHolder('c.body_id', language)} as body, c.state, c.audience,
      case when c.due_from is not null then json_build_object('from', c.due_from, 'until', c.due_until) end as due,
      c.recurs, c.recurs_until as "recursUntil", c.occurrence, c.reason, to_char(c.raised_at at time zone 'UTC', 'YYYY-MM-DD') as raised,
      (select p.name from person p where p.id = c.raised_by) as "raisedBy", c.revision, h.heard_on as heard, ${goalsOf('commitment', 'c', language)} as goals,
      (select json_build_object('number', s.number, 'title', s.title) from commitment s where s.id = c.superseded_by_id) as "supersededBy",
      coalesce((select json_agg(json_build_object('number', s.number, 'title', s.title) order by s.number) from commitment s where s.superseded_by_id = c.id), '[]') as supersedes,
      app_is_staff() as staff, coalesce(c.body_id = any (app_bodies()), false) as presides, app_roles() && array['member', 'focal-point'] as delegate,
      app_is_staff() or coalesce(c.body_id = any (app_bodies()), false) or c.raised_by = app_actor() and cardinality(app_focal_parties()) > 0 as change
    from commitment c ${heardBy} where c.number = ${number}`.execute(tx);
  if (!rows[0]) return null;
  const { change, staff, presides, delegate, ...commitment } = rows[0];
  const owners = await ownersOf(tx, commitment.id, language);
  return {
    commitment,
    outcomes: await outcomesOf(tx, commitment.id),
    owners: owners.map((owner) => ({
      ...owner,
      verbs: ownerVerbsFor(commitment.state, owner.state, { own: owner.own, presides, staff, delegate }),
    })),
    addressees: await addresseesOf(tx, commitment.id, language),
    progress: await progressOf(tx, commitment.id),
    requests: await requestsOf(tx, commitment.id),
    activities: await activitiesOf(tx, commitment.id),
    history: await historyOf(tx, commitment.id, language),
    may: { change, follow: staff || presides },
  };
}

/** The sentences that raise a commitment, oldest meeting first. */
async function outcomesOf(tx: Tx, id: string): Promise<RaisingOutcome[]> {
  const { rows } = await sql<RaisingOutcome>`
    select o.id, o.text, o.kind, r.slug, m.title, m.start_day as day,
      (select v.label_path from paragraph_version v where v.version_id = o.version_id and v.paragraph_id = o.paragraph_id) as paragraph
    from commitment_outcome t join outcome o on o.id = t.outcome_id join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id
    where t.commitment_id = ${id} order by m.start_day nulls last, o.number`.execute(tx);
  return rows;
}

async function ownersOf(tx: Tx, id: string, language: string): Promise<Omit<PageOwner, 'verbs'>[]> {
  const { rows } = await sql<{ holder: Holder } & Omit<PageOwner, 'verbs' | keyof Holder>>`
    select o.id, ${holderOf('o', language)} as holder, o.state, o.words, o.reason, o.since, (select p.name from person p where p.id = o.confirmed_by) as "confirmedBy", o.revision,
      ${owns('o')} as own,
      (select max(s.ends_from) from mandate s where s.body_id = c.body_id and s.party_id = o.party_id and s.person_id is null and s.withdrawn_at is null
        having count(*) > 0 and bool_and(s.ends_from <= current_date)) as "leftOn"
    from commitment_owner o join commitment c on c.id = o.commitment_id where o.commitment_id = ${id} order by o.ordinal`.execute(
    tx,
  );
  return rows.map(({ holder, ...row }) => ({ ...holder, ...row }));
}

async function addresseesOf(tx: Tx, id: string, language: string): Promise<PageAddressee[]> {
  const { rows } = await sql<{ holder: Holder } & Omit<PageAddressee, keyof Holder>>`
    select a.id, ${holderOf('a', language)} as holder, a.response, a.reason, a.responded_at as "respondedAt", a.revision, ${owns('a')} as own
    from commitment_addressee a where a.commitment_id = ${id} order by a.ordinal`.execute(tx);
  return rows.map(({ holder, ...row }) => ({ ...holder, ...row }));
}

/** Newest day first. Internal notes are among them for the people of their owner alone: the database sees to it. */
async function progressOf(tx: Tx, id: string): Promise<PageProgress[]> {
  const { rows } = await sql<PageProgress>`
    select p.id, p.owner_id as owner, p.occurrence, p.day, p.text, p.language, p.audience, p.at, (select n.name from person n where n.id = p.by) as who,
      p.withdrawn_reason as "withdrawnReason", p.corrects_id is not null as corrects, (select ${owns('o')} from commitment_owner o where o.id = p.owner_id) as own,
      coalesce((select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'title', coalesce((select concat_ws(' · ', e.title, m.title) from paragraph g join report r on r.id = g.report_id join meeting m on m.id = r.meeting_id
            where g.id = e.paragraph_id), e.title),
          'day', (select m.start_day from paragraph g join report r on r.id = g.report_id join meeting m on m.id = r.meeting_id where g.id = e.paragraph_id),
          'audience', e.audience, 'link', e.link,
          'path', (select '/reports/' || r.slug || '#p' || g.number from paragraph g join report r on r.id = g.report_id where g.id = e.paragraph_id),
          'size', (select f.size from stored_file f where f.id = e.file_id)) order by array_position(array['paragraph', 'file', 'link'], e.kind), e.title)
        from evidence e where e.progress_id = p.id), '[]') as evidence
    from progress_report p where p.commitment_id = ${id} order by p.day desc, p.at desc`.execute(tx);
  return rows;
}

async function requestsOf(tx: Tx, id: string): Promise<PageRequest[]> {
  const { rows } = await sql<PageRequest>`
    select u.id, u.owner_id as owner, (select n.name from person n where n.id = u.by) as who, u.note, u.answer_by as "answerBy", u.at, u.answered_at as "answeredAt"
    from update_request u where u.commitment_id = ${id} order by u.at desc`.execute(tx);
  return rows;
}

async function activitiesOf(tx: Tx, id: string): Promise<CommitmentPage['activities']> {
  const { rows } = await sql<CommitmentPage['activities'][number]>`
    select a.number, a.title, a.language, a.state, a.starts_from as from, coalesce(a.ends_on, a.starts_until) as until
    from activity_commitment t join activity a on a.id = t.activity_id where t.commitment_id = ${id} order by a.starts_from nulls last, a.number`.execute(
    tx,
  );
  return rows;
}

async function historyOf(tx: Tx, id: string, language: string): Promise<CommitmentPage['history']> {
  const { rows } = await sql<CommitmentPage['history'][number]>`
    select r.n, r.verb, (select ${holderOf('o', language)} ->> 'name' from commitment_owner o where o.id = r.owner_id) as owner, r.at,
      (select n.name from person n where n.id = r.by) as who, r.after ->> 'reason' as reason
    from commitment_revision r where r.commitment_id = ${id} order by r.n desc`.execute(tx);
  return rows;
}
