import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { fit, resolve, type Candidate } from '../../ties/sought.ts';

/** A meeting or an activity of the register that a reference may mean. */
export interface Meant extends Candidate {
  what: 'meeting' | 'activity';
  id: string;
  day: string | null;
  /** Address of its report, when it has one the actor may see. */
  slug: string | null;
  score: number;
}

/** A dated reference of a report, with what it comes to for the actor now. */
export interface ReferenceRow {
  id: string;
  kind: 'meeting' | 'document';
  asWritten: string;
  sentence: string;
  start: number;
  end: number;
  from: string;
  until: string;
  /** resolved: one thing is meant. several: a person chooses. open: nothing in the register yet. elsewhere: a person said it never will be. */
  state: 'resolved' | 'several' | 'open' | 'elsewhere';
  /** What it means. */
  meant: Meant | null;
  /** Who chose, when a person did. */
  chosenBy: string | null;
  /** Newest choice, for settling it. */
  choice: string | null;
  /** What it might mean: between these a person chooses. */
  possible: Meant[];
  report: { id: string; slug: string; title: string; day: string | null };
  may: boolean;
}

interface Raw extends Omit<ReferenceRow, 'state' | 'meant' | 'possible'> {
  place: string | null;
  words: string[];
  chosen: 'meeting' | 'activity' | 'elsewhere' | 'open' | null;
  target: string | null;
  candidates: Omit<Meant, 'score'>[];
}

async function referencesWhere(tx: Tx, where: RawBuilder<unknown>, limit: number): Promise<ReferenceRow[]> {
  const { rows } = await sql<Raw>`
    select s.id, s.kind, s.as_written as "asWritten", s.sentence, s.start_at as start, s.end_at as "end", s.day_from as from, s.day_until as until, s.place, s.words,
      h.choice as chosen, coalesce(h.meeting_id, h.activity_id) as target, h.id as choice, p.name as "chosenBy",
      json_build_object('id', r.id, 'slug', r.slug, 'title', m.title, 'day', coalesce(m.end_day, m.start_day)) as report,
      ((select app_is_staff()) or r.id = any ((select app_reviewed_reports())::uuid[])) as may,
      coalesce((select json_agg(x) from (
        select 'meeting' as what, c.id, c.title, c.start_day as day, c.place, (select rr.slug from report rr where rr.meeting_id = c.id order by rr.at limit 1) as slug,
          array(select b.key from meeting_body mb join body b on b.id = mb.body_id where mb.meeting_id = c.id) as bodies
        from meeting c where c.id <> m.id and (c.start_day <= s.day_until and coalesce(c.end_day, c.start_day) >= s.day_from or c.id = h.meeting_id)
        union all
        select 'activity', a.id, a.title, a.starts_from, nullif(a.place, ''), null, array(select b.key from body b where b.id = a.body_id)
        from activity a where a.meeting_id is null and a.state in ('confirmed', 'held') and (a.starts_from <= s.day_until
          and coalesce(a.ends_on, a.starts_until) >= s.day_from or a.id = h.activity_id)) x), '[]') as candidates
    from sought_reference s join report r on r.id = s.report_id join meeting m on m.id = r.meeting_id
    left join lateral (select c.* from reference_choice c where c.sought_id = s.id order by c.id desc limit 1) h on true
    left join person p on p.id = h.by
    where s.reference_id is not null and ${where} order by m.start_day desc nulls last, r.slug, s.start_at limit ${limit}`.execute(
    tx,
  );
  return rows.map(settle);
}

function settle({ place, words, chosen, target, candidates, ...row }: Raw): ReferenceRow {
  const scored = candidates.map((candidate) => ({ ...candidate, score: fit({ terms: words, place }, candidate) }));
  const picked = target === null ? undefined : scored.find(({ id }) => id === target);
  if (picked) return { ...row, state: 'resolved', meant: picked, possible: [] };
  if (chosen === 'elsewhere') return { ...row, state: 'elsewhere', meant: null, possible: [] };
  const { meant, possible } = resolve(scored);
  return { ...row, state: meant ? 'resolved' : possible.length > 0 ? 'several' : 'open', meant, possible };
}

/** Dated references of one report, in the order of its text. */
export const referencesOfReport = (tx: Tx, report: string): Promise<ReferenceRow[]> =>
  referencesWhere(tx, sql`s.report_id = ${report}`, 500);

/** Most references the list looks through; the newest reports first. */
export const mostOpenReferences = 2000;

/** References of all reports the actor sees that mean nothing in the register yet, or several things; newest reports first. */
export async function openReferences(tx: Tx): Promise<ReferenceRow[]> {
  const all = await referencesWhere(
    tx,
    sql`h.choice is distinct from 'elsewhere' and h.meeting_id is null and h.activity_id is null`,
    mostOpenReferences,
  );
  return all.filter(({ state }) => state === 'open' || state === 'several');
}
