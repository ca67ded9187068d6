import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { inLanguage, locales, type LanguageMap, type Locale } from '../../../../kernel/language-map.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import { inOrder, type FloorView, type PointView } from '../../view.ts';
import type { SessionState } from '../../session.ts';
import { turnsOf, type TurnRow } from '../turns.ts';

/** How much of the floor somebody sees; see floor_sight in the policies. */
export type Sight = 'leader' | 'heard' | 'own';

/** Names of a party by language. */
export type Names = Record<Locale, string>;

/** The floor as the database answers for who asks, before it is put into a language. */
export interface FloorRows {
  sight: Sight;
  version: number;
  revision: number;
  state: SessionState;
  rule: boolean;
  secondsEach: number | null;
  secondsParty: number | null;
  turns: TurnRow[];
  points: (Omit<PointView, 'who'> & { party: string | null })[];
}

interface HeadRow {
  sight: Sight | null;
  version: number;
  revision: number;
  state: SessionState;
  rule: boolean;
  seconds_each: number | null;
  seconds_party: number | null;
}

/** The floor of a session for who asks; null where they see none. */
export async function floorRows(tx: Tx, session: string): Promise<FloorRows | null> {
  const { rows } = await sql<HeadRow>`
    select floor_sight(s.id) as sight, coalesce(v.version, 1)::int as version, s.revision, s.state, session_under_rule(s.id) as rule, s.seconds_each, s.seconds_party
    from meeting_session s left join floor_version v on v.session_id = s.id where s.id = ${session} and s.removed_at is null`.execute(
    tx,
  );
  const head = rows[0];
  if (!head || head.sight === null) return null;
  const points = await sql<FloorRows['points'][number]>`
    select p.id, p.revision, p.session_id as session, p.kind, p.text, p.party_id as party, p.ordinal as "order", p.reported_at is not null as reported
    from session_point p join meeting_session s on s.id = p.session_id
    where p.removed_at is null and (p.session_id = ${session} or s.parent_id = ${session} and p.reported_at is not null)
    order by s.ordinal, p.ordinal, p.id`.execute(tx);
  return {
    sight: head.sight,
    version: head.version,
    revision: head.revision,
    state: head.state,
    rule: head.rule,
    secondsEach: head.seconds_each,
    secondsParty: head.seconds_party,
    turns: await turnsOf(tx, session),
    points: points.rows,
  };
}

/** Names of parties by id, as of today, in every language of the interface. */
export async function partyNames(tx: Tx, ids: readonly string[]): Promise<Map<string, Names>> {
  if (ids.length === 0) return new Map();
  const columns = locales.map(
    (locale) => sql`coalesce(${nameOn('p.id', 'null::uuid', 'null::date', locale)}, p.key) as ${sql.id(locale)}`,
  );
  const { rows } = await sql<Names & { id: string }>`
    select p.id, ${sql.join(columns)} from party p where p.id = any (${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}

/** Ids of the parties that appear in a floor. */
export const partiesIn = (rows: FloorRows): string[] => [
  ...new Set([...rows.turns, ...rows.points].flatMap(({ party }) => (party === null ? [] : [party]))),
];

/** The floor in a language. */
export function viewOf(rows: FloorRows, names: ReadonlyMap<string, Names>, locale: Locale): FloorView {
  const name = (party: string | null) => (party === null ? null : (names.get(party)?.[locale] ?? ''));
  return {
    sight: rows.sight,
    version: rows.version,
    revision: rows.revision,
    state: rows.state,
    rule: rows.rule,
    hidden: rows.rule && rows.state === 'closed',
    secondsEach: rows.secondsEach,
    secondsParty: rows.secondsParty,
    turns: inOrder(
      rows.turns.map(({ party, speaker, ...turn }) => ({ ...turn, party, speaker, who: name(party) ?? speaker ?? '' })),
    ),
    points: rows.points.map(({ party, ...point }) => ({ ...point, who: name(party) })),
  };
}

/** The floor of a session in a language, for a page; null where the asker sees none. */
export async function floorView(
  tx: Tx,
  session: string,
  locale: Locale,
): Promise<{ view: FloorView; sight: Sight } | null> {
  const rows = await floorRows(tx, session);
  if (!rows) return null;
  return { view: viewOf(rows, await partyNames(tx, partiesIn(rows)), locale), sight: rows.sight };
}

/** What a page says about a session beside its floor. */
export interface SessionFacts {
  id: string;
  revision: number;
  kind: string;
  title: { text: string; language: string };
  state: SessionState;
  room: string | null;
  startsAt: Date | null;
  rule: boolean;
  sight: Sight;
  meeting: { slug: string; title: string; zone: string };
  parent: { id: string; title: string } | null;
}

interface FactsRow extends Omit<SessionFacts, 'title' | 'meeting' | 'parent'> {
  map: LanguageMap;
  slug: string;
  meeting_title: string;
  zone: string;
  parent_id: string | null;
  parent_map: LanguageMap | null;
}

/** Sessions of a meeting whose floor the asker sees, in the order of the agenda. */
export async function floorSessions(tx: Tx, slug: string, locale: Locale): Promise<SessionFacts[]> {
  const { rows } = await sql<FactsRow>`
    select s.id, s.revision, s.kind, s.title as map, s.state, s.room, s.starts_at as "startsAt", session_under_rule(s.id) as rule, floor_sight(s.id) as sight,
      c.slug, m.title as meeting_title, c.zone, u.id as parent_id, u.title as parent_map
    from meeting_session s join meeting_call c on c.meeting_id = s.meeting_id join meeting m on m.id = s.meeting_id
      left join meeting_session u on u.id = s.parent_id
    where c.slug = ${slug} and s.removed_at is null and floor_sight(s.id) is not null order by s.ordinal`.execute(tx);
  return rows.map(({ map, slug: name, meeting_title, zone, parent_id, parent_map, ...row }) => ({
    ...row,
    title: inLanguage(map, locale),
    meeting: { slug: name, title: meeting_title, zone },
    parent: parent_id ? { id: parent_id, title: inLanguage(parent_map!, locale).text } : null,
  }));
}

/** One of them; null where there is none to see. */
export async function sessionFacts(
  tx: Tx,
  slug: string,
  session: string,
  locale: Locale,
): Promise<SessionFacts | null> {
  return (await floorSessions(tx, slug, locale)).find(({ id }) => id === session) ?? null;
}

/** Parties the asker can speak for in a session: their own that are invited. */
export async function ownParties(tx: Tx, session: string, locale: Locale): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, coalesce(${nameOn('p.id', 'null::uuid', 'null::date', locale)}, p.key) as name
    from meeting_session s join meeting_invitation i on i.meeting_id = s.meeting_id and i.withdrawn_at is null join party p on p.id = i.party_id
    where s.id = ${session} and p.id = any (app_parties()) order by 2`.execute(tx);
  return rows;
}

/** Parties that can be put on the list: all that are invited. */
export async function invitedParties(tx: Tx, session: string, locale: Locale): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, coalesce(${nameOn('p.id', 'null::uuid', 'null::date', locale)}, p.key) as name
    from meeting_session s join meeting_invitation i on i.meeting_id = s.meeting_id and i.withdrawn_at is null join party p on p.id = i.party_id
    where s.id = ${session}`.execute(tx);
  return rows.toSorted((a, b) => new Intl.Collator(locale).compare(a.name, b.name));
}

/** Statements handed in in writing that the asker may read. */
export async function writtenTexts(tx: Tx, session: string): Promise<{ turn: string; text: string }[]> {
  const { rows } = await sql<{ turn: string; text: string }>`
    select i.id as turn, i.text from intervention i where i.session_id = ${session} and i.state = 'written' and i.text is not null order by i.ordinal`.execute(
    tx,
  );
  return rows;
}

/** What a screen says above the floor; null where the asker sees no such session. */
export async function floorTitle(
  tx: Tx,
  session: string,
  locale: Locale,
): Promise<{ title: string; meeting: string } | null> {
  const { rows } = await sql<{ map: LanguageMap; meeting: string }>`
    select s.title as map, m.title as meeting from meeting_session s join meeting m on m.id = s.meeting_id where s.id = ${session}`.execute(
    tx,
  );
  return rows[0] ? { title: inLanguage(rows[0].map, locale).text, meeting: rows[0].meeting } : null;
}
