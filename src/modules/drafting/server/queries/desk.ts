import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { checkText, type ParagraphFinding } from '../../composed.ts';
import type { Offer } from '../../offers.ts';
import { isOpen } from '../../stage.ts';
import { labelsOf, type ParagraphKind } from '../../text.ts';
import { comparison } from '../assembling.ts';
import { seenDraft, type DraftRow } from '../drafts.ts';
import { outcomesOf, type OutcomeView } from '../outcomes.ts';
import { standingParagraphs } from '../paragraphs.ts';
import { namedUnderRule } from '../versions.ts';
import { underRule } from '../protected.ts';
import { reportFacts, silenceOf, versionLines, type ReportFacts, type SilenceView, type VersionLine } from './facts.ts';

/** A paragraph of the text being written, with what stands beside it. */
export interface DeskParagraph {
  id: string;
  kind: ParagraphKind;
  label: string | null;
  text: string;
  revision: number;
  session: string | null;
  underRule: boolean;
  /** Protected names in it; it cannot be circulated while there are any. */
  named: string[];
  outcomes: OutcomeView[];
  findings: ParagraphFinding[];
  /** Proposals of the reader that are not marked yet. */
  proposals: number;
  /** Whether the reader may write it. */
  mine: boolean;
}

export interface DeskPage extends ReportFacts {
  versions: VersionLine[];
  silence: SilenceView | null;
  /** Null for who does not see the text being written. */
  text: {
    paragraphs: DeskParagraph[];
    /** Findings about the text as such. */
    findings: ParagraphFinding[];
    offers: Offer[];
    removed: { id: string; text: string; revision: number }[];
    /** Whether it can be written now. */
    open: boolean;
  } | null;
  sessions: { id: string; title: string; rule: boolean; mine: boolean }[];
}

/** The report of a meeting while it is drafted, as the actor may see it. */
export async function deskPage(tx: Tx, slug: string, at: Date): Promise<DeskPage | null> {
  const facts = await reportFacts(tx, slug);
  if (!facts) return null;
  const sessions = await sessionsOf(tx, facts.meeting.id);
  if (!facts.draft) return { ...facts, versions: [], silence: null, text: null, sessions };
  const sees = facts.rights.leads || facts.rights.notes;
  return {
    ...facts,
    versions: await versionLines(tx, facts.draft.id),
    silence: await silenceOf(tx, facts.draft.id, at),
    text: sees ? await deskText(tx, facts, await seenDraft(tx, facts.draft.id), sessions) : null,
    sessions,
  };
}

async function deskText(
  tx: Tx,
  facts: ReportFacts,
  draft: DraftRow,
  sessions: DeskPage['sessions'],
): Promise<DeskPage['text']> {
  const paragraphs = await standingParagraphs(tx, draft.id);
  const texts = new Map(paragraphs.map(({ id, text }) => [id, text]));
  const outcomes = Map.groupBy(await outcomesOf(tx, draft.id, texts), ({ paragraph }) => paragraph);
  const ruled = await underRule(tx, draft);
  const named = Map.groupBy(await namedUnderRule(tx, draft, paragraphs), ({ paragraph }) => paragraph);
  const check = checkText({ ...facts.meeting, paragraphs });
  const labels = labelsOf(paragraphs);
  const open = isOpen(draft.stage);
  const own = new Set(sessions.filter(({ mine }) => mine).map(({ id }) => id));
  const { rows: removed } = await sql<{ id: string; text: string; revision: number }>`
    select id, text, revision from draft_paragraph p where draft_id = ${draft.id} and removed_at is not null
      and not exists (select from draft_paragraph_revision r where r.paragraph_id = p.id and r.revision = p.revision and r.verb = 'merged') order by removed_at desc`.execute(
    tx,
  );
  return {
    open,
    removed,
    findings: check.findings.get('') ?? [],
    offers: open && facts.rights.leads ? (await comparison(tx, draft)).offers : [],
    paragraphs: paragraphs.map(({ id, kind, text, revision, session_id }, index) => {
      const marked = outcomes.get(id) ?? [];
      return {
        id,
        kind,
        label: labels[index]!,
        text,
        revision,
        session: session_id,
        underRule: ruled.has(id),
        named: [...new Set((named.get(id) ?? []).map(({ word }) => word))],
        outcomes: marked,
        findings: check.findings.get(id) ?? [],
        proposals: (check.outcomes.get(id) ?? []).filter((one) => !marked.some((mark) => mark.text === one.text))
          .length,
        mine: open && (facts.rights.leads || (session_id !== null && own.has(session_id))),
      };
    }),
  };
}

async function sessionsOf(tx: Tx, meeting: string): Promise<DeskPage['sessions']> {
  const { rows } = await sql<DeskPage['sessions'][number]>`
    select s.id, coalesce(s.title ->> 'en', (select min(t.value) from jsonb_each_text(s.title) t)) as title, session_under_rule(s.id) as rule, s.id = any (app_led_sessions()) as mine
    from meeting_session s where s.meeting_id = ${meeting} and s.removed_at is null order by s.ordinal, s.id`.execute(
    tx,
  );
  return rows;
}
