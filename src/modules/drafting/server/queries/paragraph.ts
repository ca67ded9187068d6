import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { wordDifference, type WordRun } from '../../../../kernel/word-difference.ts';
import { checkText } from '../../composed.ts';
import type { DraftedOutcome } from '../../outcome.ts';
import { standingParagraphs } from '../paragraphs.ts';
import { deskPage, type DeskPage, type DeskParagraph } from './desk.ts';

/** What a sentence of a paragraph was written from. */
export interface SourceView {
  sentence: string;
  /** Whether it still stands word for word. */
  stands: boolean;
  kind: 'participant' | 'delegation' | 'intervention' | 'note' | 'point' | 'session' | 'paper';
  /** Words of the source itself: the note, the point, the title. */
  words: string;
}

export interface HistoryLine {
  revision: number;
  verb: string;
  by: string;
  at: Date;
  /** What changed in the words; empty when they are the same. */
  runs: WordRun[];
}

export interface ParagraphPage extends Omit<DeskPage, 'text'> {
  paragraph: DeskParagraph;
  /** Proposals of the reader that are not marked. */
  proposals: Omit<DraftedOutcome, 'id'>[];
  sources: SourceView[];
  history: HistoryLine[];
  isFirst: boolean;
  isLast: boolean;
}

/** One paragraph with all that is known of it; null for who does not see the text being written. */
export async function paragraphPage(tx: Tx, slug: string, id: string, at: Date): Promise<ParagraphPage | null> {
  const desk = await deskPage(tx, slug, at);
  const index = desk?.text?.paragraphs.findIndex((one) => one.id === id) ?? -1;
  if (!desk?.text || index < 0) return null;
  const { text, ...rest } = desk;
  const paragraph = text.paragraphs[index]!;
  const check = checkText({ ...desk.meeting, paragraphs: text.paragraphs });
  return {
    ...rest,
    paragraph,
    proposals: (check.outcomes.get(id) ?? []).filter(
      (one) => !paragraph.outcomes.some((mark) => mark.text === one.text),
    ),
    sources: await sourcesOf(tx, id, paragraph.text),
    history: await historyOf(tx, id),
    isFirst: index === 0,
    isLast: index === text.paragraphs.length - 1,
  };
}

async function sourcesOf(tx: Tx, paragraph: string, text: string): Promise<SourceView[]> {
  const { rows } = await sql<Omit<SourceView, 'stands'>>`
    select s.sentence,
      case when s.participant_id is not null then 'participant' when s.delegation_id is not null then 'delegation' when s.intervention_id is not null then 'intervention'
        when s.floor_note_id is not null then 'note' when s.session_point_id is not null then 'point' when s.session_id is not null then 'session' else 'paper' end as kind,
      coalesce(pt.name, (select n.name from party_name n join delegation d on d.party_id = n.party_id where d.id = s.delegation_id and n.form = 'short' and n.language = 'en' and n.withdrawn_at is null limit 1),
        i.text, i.speaker, fn.text, sp.text, ms.title ->> 'en', mp.title ->> 'en', '') as words
    from draft_source s left join participant pt on pt.id = s.participant_id left join intervention i on i.id = s.intervention_id left join floor_note fn on fn.id = s.floor_note_id
      left join session_point sp on sp.id = s.session_point_id left join meeting_session ms on ms.id = s.session_id left join meeting_paper mp on mp.id = s.paper_id
    where s.paragraph_id = ${paragraph} order by s.ordinal`.execute(tx);
  return rows.map((row) => ({ ...row, stands: text.includes(row.sentence) }));
}

async function historyOf(tx: Tx, paragraph: string): Promise<HistoryLine[]> {
  const { rows } = await sql<{
    revision: number;
    verb: string;
    by: string;
    at: Date;
    before: { text: string } | null;
    after: { text: string };
  }>`
    select r.revision, r.verb, coalesce(p.name, '') as by, r.at, r.before, r.after from draft_paragraph_revision r left join person p on p.id = r.by
    where r.paragraph_id = ${paragraph} order by r.revision desc limit 100`.execute(tx);
  return rows.map(({ before, after, ...line }) => ({
    ...line,
    runs: before === null || before.text === after.text ? [] : wordDifference(before.text, after.text),
  }));
}

/** What the reader says of a paragraph if it read like this; null for who does not see the text. For the check while one writes. */
export async function checkedAs(tx: Tx, slug: string, id: string, words: string, at: Date) {
  const desk = await deskPage(tx, slug, at);
  if (!desk?.draft || !desk.text) return null;
  const paragraphs = await standingParagraphs(tx, desk.draft.id);
  if (!paragraphs.some((one) => one.id === id)) return null;
  const check = checkText({
    ...desk.meeting,
    paragraphs: paragraphs.map((one) => (one.id === id ? { ...one, text: words } : one)),
  });
  return { findings: check.findings.get(id) ?? [] };
}
