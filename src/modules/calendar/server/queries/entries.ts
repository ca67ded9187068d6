import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import { deadlineKinds, type CalendarEntry, type EntryKind, type EntryState, type When } from '../../entry.ts';
import type { EntryFilter } from '../../forms.ts';

/** More entries than this are not read at once, for a page or a feed; the nearest are. */
export const mostEntries = 2000;

interface Row {
  uid: string;
  kind: EntryKind;
  title: string;
  language: string | null;
  days_from: string;
  days_until: string;
  fixed: boolean;
  /** A deadline to the minute. */
  moment: Date | null;
  zone: string | null;
  place: string | null;
  state: EntryState;
  path: string | null;
  bodies: { key: string; name: string }[];
  sequence: number;
  changed_at: Date;
}

/** SQL: bodies by their ids as `{ key, name }`, by name. */
const bodies = (ids: RawBuilder<unknown>, language: string) => sql`coalesce((
  select json_agg(json_build_object('key', n.key, 'name', n.name) order by n.name)
  from (select b.key, coalesce(${nameOn('null::uuid', 'b.id', 'null::date', language)}, b.key) as name from body b where b.id in (${ids})) n), '[]'::json)`;

const touches = (from: string, until: string, range: { from: string; until: string | null }) =>
  sql`${sql.raw(until)} >= ${range.from}::date and (${range.until}::date is null or ${sql.raw(from)} <= ${range.until}::date)`;

const ofKind = (kind: RawBuilder<unknown>, filter: EntryFilter) =>
  sql`(${filter.kind}::text is null or ${filter.kind} = ${kind})`;

/** Whether deadlines are asked for, of which those of a plan are two kinds of their own. */
const asksFor = (filter: EntryFilter, kind: EntryKind) =>
  filter.kind === null || filter.kind === kind || (filter.kind === 'deadline' && deadlineKinds.includes(kind));

const inGoal = (filter: EntryFilter, goals: RawBuilder<unknown>) =>
  sql`(${filter.goal}::text is null or exists (select from goal g join framework_generation f on f.id = g.generation_id
    where f.key || ':' || g.code = ${filter.goal} and g.id in (${goals})))`;

/** The body of the entry, or a body that takes part in it. */
const withBody = (filter: EntryFilter, ids: RawBuilder<unknown>) =>
  sql`(${filter.body}::text is null or exists (select from body b where b.key = ${filter.body} and b.id in (${ids})))`;

const withParty = (filter: EntryFilter, ids: RawBuilder<unknown>) =>
  sql`(${filter.party}::text is null or exists (select from party p where p.key = ${filter.party} and p.id in (${ids})))`;

type Range = { from: string; until: string | null };

/** Meetings of the records and those held here; one that an activity stands for is shown as that activity. */
const meetings = (filter: EntryFilter, range: Range, language: string) => sql`
  select m.id::text as uid, 'meeting' as kind, m.title, null::text as language, m.start_day as days_from, coalesce(m.end_day, m.start_day) as days_until, true as fixed,
    null::timestamptz as moment, null::text as zone, m.place,
    case when k.stage = 'cancelled' then 'cancelled' when coalesce(m.end_day, m.start_day) < current_date then 'held' when k.stage = 'draft' then 'planned' else 'confirmed' end as state,
    coalesce('/meetings/' || k.slug, (select '/reports/' || r.slug from report r where r.meeting_id = m.id order by r.at limit 1)) as path,
    ${bodies(sql`select mb.body_id from meeting_body mb where mb.meeting_id = m.id`, language)} as bodies, s.sequence, s.changed_at
  from meeting m join calendar_stamp s on s.meeting_id = m.id left join meeting_call k on k.meeting_id = m.id
  where m.start_day is not null and ${touches('m.start_day', 'coalesce(m.end_day, m.start_day)', range)} and ${ofKind(sql`'meeting'`, filter)}
    and not exists (select from activity a where a.meeting_id = m.id and a.starts_from is not null)
    and ${withBody(filter, sql`select mb.body_id from meeting_body mb where mb.meeting_id = m.id`)}
    and ${withParty(filter, sql`select t.party_id from attendance t join report r on r.version_id = t.version_id where r.meeting_id = m.id union all select i.party_id from meeting_invitation i where i.meeting_id = m.id and i.withdrawn_at is null`)}
    and ${inGoal(filter, sql`select g.goal_id from outcome_goal g where g.meeting_id = m.id`)}`;

const activities = (filter: EntryFilter, range: Range, language: string) => sql`
  select a.id::text, a.kind, a.title, a.language, a.starts_from, case when a.starts_from = a.starts_until then coalesce(a.ends_on, a.starts_from) else a.starts_until end,
    a.starts_from = a.starts_until, null, null, nullif(a.place, ''), a.state, '/activities/A-' || a.number,
    ${bodies(sql`select a.body_id`, language)}, s.sequence, s.changed_at
  from activity a join calendar_stamp s on s.activity_id = a.id
  where a.starts_from is not null and ${touches('a.starts_from', 'greatest(a.starts_until, a.ends_on)', range)} and ${ofKind(sql`a.kind`, filter)}
    and ${withBody(filter, sql`select a.body_id union all select w.body_id from activity_party w where w.activity_id = a.id`)}
    and ${withParty(filter, sql`select w.party_id from activity_party w where w.activity_id = a.id`)}
    and ${inGoal(filter, sql`select g.goal_id from activity_goal g where g.activity_id = a.id`)}`;

const deadlines = (filter: EntryFilter, range: Range, language: string) => sql`
  select c.id || '-' || c.occurrence, 'deadline', c.title, c.language, c.due_from, c.due_until, c.due_from = c.due_until, null, null, null,
    case c.state when 'open' then 'due' when 'completed' then 'done' else 'cancelled' end, '/commitments/C-' || c.number,
    ${bodies(sql`select c.body_id`, language)}, s.sequence, s.changed_at
  from commitment c join calendar_stamp s on s.commitment_id = c.id
  where c.due_from is not null and ${touches('c.due_from', 'c.due_until', range)} and ${ofKind(sql`'deadline'`, filter)}
    and ${withBody(filter, sql`select c.body_id union all select o.body_id from commitment_owner o where o.commitment_id = c.id and o.state not in ('declined', 'released')`)}
    and ${withParty(filter, sql`select o.party_id from commitment_owner o where o.commitment_id = c.id and o.state not in ('declined', 'released')`)}
    and ${inGoal(filter, sql`select g.goal_id from commitment_goal g where g.commitment_id = c.id`)}`;

/** Until when a plan cycle takes inputs or comments: a moment, on the clock of the cycle. */
const planDeadline = (
  kind: 'plan-inputs' | 'plan-comments',
  filter: EntryFilter,
  range: Range,
  language: string,
) => sql`
  select c.id || '-' || ${kind}::text, ${kind}, coalesce(c.title ->> ${language}, c.title ->> 'en'), case when c.title ? ${language} then ${language} else 'en' end,
    d.day, d.day, true, d.moment, c.zone, null,
    case when c.stage = ${kind === 'plan-inputs' ? 'inputs' : 'comments'} then 'due' when c.stage = 'call' then 'planned' else 'done' end, '/plan/' || c.slug,
    ${bodies(sql`select c.body_id`, language)}, s.sequence, s.changed_at
  from plan_cycle c join calendar_stamp s on s.cycle_id = c.id
    cross join lateral (select x.moment, (x.moment at time zone c.zone)::date as day from (select ${sql.ref(kind === 'plan-inputs' ? 'c.inputs_due' : 'c.comments_due')} as moment) x) d
  where d.moment is not null and ${touches('d.day', 'd.day', range)} and ${filter.goal}::text is null and ${asksFor(filter, kind)}
    and ${withBody(filter, sql`select c.body_id`)} and ${withParty(filter, sql`select w.party_id from plan_party w where w.cycle_id = c.id`)}`;

/**
 * What the asker may see of the calendar between two days (inclusive; no last day: everything to come), by first day.
 */
export async function calendarEntries(
  tx: Tx,
  filter: EntryFilter,
  range: Range,
  language = 'en',
): Promise<CalendarEntry[]> {
  const { rows } = await sql<Row>`
    ${meetings(filter, range, language)} union all ${activities(filter, range, language)} union all ${deadlines(filter, range, language)}
    union all ${planDeadline('plan-inputs', filter, range, language)} union all ${planDeadline('plan-comments', filter, range, language)}
    order by days_from, uid limit ${mostEntries}`.execute(tx);
  return rows.map(entryOf);
}

const entryOf = ({ days_from, days_until, fixed, moment, zone, changed_at, ...row }: Row): CalendarEntry => ({
  ...row,
  when: whenOf(days_from, days_until, fixed, moment, zone),
  changed: changed_at.toISOString(),
});

/** The entry of one meeting, whatever its day; null when it has none or the asker may not see it. */
export async function calendarEntry(tx: Tx, meeting: string, language = 'en'): Promise<CalendarEntry | null> {
  const all = { body: null, party: null, goal: null, kind: null };
  const { rows } =
    await sql<Row>`select * from (${meetings(all, { from: '0001-01-01', until: null }, language)}) e where e.uid = ${meeting}`.execute(
      tx,
    );
  return rows[0] ? entryOf(rows[0]) : null;
}

function whenOf(from: string, until: string, fixed: boolean, moment: Date | null, zone: string | null): When {
  if (moment !== null && zone !== null)
    return { kind: 'hours', from: moment.toISOString(), until: moment.toISOString(), zone };
  return { kind: fixed ? 'days' : 'interval', from, until };
}

/** What the filters can be set to: bodies and parties that have something in the calendar, and goals, newest generation first. */
export interface CalendarChoices {
  bodies: { key: string; name: string }[];
  parties: { key: string; name: string }[];
  goals: { key: string; name: string; generation: string }[];
}

export async function calendarChoices(tx: Tx, language = 'en'): Promise<CalendarChoices> {
  const { rows } = await sql<CalendarChoices>`
    select ${bodies(
      sql`select body_id from meeting_body union select body_id from activity union select body_id from activity_party
        union select body_id from commitment where due_from is not null`,
      language,
    )} as bodies,
    coalesce((select json_agg(json_build_object('key', n.key, 'name', n.name) order by n.name)
      from (select p.key, coalesce(${nameOn('p.id', 'null::uuid', 'null::date', language)}, p.key) as name from party p
        where p.id in (select party_id from attendance union select party_id from activity_party union select party_id from commitment_owner)) n), '[]') as parties,
    coalesce((select json_agg(json_build_object('key', f.key || ':' || g.code, 'name', g.code || '. ' || coalesce(g.title ->> ${language}, g.title ->> 'en'),
        'generation', coalesce(f.title ->> ${language}, f.title ->> 'en')) order by f.effective_from desc, g.ordinal)
      from goal g join framework_generation f on f.id = g.generation_id where f.kind = 'dialogue' and g.parent_id is null), '[]') as goals`.execute(
    tx,
  );
  return rows[0]!;
}
