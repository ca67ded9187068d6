import { sql } from 'kysely';
import type { Tx } from '../../kernel/action.ts';
import { kept, keptIds } from '../../kernel/server/db/kept-plans.ts';
import { nameOn } from '../../kernel/server/name-on.ts';
import { activityCode, activityPath, commitmentCode, commitmentPath } from '../../modules/followup/index.ts';
import type { Knot, KnotKind, Who } from './knot.ts';
import type { Edge } from './weave.ts';

const nothing: Omit<Knot, 'id' | 'kind' | 'from' | 'until' | 'title'> = {
  state: null,
  what: null,
  who: [],
  hidden: false,
  sentence: null,
  language: 'en',
  paragraph: null,
  link: null,
  place: null,
  heard: false,
  audience: null,
  due: null,
  evidence: [],
  ties: [],
  months: 0,
};

/** SQL: a party or body as `Who`, by the columns that hold its id. */
const who = (party: string, body: string, day: string, language: string) =>
  sql`json_build_object('key', coalesce((select p.key from party p where p.id = ${sql.raw(party)}), (select b.key from body b where b.id = ${sql.raw(body)})),
    'name', ${nameOn(party, body, day, language)}, 'body', ${sql.raw(body)} is not null)`;

/** What was said: outcomes in their paragraphs. Under the Chatham House Rule the policies leave `who` empty. */
export async function outcomeKnots(tx: Tx, ids: readonly string[], start: string, language: string): Promise<Knot[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    kind: string;
    state: string;
    text: string;
    from: string | null;
    until: string | null;
    title: string;
    slug: string;
    hidden: boolean;
    who: Who[];
    paragraph: Knot['paragraph'];
    version: number | null;
  }>`${kept} select o.id, o.kind, o.state, o.text, m.start_day as from, coalesce(m.end_day, m.start_day) as until, m.title, r.slug,
      m.rule is not null and not ((select app_is_staff()) or m.id = any ((select app_reviewed_meetings())::uuid[])) as hidden,
      coalesce((select json_agg(case when coalesce(a.party_id, a.body_id) is null then json_build_object('key', null, 'name', a.as_written, 'body', false)
        else ${who('a.party_id', 'a.body_id', 'm.start_day', language)} end order by a.ordinal)
        from outcome_party a where a.outcome_id = o.id and a.role = 'by'), '[]') as who,
      (select json_build_object('text', pv.text, 'label', pv.label_path, 'start', o.start_at - pv.start_at, 'end', o.end_at - pv.start_at)
        from paragraph_version pv where pv.version_id = o.version_id and pv.paragraph_id = o.paragraph_id) as paragraph,
      case when r.version_id <> o.version_id then (select v.n from report_version v where v.id = o.version_id) end as version
    from outcome o join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id
    where o.id = any (${keptIds(ids)}) and (o.state = 'confirmed' or o.id = ${start})`.execute(tx);
  return rows.map(({ id, kind, text, slug, version, ...row }) => ({
    ...nothing,
    ...row,
    id: `outcome:${id}`,
    kind: 'outcome',
    what: kind,
    sentence: text,
    link: `/outcomes/${id}`,
    place: `/reports/${slug}?${version === null ? '' : `version=${version}&`}at=${id}#o-${id}`,
    heard: row.state === 'confirmed',
  }));
}

/** What was agreed: commitments with who holds them. */
export async function commitmentKnots(tx: Tx, ids: readonly string[], language: string): Promise<Knot[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    number: number;
    title: string;
    wording: string;
    language: string;
    state: string;
    audience: Knot['audience'];
    day: string;
    due: Knot['due'];
    who: Who[];
  }>`${kept} select c.id, c.number, c.title, c.wording, c.language, c.state, c.audience, c.raised_at::date as day,
      case when c.due_until is not null then json_build_object('from', c.due_from, 'until', c.due_until) end as due,
      coalesce((select json_agg(${who('w.party_id', 'w.body_id', 'null::date', language)} order by w.ordinal) from commitment_owner w
        where w.commitment_id = c.id and w.state <> 'released'), '[]') as who
    from commitment c where c.id = any (${keptIds(ids)})`.execute(tx);
  return rows.map(({ id, number, day, wording, title, ...row }) => ({
    ...nothing,
    ...row,
    id: `commitment:${id}`,
    kind: 'commitment',
    from: day,
    until: day,
    title: `${commitmentCode(number)} · ${title}`,
    sentence: wording === '' ? null : wording,
    link: commitmentPath(number),
  }));
}

/** The last day something was heard of each of these commitments, as far as the asker may know, by id of the knot. */
export async function heardDays(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    day: string;
  }>`${kept} select 'commitment:' || h.commitment_id as id, max(h.heard_on) as day from commitment_heard h where h.commitment_id = any (${keptIds(ids)}) group by 1`.execute(
    tx,
  );
  return new Map(rows.map(({ id, day }) => [id, day]));
}

/** What is done about it. A planned activity is still to come; one that was held counts as heard. */
export async function activityKnots(tx: Tx, ids: readonly string[], language: string): Promise<Knot[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    number: number;
    what: string;
    title: string;
    description: string;
    language: string;
    state: string;
    audience: Knot['audience'];
    from: string | null;
    until: string | null;
    slug: string | null;
    who: Who[];
  }>`${kept} select a.id, a.number, a.kind as what, a.title, a.description, a.language, a.state, a.audience, a.starts_from as from,
      coalesce(a.ends_on, a.starts_until) as until,
      (select r.slug from report r where r.meeting_id = a.meeting_id order by r.at limit 1) as slug,
      coalesce((select json_agg(${who('w.party_id', 'w.body_id', 'null::date', language)} order by w.role, w.ordinal) from activity_party w
        where w.activity_id = a.id and w.role in ('lead', 'host')), '[]') as who
    from activity a where a.id = any (${keptIds(ids)})`.execute(tx);
  return rows.map(({ id, number, description, slug, title, ...row }) => ({
    ...nothing,
    ...row,
    id: `activity:${id}`,
    kind: 'activity',
    title: `${activityCode(number)} · ${title}`,
    sentence: description === '' ? null : description,
    link: activityPath(number),
    place: slug === null ? null : `/reports/${slug}`,
    heard: row.state === 'held',
  }));
}

/** What the owners say of their progress; an internal note only for its own party, as the policies have it. */
export async function progressKnots(
  tx: Tx,
  commitments: readonly string[],
  language: string,
): Promise<{ knots: Knot[]; edges: Edge[] }> {
  if (commitments.length === 0) return { knots: [], edges: [] };
  const { rows } = await sql<{
    id: string;
    commitment: string;
    number: number;
    title: string;
    text: string;
    language: string;
    audience: Knot['audience'];
    day: string;
    who: Who[];
    evidence: Knot['evidence'];
  }>`${kept} select p.id, p.commitment_id as commitment, c.number, c.title, p.text, p.language, p.audience, p.day,
      json_build_array(${who('w.party_id', 'w.body_id', 'p.day', language)}) as who,
      coalesce((select json_agg(json_build_object('title', e.title, 'link', coalesce(e.link,
          (select '/reports/' || r.slug || '#p' || g.number from paragraph g join report r on r.id = g.report_id where g.id = e.paragraph_id))) order by e.id)
        from evidence e where e.progress_id = p.id), '[]') as evidence
    from progress_report p join commitment c on c.id = p.commitment_id join commitment_owner w on w.id = p.owner_id
    where p.commitment_id = any (${keptIds(commitments)}) and p.withdrawn_at is null order by p.day desc, p.id desc limit 400`.execute(
    tx,
  );
  return {
    knots: rows.map(({ id, commitment: _, number, title, text, day, ...row }) => ({
      ...nothing,
      ...row,
      id: `progress:${id}`,
      kind: 'progress',
      from: day,
      until: day,
      title: `${commitmentCode(number)} · ${title}`,
      sentence: text,
      link: commitmentPath(number),
      heard: row.audience !== 'party',
    })),
    edges: rows.map(({ id, commitment }) => ({
      from: `progress:${id}`,
      to: `commitment:${commitment}`,
      kind: 'reports-on',
    })),
  };
}

/** Steps of owners among them count as heard. */
const ofOwners: readonly string[] = ['taken-on', 'declined', 'claimed', 'confirmed'];
const steps = [
  'taken-on',
  'declined',
  'claimed',
  'confirmed',
  'completed',
  'superseded',
  'withdrawn',
] as const satisfies KnotKind[];

/** Steps of owners and the end of a commitment, from its history: seen by participants. */
export async function stepKnots(
  tx: Tx,
  commitments: readonly string[],
  language: string,
): Promise<{ knots: Knot[]; edges: Edge[] }> {
  if (commitments.length === 0) return { knots: [], edges: [] };
  const { rows } = await sql<{
    id: string;
    commitment: string;
    number: number;
    title: string;
    verb: (typeof steps)[number];
    words: string | null;
    language: string;
    day: string;
    who: Who[];
  }>`${kept} select v.commitment_id || '-' || v.n as id, v.commitment_id as commitment, c.number, c.title, v.verb, c.language, v.at::date as day,
      case when v.owner_id is null then v.after ->> 'reason' else coalesce(nullif(v.after ->> 'reason', ''), nullif(v.after ->> 'words', '')) end as words,
      case when w.id is null then '[]'::json else json_build_array(${who('w.party_id', 'w.body_id', 'null::date', language)}) end as who
    from commitment_revision v join commitment c on c.id = v.commitment_id left join commitment_owner w on w.id = v.owner_id
    where v.commitment_id = any (${keptIds(commitments)}) and v.verb in (${sql.join(steps.map((step) => sql.lit(step)))}) order by v.at desc, v.n desc limit 400`.execute(
    tx,
  );
  return {
    knots: rows.map(({ id, number, title, verb, words, day, who: names, language: spoken }) => ({
      ...nothing,
      id: `step:${id}`,
      kind: verb,
      from: day,
      until: day,
      title: `${commitmentCode(number)} · ${title}`,
      sentence: words,
      language: spoken,
      who: names,
      link: commitmentPath(number),
      heard: ofOwners.includes(verb),
    })),
    edges: rows.map(({ id, commitment }) => ({ from: `step:${id}`, to: `commitment:${commitment}`, kind: 'step-of' })),
  };
}
