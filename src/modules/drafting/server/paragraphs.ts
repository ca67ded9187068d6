import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/action.ts';
import { newId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { AssembledParagraph, SourceTie } from '../assemble.ts';
import { followWords } from '../outcome.ts';
import { pathsOf, type ParagraphKind } from '../text.ts';

/** A paragraph of the text being written. */
export interface DraftParagraph {
  id: string;
  draft_id: string;
  session_id: string | null;
  kind: ParagraphKind;
  text: string;
  /** Where it stands, a decimal number as text. */
  place: string;
  material: string | null;
  assembled_text: string | null;
  removed_at: Date | null;
  revision: number;
}

const columns = sql`id, draft_id, session_id, kind, text, place::text as place, material, assembled_text, removed_at, revision`;

/** All standing paragraphs of a draft, in their order. */
export async function standingParagraphs(tx: Tx, draft: string): Promise<DraftParagraph[]> {
  const { rows } = await sql<DraftParagraph>`
    select ${columns} from draft_paragraph where draft_id = ${draft} and removed_at is null order by draft_paragraph.place, id`.execute(
    tx,
  );
  return rows;
}

/** What a paragraph was and became. */
const stateOf = (one: Pick<DraftParagraph, 'text' | 'kind' | 'place' | 'session_id'>) => ({
  text: one.text,
  kind: one.kind,
  place: one.place,
  session: one.session_id,
});

export type Verb = 'added' | 'edited' | 'moved' | 'split' | 'merged' | 'removed' | 'restored' | 'refreshed';

/**
 * Locks a paragraph that the person has seen in `revision`.
 * @throws Refusal `drafting.paragraph.not-found`, `access.denied`, or `drafting.paragraph.changed` with the text as it stands now
 */
export async function lockParagraph(tx: Tx, id: string, revision: number): Promise<DraftParagraph> {
  const { rows } =
    await sql<DraftParagraph>`select ${columns} from draft_paragraph where id = ${id} for no key update`.execute(tx);
  const paragraph = rows[0];
  if (!paragraph) {
    const seen = await tx.selectFrom('draft_paragraph').select('id').where('id', '=', id).executeTakeFirst();
    if (seen)
      throw new Refusal(
        'access.denied',
        'Leaders of the meeting write the report; who notes a session writes its paragraphs.',
      );
    throw new Refusal('drafting.paragraph.not-found', 'There is no such paragraph, or you may not see it.');
  }
  if (paragraph.revision !== revision)
    throw new Refusal(
      'drafting.paragraph.changed',
      'Somebody else changed this paragraph after you opened it. Nothing was overwritten; both texts are shown.',
      { field: 'text' },
    );
  return paragraph;
}

/** The draft a paragraph belongs to. @throws Refusal `drafting.paragraph.not-found` */
export async function draftOf(tx: Tx, paragraph: string): Promise<string> {
  const row = await tx.selectFrom('draft_paragraph').select('draft_id').where('id', '=', paragraph).executeTakeFirst();
  if (!row) throw new Refusal('drafting.paragraph.not-found', 'There is no such paragraph, or you may not see it.');
  return row.draft_id;
}

interface Hand {
  actor: Actor;
  at: Date;
}

/** Changes a locked paragraph, keeps the history, and lets the outcomes in it follow. @returns the new revision. */
export async function changeParagraph(
  tx: Tx,
  before: DraftParagraph,
  change: Partial<Pick<DraftParagraph, 'text' | 'kind' | 'place' | 'removed_at' | 'session_id' | 'assembled_text'>>,
  verb: Verb,
  { actor, at }: Hand,
): Promise<number> {
  const after = { ...before, ...change, revision: before.revision + 1 };
  await tx
    .updateTable('draft_paragraph')
    .set({ ...change, revision: after.revision })
    .where('id', '=', before.id)
    .execute();
  await tx
    .insertInto('draft_paragraph_revision')
    .values({
      paragraph_id: before.id,
      revision: after.revision,
      draft_id: before.draft_id,
      verb,
      before: JSON.stringify(stateOf(before)),
      after: JSON.stringify(stateOf(after)),
      at,
      by: actor.personId!,
    })
    .execute();
  if (after.text !== before.text) await outcomesFollow(tx, before, after.text);
  return after.revision;
}

async function outcomesFollow(tx: Tx, before: DraftParagraph, text: string): Promise<void> {
  const outcomes = await tx
    .selectFrom('draft_outcome')
    .select(['id', 'text', 'revision'])
    .where('paragraph_id', '=', before.id)
    .where('removed_at', 'is', null)
    .execute();
  for (const outcome of outcomes) {
    const words = followWords(before.text, text, outcome.text);
    if (words !== null && words !== outcome.text)
      await tx
        .updateTable('draft_outcome')
        .set({ text: words, revision: outcome.revision + 1 })
        .where('id', '=', outcome.id)
        .execute();
  }
}

/** A place after a paragraph, before the next one; first of all when `after` is null. */
export async function placeAfter(tx: Tx, draft: string, after: string | null): Promise<string> {
  const { rows } = await sql<{ place: string }>`
    with own as (select place from draft_paragraph where draft_id = ${draft} and id = ${after}::uuid),
    bounds as (
      select (select place from own) as low,
        (select min(place) from draft_paragraph where draft_id = ${draft} and removed_at is null and (${after}::uuid is null or place > (select place from own))) as high)
    select (case when low is null and high is null then 1024 when low is null then high - 1024 when high is null then low + 1024 else (low + high) / 2 end)::text as place
    from bounds`.execute(tx);
  return rows[0]!.place;
}

export interface NewParagraph {
  draft: string;
  session: string | null;
  kind: ParagraphKind;
  text: string;
  place: string;
  material?: string | null;
}

/** Adds a paragraph with its history. @returns its id. */
export async function addParagraph(tx: Tx, wanted: NewParagraph, verb: Verb, { actor, at }: Hand): Promise<string> {
  const id = newId(at);
  const { draft, session, kind, text, place, material = null } = wanted;
  await tx
    .insertInto('draft_paragraph')
    .values({
      id,
      draft_id: draft,
      session_id: session,
      kind,
      text,
      place,
      material,
      assembled_text: material === null ? null : text,
      at,
      by: actor.personId!,
    })
    .execute();
  await tx
    .insertInto('draft_paragraph_revision')
    .values({
      paragraph_id: id,
      revision: 1,
      draft_id: draft,
      verb,
      before: null,
      after: JSON.stringify({ text, kind, place, session }),
      at,
      by: actor.personId!,
    })
    .execute();
  return id;
}

const tieColumns = (tie: SourceTie) => ({
  participant_id: tie.participant ?? null,
  delegation_id: tie.delegation ?? null,
  intervention_id: tie.intervention ?? null,
  floor_note_id: tie.note ?? null,
  session_point_id: tie.point ?? null,
  session_id: tie.session ?? null,
  paper_id: tie.paper ?? null,
});

/** Ties the sentences of a paragraph to what they were written from, in place of what was tied before. */
export async function tieSources(
  tx: Tx,
  paragraph: string,
  sources: AssembledParagraph['sources'],
  at: Date,
): Promise<void> {
  await tx.deleteFrom('draft_source').where('paragraph_id', '=', paragraph).execute();
  const rows = sources
    .filter(({ tie }) => Object.keys(tie).length > 0)
    .map(({ sentence, tie }, index) => ({
      id: newId(at),
      paragraph_id: paragraph,
      sentence,
      ordinal: index + 1,
      ...tieColumns(tie),
    }));
  for (let from = 0; from < rows.length; from += 500)
    await tx
      .insertInto('draft_source')
      .values(rows.slice(from, from + 500))
      .execute();
}

/** How a paragraph is called in history and refusals: `paragraph 5.a`, or the beginning of its words. */
export async function nameOf(tx: Tx, draft: string, paragraph: string): Promise<string> {
  const all = await standingParagraphs(tx, draft);
  const at = all.findIndex(({ id }) => id === paragraph);
  return at < 0 ? 'a paragraph' : calledAt(all, at);
}

/** The same for a text that is at hand. */
export function calledAt(all: readonly Pick<DraftParagraph, 'kind' | 'text'>[], at: number): string {
  const path = pathsOf(all)[at];
  const { kind, text } = all[at]!;
  return path
    ? `paragraph ${path}`
    : `${kind === 'heading' ? 'heading' : 'paragraph'} “${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;
}
