import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { inLanguage, type LanguageMap } from '../../../../kernel/language-map.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import { conceptName } from '../../ties/concept-names.ts';
import type { SaidKind, TieKind } from '../../ties/suggest.ts';
import type { TieState } from '../ties/decide.ts';

/** Why a tie is proposed, as a page puts it into words. */
export interface TieReason {
  code:
    | 'same-object'
    | 'same-words'
    | 'same-region'
    | 'same-goal'
    | 'same-party'
    | 'later'
    | 'same-report'
    | 'offer-meets-request';
  /** Name of the object, region, goal or party, or the words, in the language asked for. */
  name: string;
  /** Whole months, for `later`. */
  months: number;
}

/** An outcome at one end of a tie. */
export interface TiedOutcome {
  id: string;
  number: number;
  kind: SaidKind;
  text: string;
  /** Label path of its paragraph. */
  paragraph: string | null;
  title: string;
  slug: string;
  /** Last day of its meeting. */
  day: string | null;
}

/** A commitment at the earlier end of a tie. */
export interface TiedCommitment {
  id: string;
  number: number;
  title: string;
  state: string;
}

export interface TieRow {
  id: string;
  revision: number;
  kind: TieKind;
  state: TieState;
  /** Place among the suggestions; null when a person made it. */
  rank: number | null;
  /** Why it was rejected. */
  reason: string | null;
  later: TiedOutcome;
  earlier: TiedOutcome | null;
  commitment: TiedCommitment | null;
  reasons: TieReason[];
  /** Who decided, and when; null while it is proposed. */
  decided: { who: string | null; at: Date } | null;
  /** Whether there is a decision to take back. */
  undoable: boolean;
  /** Whether the actor may decide about it. */
  may: boolean;
}

type RawReason = {
  code: TieReason['code'];
  term: string | null;
  goal: LanguageMap | null;
  number: string | null;
  generation: LanguageMap | null;
  party: string | null;
  months: number | null;
};

const outcomeJson = (o: string, r: string, m: string) =>
  sql`json_build_object('id', ${sql.ref(o)}.id, 'number', ${sql.ref(o)}.number, 'kind', ${sql.ref(o)}.kind, 'text', ${sql.ref(o)}.text, 'paragraph',
    (select pv.label_path from paragraph_version pv where pv.version_id = ${sql.ref(o)}.version_id and pv.paragraph_id = ${sql.ref(o)}.paragraph_id),
    'title', ${sql.ref(m)}.title, 'slug', ${sql.ref(r)}.slug, 'day', coalesce(${sql.ref(m)}.end_day, ${sql.ref(m)}.start_day))`;

async function tiesWhere(tx: Tx, where: RawBuilder<unknown>, language: string): Promise<TieRow[]> {
  const { rows } = await sql<Omit<TieRow, 'reasons'> & { reasons: RawReason[] }>`
    select t.id, t.revision, t.kind, t.state, t.rank, t.reason, ${outcomeJson('o', 'r', 'm')} as later,
      case when e.id is not null then ${outcomeJson('e', 'er', 'em')} end as earlier,
      case when c.id is not null then json_build_object('id', c.id, 'number', c.number, 'title', c.title, 'state', c.state) end as commitment,
      coalesce((select json_agg(json_build_object('code', x.code, 'term', x.term, 'goal', g.title, 'number', g.code, 'generation', f.title, 'months', x.months,
          'party', ${nameOn('x.party_id', 'x.body_id', 'null::date', language)}) order by x.ordinal)
        from tie_reason x left join goal g on g.id = x.goal_id left join framework_generation f on f.id = g.generation_id where x.tie_id = t.id), '[]') as reasons,
      case when t.decided_at is not null then json_build_object('who', p.name, 'at', t.decided_at) end as decided,
      coalesce((select d.verb <> 'undone' from tie_decision d where d.tie_id = t.id order by d.revision desc limit 1), false) as undoable,
      ((select app_is_staff()) or t.report_id = any ((select app_reviewed_reports())::uuid[])) as may
    from tie t join outcome o on o.id = t.later_outcome_id join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id
    left join outcome e on e.id = t.earlier_outcome_id left join report er on er.id = e.report_id left join meeting em on em.id = er.meeting_id
    left join commitment c on c.id = t.commitment_id left join person p on p.id = t.decided_by
    where ${where} order by o.start_at, o.number, o.id, (t.commitment_id is null), t.rank nulls last, t.id`.execute(tx);
  return rows.map((row) => ({ ...row, reasons: row.reasons.map((reason) => inWordsOf(reason, language)) }));
}

function inWordsOf(reason: RawReason, language: string): TieReason {
  const concept = reason.code === 'same-object' || reason.code === 'same-region';
  const name = concept
    ? inLanguage(conceptName(reason.term!), language).text
    : reason.goal
      ? `${reason.number} · ${inLanguage(reason.goal, language).text}`
      : (reason.term ?? reason.party ?? '');
  return { code: reason.code, name, months: reason.months ?? 0 };
}

/** What the ties page of a report shows. */
export interface ReportTies {
  report: { id: string; slug: string; title: string; stage: string };
  ties: TieRow[];
  may: boolean;
  /** How many confirmed outcomes still wait for being compared; seen by the Secretariat. */
  waiting: number;
}

/** Ties of the outcomes of a report to earlier outcomes and commitments, in the order of its text; null when the actor sees no such report. */
export async function tiesOfReport(tx: Tx, slug: string, language = 'en'): Promise<ReportTies | null> {
  const { rows } = await sql<ReportTies['report'] & { may: boolean; waiting: number }>`
    select r.id, r.slug, m.title, r.stage, ((select app_is_staff()) or r.id = any ((select app_reviewed_reports())::uuid[])) as may,
      (select count(*)::int from outcome_to_compare w join outcome o on o.id = w.outcome_id where o.report_id = r.id) as waiting
    from report r join meeting m on m.id = r.meeting_id where r.slug = ${slug}`.execute(tx);
  if (!rows[0]) return null;
  const { may, waiting, ...report } = rows[0];
  return { report, may, waiting, ties: await tiesWhere(tx, sql`t.report_id = ${report.id}`, language) };
}

/** Ties of one outcome, to earlier ones and from later ones. */
export async function tiesOfOutcome(
  tx: Tx,
  id: string,
  language = 'en',
): Promise<{ before: TieRow[]; after: TieRow[] }> {
  const all = await tiesWhere(tx, sql`(t.later_outcome_id = ${id} or t.earlier_outcome_id = ${id})`, language);
  return { before: all.filter(({ later }) => later.id === id), after: all.filter(({ later }) => later.id !== id) };
}

/** How many ties of each state a report has, for a link to them. */
export async function tieCounts(tx: Tx, report: string): Promise<{ proposed: number; accepted: number }> {
  const { rows } = await sql<{ proposed: number; accepted: number }>`
    select count(*) filter (where state = 'proposed')::int as proposed, count(*) filter (where state = 'accepted')::int as accepted
    from tie where report_id = ${report}`.execute(tx);
  return rows[0]!;
}
