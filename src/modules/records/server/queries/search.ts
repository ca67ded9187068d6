import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import type { SearchForm } from '../../forms.ts';
import { foundSentences, type TextRun } from '../../found-sentences.ts';
import type { ReportStage } from '../../report.ts';
import { outcomeColumns, type OutcomeRow } from './outcome-rows.ts';

const perPage = 20;

interface FoundIn {
  report: { id: string; slug: string; title: string; start_day: string | null; stage: ReportStage };
  /** The sentences that answer, their words that were found marked. Plain text: nothing of it is markup. */
  runs: TextRun[];
}
/** A paragraph found. */
export interface FoundParagraph extends FoundIn {
  paragraph: { id: string; number: number; label: string | null; path: string | null };
}
/** An outcome found. */
export interface FoundOutcome extends FoundIn {
  outcome: OutcomeRow;
}

export interface SearchAnswer {
  /** False when the question has no word to look for (empty, only exclusions, only words too common to be kept). */
  asked: boolean;
  total: number;
  page: number;
  pages: number;
  paragraphs: FoundParagraph[];
  outcomes: FoundOutcome[];
}

// Marks that no text from outside can hold: the reader keeps no private-use characters apart, and these two are taken out of what is shown.
const on = '\ue000';
const off = '\ue001';
const options = `HighlightAll=true, StartSel=${on}, StopSel=${off}`;

/**
 * Searches everything the actor may see: paragraphs of the versions that stand, or outcomes. The ranking function applies the rule of who sees what and
 * gives ids; the rows are read again under the policies.
 */
export async function search(tx: Tx, form: SearchForm, language = 'en'): Promise<SearchAnswer> {
  const nothing = { total: 0, page: form.page, pages: 1, paragraphs: [], outcomes: [] };
  const { rows } = await sql<{ asked: boolean; party: string | null; body: string | null }>`
    select numnode(search_query(${form.q})) > 0 as asked, (select id from party where key = ${form.party}) as party, (select id from body where ${form.body} in (key, id::text)) as body`.execute(
    tx,
  );
  const { asked, party, body } = rows[0]!;
  if (!asked) return { asked, ...nothing };
  if ((form.party !== null && party === null) || (form.body !== null && body === null)) return { asked, ...nothing };
  const call = sql`(${form.q}, ${body}::uuid, ${party}::uuid, ${form.year}::int, ${form.kind}, ${form.order === 'date'}, ${perPage}, ${(form.page - 1) * perPage})`;
  const found =
    form.in === 'outcomes' ? await foundOutcomes(tx, form.q, call, language) : await foundParagraphs(tx, form.q, call);
  return { asked, ...nothing, ...found, pages: Math.max(1, Math.ceil(found.total / perPage)) };
}

type Call = ReturnType<typeof sql>;
type Marked = { total: number; marked: string; report: FoundIn['report'] };

async function foundParagraphs(
  tx: Tx,
  q: string,
  call: Call,
): Promise<{ total: number; paragraphs: FoundParagraph[] }> {
  const { rows } = await sql<Marked & { paragraph: FoundParagraph['paragraph'] }>`
    with hits as materialized (select h.*, row_number() over () as place from search_paragraphs${call} h)
    select h.total, ts_headline('redthread_stem', translate(pv.text, ${on + off}, ''), search_query(${q}), ${options}) as marked,
      json_build_object('id', p.id, 'number', p.number, 'label', pv.label, 'path', pv.label_path) as paragraph,
      json_build_object('id', r.id, 'slug', r.slug, 'title', m.title, 'start_day', m.start_day, 'stage', r.stage) as report
    from hits h join paragraph p on p.id = h.paragraph_id join report r on r.id = p.report_id
      join paragraph_version pv on pv.paragraph_id = p.id and pv.version_id = r.version_id join meeting m on m.id = r.meeting_id
    order by h.place`.execute(tx);
  return {
    total: rows[0]?.total ?? 0,
    paragraphs: rows.map(({ marked, paragraph, report }) => ({
      report,
      paragraph,
      runs: foundSentences(marked, q, on, off),
    })),
  };
}

async function foundOutcomes(
  tx: Tx,
  q: string,
  call: Call,
  language: string,
): Promise<{ total: number; outcomes: FoundOutcome[] }> {
  const { rows } = await sql<Marked & OutcomeRow>`
    with hits as materialized (select h.*, row_number() over () as place from search_outcomes${call} h)
    select ${outcomeColumns(language)}, h.total, ts_headline('redthread_stem', translate(o.text, ${on + off}, ''), search_query(${q}), ${options}) as marked,
      json_build_object('id', r.id, 'slug', r.slug, 'title', m.title, 'start_day', m.start_day, 'stage', r.stage) as report
    from hits h join outcome o on o.id = h.outcome_id join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id
    order by h.place`.execute(tx);
  return {
    total: rows[0]?.total ?? 0,
    outcomes: rows.map(({ marked, report, total: _, ...outcome }) => ({
      report,
      outcome,
      runs: foundSentences(marked, q, on, off),
    })),
  };
}
