import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/action.ts';
import { newId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { DraftedOutcome } from '../outcome.ts';
import type { VersionPurpose } from '../stage.ts';
import { labelsOf, type ParagraphKind } from '../text.ts';
import type { DraftRow } from './drafts.ts';
import { outcomesOf } from './outcomes.ts';
import { calledAt, standingParagraphs, type DraftParagraph } from './paragraphs.ts';
import { namedIn, protectedNames, underRule } from './protected.ts';

/** A paragraph of a version, frozen. */
export interface FrozenParagraph {
  id: string;
  ordinal: number;
  kind: ParagraphKind;
  label: string | null;
  text: string;
  session: string | null;
  underRule: boolean;
  outcomes: DraftedOutcome[];
}

export interface VersionRow {
  id: string;
  n: number;
  purpose: VersionPurpose;
  note: string | null;
  comments_due: Date | null;
  at: Date;
}

/** Most paragraphs of one report: what a page still holds. */
const mostParagraphs = 2000;

interface Wanted {
  purpose: VersionRow['purpose'];
  note: string | null;
  due: Date | null;
  actor: Actor;
  at: Date;
}

/**
 * Freezes the text as it stands. The draft is locked by the caller.
 * @throws Refusal `drafting.version.empty`, `.too-large`, `drafting.outcome.adrift`, or `drafting.rule.named` naming the paragraph and the word
 */
export async function appendVersion(
  tx: Tx,
  draft: DraftRow,
  { purpose, note, due, actor, at }: Wanted,
): Promise<{ id: string; n: number }> {
  const paragraphs = await checkedText(tx, draft);
  const ruled = await underRule(tx, draft);
  const outcomes = await standingOutcomes(tx, draft, paragraphs);
  const id = newId(at);
  const n = ((await newestVersion(tx, draft.id))?.n ?? 0) + 1;
  await tx
    .insertInto('draft_version')
    .values({ id, draft_id: draft.id, n, purpose, note, comments_due: due, at, by: actor.personId! })
    .execute();
  const labels = labelsOf(paragraphs);
  const rows = paragraphs.map((one, index) => ({
    version_id: id,
    paragraph_id: one.id,
    ordinal: index + 1,
    kind: one.kind,
    label: labels[index]!,
    text: one.text,
    session_id: one.session_id,
    under_rule: ruled.has(one.id),
    outcomes: JSON.stringify(outcomes.get(one.id) ?? []),
  }));
  for (let from = 0; from < rows.length; from += 500)
    await tx
      .insertInto('draft_version_paragraph')
      .values(rows.slice(from, from + 500))
      .execute();
  return { id, n };
}

/** The standing text, fit to leave the house. */
async function checkedText(tx: Tx, draft: DraftRow): Promise<DraftParagraph[]> {
  const paragraphs = await standingParagraphs(tx, draft.id);
  if (paragraphs.length === 0) throw new Refusal('drafting.version.empty', 'The draft has no paragraph yet.');
  if (paragraphs.length > mostParagraphs)
    throw new Refusal(
      'drafting.version.too-large',
      `A report holds at most ${mostParagraphs} paragraphs; this one has ${paragraphs.length}.`,
    );
  const first = (await namedUnderRule(tx, draft, paragraphs))[0];
  if (first)
    throw new Refusal(
      'drafting.rule.named',
      `${upper(calledAt(paragraphs, first.index))} reports a session under the Chatham House Rule and names “${first.word}”. Take the name out; nothing was sent out.`,
      { field: `p-${paragraphs[first.index]!.id}` },
    );
  return paragraphs;
}

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Every protected name in a paragraph under the rule, in the order of the text. */
export async function namedUnderRule(
  tx: Tx,
  draft: DraftRow,
  paragraphs: readonly Pick<DraftParagraph, 'id' | 'text'>[],
): Promise<{ index: number; paragraph: string; word: string; start: number }[]> {
  const ruled = await underRule(tx, draft);
  if (!paragraphs.some(({ id }) => ruled.has(id))) return [];
  const guarded = await protectedNames(tx, draft.meeting_id);
  return paragraphs.flatMap(({ id, text }, index) =>
    ruled.has(id)
      ? namedIn(text, guarded, draft.names_day).map(({ word, start }) => ({ index, paragraph: id, word, start }))
      : [],
  );
}

/** Outcomes by paragraph, in the order of the text; under the rule without from whom they come. @throws Refusal `drafting.outcome.adrift` */
async function standingOutcomes(
  tx: Tx,
  draft: DraftRow,
  paragraphs: readonly DraftParagraph[],
): Promise<Map<string, DraftedOutcome[]>> {
  const ruled = await underRule(tx, draft);
  const all = await outcomesOf(tx, draft.id, new Map(paragraphs.map(({ id, text }) => [id, text])));
  const adrift = all.find((one) => one.adrift);
  if (adrift) {
    const at = paragraphs.findIndex(({ id }) => id === adrift.paragraph);
    throw new Refusal(
      'drafting.outcome.adrift',
      `The words of an outcome no longer stand in ${calledAt(paragraphs, at)}: “${adrift.text.slice(0, 80)}”. Mark it again, or say that it is none.`,
      { field: `p-${adrift.paragraph}` },
    );
  }
  const byParagraph = Map.groupBy(all, ({ paragraph }) => paragraph);
  return new Map(
    [...byParagraph].map(([paragraph, list]) => [
      paragraph,
      list
        .toSorted((a, b) => a.start - b.start)
        .map(({ id, text, start, kind, by, to, goals, when }) => ({
          id,
          text,
          start,
          kind,
          by: ruled.has(paragraph) ? [] : by,
          to: ruled.has(paragraph) ? [] : to,
          goals,
          when,
        })),
    ]),
  );
}

/** The newest version of a draft; undefined when none was circulated. */
export async function newestVersion(tx: Tx, draft: string): Promise<VersionRow | undefined> {
  const { rows } = await sql<VersionRow>`
    select id, n, purpose, note, comments_due, at from draft_version where draft_id = ${draft} order by n desc limit 1`.execute(
    tx,
  );
  return rows[0];
}

/** The paragraphs of a version in their order. */
export async function frozenParagraphs(tx: Tx, version: string): Promise<FrozenParagraph[]> {
  const { rows } = await sql<FrozenParagraph>`
    select paragraph_id as id, ordinal, kind, label, text, session_id as session, under_rule as "underRule", outcomes
    from draft_version_paragraph where version_id = ${version} order by ordinal`.execute(tx);
  return rows;
}

/** Every comment that was sent gets its answer before the next version. @throws Refusal `drafting.comment.open` */
export async function checkAnswered(tx: Tx, draft: string): Promise<void> {
  const { open } = await tx
    .selectFrom('draft_comment')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('draft_id', '=', draft)
    .where('sent_at', 'is not', null)
    .where('disposition', 'is', null)
    .executeTakeFirstOrThrow();
  if (open > 0)
    throw new Refusal(
      'drafting.comment.open',
      `${open} ${open === 1 ? 'comment has' : 'comments have'} no answer yet. Answer every comment first; nothing was sent out.`,
    );
}
