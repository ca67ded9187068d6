import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { nameOn } from '../../../kernel/server/name-on.ts';
import type { MeetingMaterial, PointKind, SessionMaterial } from '../assemble.ts';
import type { PrintedName } from '../names.ts';

/** SQL: a party as it is printed on a day: `{key, kind, name}`; null where there is none. */
const printed = (party: string, day: string) => sql<PrintedName | null>`(
  select json_build_object('key', whose.key, 'kind', case when whose.kind in ('state', 'territory') then 'state' else 'organisation' end,
    'name', coalesce(${nameOn('whose.id', 'null::uuid', `'${day}'::date`, 'en')}, whose.key)
      || coalesce((select ' (' || a.name || ')' from party_name a where a.party_id = whose.id and a.form = 'acronym' and a.language = 'en' and a.withdrawn_at is null
        and whose.kind not in ('state', 'territory') and a.name <> coalesce(${nameOn('whose.id', 'null::uuid', `'${day}'::date`, 'en')}, '')
        and coalesce(a.used_from, '-infinity') <= '${sql.raw(day)}'::date and coalesce(a.used_until, 'infinity') > '${sql.raw(day)}'::date limit 1), ''))
  from party whose where whose.id = ${sql.raw(party)})`;

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/**
 * What happened in a meeting, as its leaders see it: facts, who came, what was said, noted and brought out.
 * @param day ISO day whose names are printed.
 */
export async function meetingMaterial(tx: Tx, meeting: string, day: string): Promise<MeetingMaterial> {
  if (!isDay.test(day)) throw new Error(`no day: ${day}`);
  const { rows } = await sql<Omit<MeetingMaterial, 'came' | 'sessions'> & { ordering: string }>`
    select m.title, m.start_day as first, m.end_day as last, m.place, m.mode, m.rule is not null as rule, c.ordering,
      ${printed('c.host_party_id', day)} as host
    from meeting m join meeting_call c on c.meeting_id = m.id where m.id = ${meeting}`.execute(tx);
  const { ordering, ...facts } = rows[0]!;
  return { ...facts, came: await whoCame(tx, meeting, day, ordering), sessions: await sessionsOf(tx, meeting, day) };
}

/** Delegations of which somebody came, in the ordering of the meeting, with the people who did. */
async function whoCame(tx: Tx, meeting: string, day: string, ordering: string): Promise<MeetingMaterial['came']> {
  const language = ordering.slice('short-name-'.length);
  const { rows } = await sql<{ party: PrintedName; sort: string; delegation: string; participants: string[] }>`
    select ${printed('x.party_id', day)} as party, x.delegation_id as delegation, x.participants,
      coalesce((select n.sort_key from party_name n where n.party_id = x.party_id and n.form = 'short' and n.language = ${language} and n.withdrawn_at is null
        and coalesce(n.used_from, '-infinity') <= ${day}::date and coalesce(n.used_until, 'infinity') > ${day}::date limit 1),
        ${nameOn('x.party_id', 'null::uuid', `'${day}'::date`, language)}, '') as sort
    from (select p.party_id, p.delegation_id, array_agg(p.id order by p.ordinal) as participants from participant p
      where p.meeting_id = ${meeting} and participant_came(p.id, p.meeting_id) group by 1, 2) x`.execute(tx);
  const { compare } = new Intl.Collator(language);
  return rows
    .toSorted((a, b) => compare(a.sort, b.sort) || (a.party.key < b.party.key ? -1 : 1))
    .map(({ party, delegation, participants }) => ({ party, delegation, participants }));
}

interface SessionRow {
  id: string;
  parent_id: string | null;
  kind: SessionMaterial['kind'];
  title: string;
  rule: boolean;
  held: boolean;
  goal: number | null;
  moderators: SessionMaterial['moderators'];
}

async function sessionsOf(tx: Tx, meeting: string, day: string): Promise<SessionMaterial[]> {
  const { rows } = await sql<SessionRow>`
    select s.id, s.parent_id, s.kind, coalesce(s.title ->> 'en', (select min(t.value) from jsonb_each_text(s.title) t)) as title, session_under_rule(s.id) as rule, s.state <> 'planned' as held,
      (select g.code::integer from goal g where g.id = s.goal_id and g.code ~ '^[0-9]{1,2}$') as goal,
      coalesce((select json_agg(json_build_object('name', d.name, 'party', ${printed('d.party_id', day)}) order by d.ordinal)
        from meeting_session_duty d where d.session_id = s.id and d.duty = 'moderator'), '[]') as moderators
    from meeting_session s where s.meeting_id = ${meeting} and s.removed_at is null order by s.ordinal, s.id`.execute(
    tx,
  );
  const interventions = await interventionsOf(tx, meeting, day);
  const notes = await notesOf(tx, meeting);
  const points = await pointsOf(tx, meeting, day);
  const papers = await papersOf(tx, meeting);
  return inTree(rows).map(({ parent_id: _, ...session }) => ({
    ...session,
    interventions: interventions
      .filter(({ session: of }) => of === session.id)
      .map(({ session: __, ...one }) => ({
        ...one,
        notes: notes.filter(({ intervention }) => intervention === one.id).map(({ id, text }) => ({ id, text })),
      })),
    notes: notes
      .filter((note) => note.session === session.id && note.intervention === null)
      .map(({ id, text }) => ({ id, text })),
    papers: papers.filter(({ session: of }) => of === session.id).map(({ id, title }) => ({ id, title })),
    points: points.filter(({ session: of }) => of === session.id).map(({ session: __, ...point }) => point),
  }));
}

/** A session, then its parts, then the next one. */
function inTree(rows: readonly SessionRow[], parent: string | null = null): SessionRow[] {
  return rows.filter(({ parent_id }) => parent_id === parent).flatMap((row) => [row, ...inTree(rows, row.id)]);
}

async function interventionsOf(tx: Tx, meeting: string, day: string) {
  const { rows } = await sql<Omit<SessionMaterial['interventions'][number], 'notes'> & { session: string }>`
    select i.id, i.session_id as session, i.speaker, case when i.state = 'written' then i.text end as written, ${printed('i.party_id', day)} as party
    from intervention i join meeting_session s on s.id = i.session_id
    where s.meeting_id = ${meeting} and i.state in ('speaking', 'paused', 'done', 'written') order by coalesce(i.given_at, i.asked_at), i.ordinal, i.id`.execute(
    tx,
  );
  return rows;
}

/** Notes that were handed over to the drafting. */
async function notesOf(tx: Tx, meeting: string) {
  const { rows } = await sql<{ id: string; session: string; intervention: string | null; text: string }>`
    select n.id, n.session_id as session, n.intervention_id as intervention, n.text from floor_note n join meeting_session s on s.id = n.session_id
    where s.meeting_id = ${meeting} and n.sent_at is not null and n.removed_at is null order by n.at, n.id`.execute(tx);
  return rows;
}

async function pointsOf(tx: Tx, meeting: string, day: string) {
  const { rows } = await sql<SessionMaterial['points'][number] & { session: string; kind: PointKind }>`
    select p.id, p.session_id as session, p.kind, p.text, ${printed('p.party_id', day)} as party from session_point p join meeting_session s on s.id = p.session_id
    where s.meeting_id = ${meeting} and p.removed_at is null order by p.ordinal, p.id`.execute(tx);
  return rows;
}

/** Papers of sessions of which there is a file and which everybody may see: the report will be read by everybody, so no other title is written into it. */
async function papersOf(tx: Tx, meeting: string) {
  const { rows } = await sql<SessionMaterial['papers'][number] & { session: string }>`
    select p.id, p.session_id as session, p.title ->> 'en' as title from meeting_paper p
    where p.meeting_id = ${meeting} and p.session_id is not null and p.removed_at is null and p.access = 'public'
      and exists (select from meeting_paper_version v where v.paper_id = p.id) order by p.ordinal, p.id`.execute(tx);
  return rows;
}
