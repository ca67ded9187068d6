import { sql } from 'kysely';
import type { Tx } from '../../kernel/action.ts';
import { silentMonths } from '../../modules/followup/index.ts';
import type { Deadline, Facts, Owed } from '../../modules/notices/index.ts';
import type { Listener } from '../../modules/notices/server/index.ts';
import { hasLeft } from '../../modules/plan/server/index.ts';
import { acting, type EventRow } from './acting.ts';
import { meetingDeadlines, meetingEvents } from './meeting-facts.ts';
import { reportDraftEvents } from './report-draft.ts';

/** SQL: who acts for owner `o`. */
const ofOwner = sql`select a.person_id from acting a where a.party_id = o.party_id or a.body_id = o.body_id`;

/** Open commitments of which a reminder can be due: near or past their day, or silent. The rules themselves are in `remindersDue`. */
async function owed(tx: Tx, at: Date): Promise<Owed[]> {
  const { rows } = await sql<Owed>`with ${acting},
    near as materialized (
      select c.id, c.due_until, coalesce(h.heard_on, c.raised_at::date) as heard from commitment c
        left join commitment_heard h on h.commitment_id = c.id and h.audience = 'participants'
      where c.state = 'open' and (c.due_until between ${at}::timestamptz::date - 62 and ${at}::timestamptz::date + 32
        or coalesce(h.heard_on, c.raised_at::date) between (${at}::timestamptz - interval '15 months')::date and (${at}::timestamptz - interval '11 months 25 days')::date))
    select n.id as subject, n.due_until as due, n.heard, false as done, array_agg(distinct p.person_id) as people
    from near n join commitment_owner o on o.commitment_id = n.id and o.state in ('asked', 'accepted') cross join lateral (${ofOwner}) p
    group by n.id, n.due_until, n.heard`.execute(tx);
  return rows;
}

/** Plan cycles that take inputs, with the people of the parties that have not submitted theirs. A party that has left the body since the call is awaited no more. */
async function deadlines(tx: Tx, at: Date): Promise<Deadline[]> {
  const { rows } = await sql<Deadline>`with ${acting}
    select 'plan-deadline' as kind, c.id as subject, c.inputs_due as moment, c.zone, false as done, array_agg(distinct a.person_id) as people
    from plan_cycle c join plan_party w on w.cycle_id = c.id join acting a on a.party_id = w.party_id
      left join plan_input i on i.cycle_id = c.id and i.party_id = w.party_id
    where c.stage = 'inputs' and i.state is distinct from 'submitted' and not ${hasLeft('w.party_id', at.toISOString().slice(0, 10))} group by c.id`.execute(
    tx,
  );
  return rows;
}

/** What was done to commitments and their owners lately, each with whom it concerns. An internal note is no event. */
async function followupEvents(tx: Tx, since: Date): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`with ${acting},
    said as materialized (select r.commitment_id, r.owner_id, r.verb, r.n, r.at, r.by from commitment_revision r
      where r.at > ${since} and r.verb in ('claimed', 'confirmed', 'returned', 'outcome-added'))
    select 'asked' as kind, o.id as subject, o.revision::text as occurrence, o.since as at, c.raised_by as by,
      array(${ofOwner}) as people
    from commitment_owner o join commitment c on c.id = o.commitment_id and c.state = 'open' where o.state = 'asked' and o.since > ${since}
    union all
    select 'update-asked', u.id, '1', u.at, u.by, array(${ofOwner})
    from update_request u join commitment_owner o on o.id = u.owner_id join commitment c on c.id = o.commitment_id and c.state = 'open' where u.at > ${since} and u.answered_at is null
    union all
    select 'claim-waiting', o.id, s.n::text, s.at, s.by, array(
      select a.person_id from acting a where a.body_id = c.body_id
      union select a.person_id from acting a join commitment_addressee d on d.commitment_id = c.id and d.party_id = a.party_id
        where a.party_id is distinct from o.party_id)
    from said s join commitment_owner o on o.id = s.owner_id and o.state = 'claimed' join commitment c on c.id = s.commitment_id and c.state = 'open' where s.verb = 'claimed'
    union all
    select 'claim-answered', o.id, s.n::text, s.at, s.by, array(${ofOwner})
    from said s join commitment_owner o on o.id = s.owner_id where s.verb in ('confirmed', 'returned')
    union all
    select 'tie', s.commitment_id, s.n::text, s.at, s.by, array(
      select a.person_id from commitment_owner o join acting a on a.party_id = o.party_id or a.body_id = o.body_id
      where o.commitment_id = s.commitment_id and o.state not in ('declined', 'released'))
    from said s where s.verb = 'outcome-added'`.execute(tx);
  return rows;
}

/** Calls, comment rounds and endorsements of the plan, for the people of its parties. */
async function planEvents(tx: Tx, since: Date): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`with ${acting},
    invited as materialized (select w.cycle_id, array_agg(distinct a.person_id) as people from plan_party w join acting a on a.party_id = w.party_id group by 1)
    select 'plan-call' as kind, c.id as subject, c.opened_on::text as occurrence, c.opened_on::timestamptz as at, c.by, i.people
    from plan_cycle c join invited i on i.cycle_id = c.id where c.stage = 'inputs' and c.opened_on >= ${since}::timestamptz::date
    union all
    select 'comment-round', c.id, v.n::text, v.at, v.by, i.people
    from plan_cycle c join invited i on i.cycle_id = c.id join plan_version v on v.cycle_id = c.id
    where c.stage = 'comments' and v.at > ${since} and v.n = (select max(w.n) from plan_version w where w.cycle_id = c.id)
    union all
    select 'plan-endorsed', c.id, c.endorsed_on::text, c.endorsed_on::timestamptz, c.endorsed_by, i.people
    from plan_cycle c join invited i on i.cycle_id = c.id where c.stage = 'endorsed' and c.endorsed_on >= ${since}::timestamptz::date`.execute(
    tx,
  );
  return rows;
}

/** Reports checked or published, for those who hold a mandate in a body that met, or preside it. */
async function reportEvents(tx: Tx, since: Date): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`with ${acting}
    select 'report' as kind, r.id as subject, case l.action when 'records.report.publish' then 'published' else 'checked' end as occurrence, l.at, l.person_id as by, array(
      select a.person_id from meeting_body b join acting a on a.body_id = b.body_id where b.meeting_id = r.meeting_id
      union select a.person_id from meeting_body b join mandate d on d.body_id = b.body_id and d.withdrawn_at is null
          and d.begins_until <= current_date and (d.ends_from is null or d.ends_from > current_date)
        join acting a on a.party_id = d.party_id where b.meeting_id = r.meeting_id) as people
    from log_entry l join report r on l.subject = '/reports/' || r.slug
    where l.at > ${since} and l.action in ('records.report.check', 'records.report.publish') and r.stage in ('checked', 'published')`.execute(
    tx,
  );
  return rows;
}

/** Days that the queries look back; what is news is decided by `remindersDue`. */
const lookBack = 31;

/** Everything reminders are computed from, as Redthread itself sees it at a moment. */
export async function noticeFacts(tx: Tx, people: ReadonlyMap<string, Listener>, at: Date): Promise<Facts> {
  const since = new Date(at.getTime() - lookBack * 86_400_000);
  return {
    people,
    silentMonths,
    owed: await owed(tx, at),
    deadlines: [...(await deadlines(tx, at)), ...(await meetingDeadlines(tx))],
    events: [
      ...(await followupEvents(tx, since)),
      ...(await planEvents(tx, since)),
      ...(await meetingEvents(tx, since)),
      ...(await reportDraftEvents(tx, since)),
      ...(await reportEvents(tx, since)),
    ],
  };
}
