import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import { wordDifference, type WordRun } from '../../../../kernel/word-difference.ts';
import type { Disposition, ObjectionKind } from '../../stage.ts';
import { frozenParagraphs, type FrozenParagraph } from '../versions.ts';
import { reportFacts, silenceOf, versionLines, type ReportFacts, type SilenceView, type VersionLine } from './facts.ts';

export interface Named {
  key: string;
  name: string;
}

export interface CommentView {
  id: string;
  revision: number;
  paragraph: string | null;
  party: Named;
  text: string;
  proposed: string | null;
  /** What the proposal changes in the paragraph, word by word. */
  runs: WordRun[];
  at: Date;
  /** Not sent yet: seen by the people of the party alone. */
  internal: boolean;
  late: boolean;
  disposition: Disposition | null;
  reason: string | null;
}

export interface ObjectionView {
  id: string;
  paragraph: string | null;
  party: Named;
  kind: ObjectionKind;
  text: string;
  proposed: string | null;
  runs: WordRun[];
  at: Date;
  late: boolean;
}

export interface VersionPage extends ReportFacts {
  version: VersionLine & { newest: boolean; zone: string };
  paragraphs: FrozenParagraph[];
  comments: CommentView[];
  /** Of this version, when it is or was under silence. */
  silence: SilenceView | null;
  /** Objections the reader may see: leaders all, others their own party's. */
  objections: ObjectionView[];
  /** Parties the reader may comment for now, and in whose name they may send. */
  speaksFor: (Named & { sends: boolean })[];
  /** Parties the reader may object for. */
  objectsFor: Named[];
}

/** A circulated version with what was said about it; null when there is none for the actor. */
export async function versionPage(
  tx: Tx,
  slug: string,
  n: number,
  language: string,
  at: Date,
): Promise<VersionPage | null> {
  const found = await circulated(tx, slug, n);
  if (!found) return null;
  const { facts, draft, version } = found;
  const paragraphs = await frozenParagraphs(tx, version.id);
  const texts = new Map(paragraphs.map(({ id, text }) => [id, text]));
  const silence = await silenceOf(tx, draft.id, at);
  const speaks = await speakers(tx, facts.meeting.id, version.id, language);
  return {
    ...facts,
    version: { ...version, zone: draft.zone },
    paragraphs,
    comments: await commentsOn(tx, version.id, texts, language),
    silence: silence?.n === n ? silence : null,
    objections: await objectionsTo(tx, version.id, texts, language),
    speaksFor:
      draft.stage === 'circulated' && version.newest
        ? speaks.filter(({ took }) => took).map(({ key, name, sends }) => ({ key, name, sends }))
        : [],
    objectsFor: silence?.n === n ? speaks.filter(({ objects }) => objects).map(({ key, name }) => ({ key, name })) : [],
  };
}

/** A circulated version and the draft it is of; null when there is none for the actor. */
export async function circulated(tx: Tx, slug: string, n: number) {
  const facts = await reportFacts(tx, slug);
  if (!facts?.draft) return null;
  const lines = await versionLines(tx, facts.draft.id);
  const line = lines.find((one) => one.n === n);
  return line ? { facts, draft: facts.draft, version: { ...line, newest: lines[0]!.n === n } } : null;
}

async function speakers(tx: Tx, meeting: string, version: string, language: string) {
  const { rows } = await sql<Named & { sends: boolean; took: boolean; objects: boolean }>`
    select p.key, coalesce(${nameOn('p.id', 'null::uuid', 'null::date', language)}, p.key) as name, p.id = any (app_focal_parties()) as sends,
      party_took_part(p.id, ${meeting}) as took, may_object(p.id, ${version}) as objects from party p where p.id = any (app_writes_for()) order by 2`.execute(
    tx,
  );
  return rows;
}

const difference = (
  texts: ReadonlyMap<string, string>,
  paragraph: string | null,
  proposed: string | null,
): WordRun[] => (paragraph === null || proposed === null ? [] : wordDifference(texts.get(paragraph) ?? '', proposed));

/** What was said about a version, as far as the actor may see it. @param texts of its paragraphs, by id. */
export async function commentsOn(
  tx: Tx,
  version: string,
  texts: ReadonlyMap<string, string>,
  language: string,
): Promise<CommentView[]> {
  const { rows } = await sql<Omit<CommentView, 'party' | 'runs'> & Named>`
    select k.id, k.revision, k.paragraph_id as paragraph, p.key, coalesce(${nameOn('p.id', 'null::uuid', 'null::date', language)}, p.key) as name, k.text, k.proposed,
      coalesce(k.sent_at, k.at) as at, k.sent_at is null as internal, coalesce(k.sent_at > v.comments_due, false) as late, k.disposition, k.reason
    from draft_comment k join draft_version v on v.id = k.version_id join party p on p.id = k.party_id
    where k.version_id = ${version} and k.withdrawn_at is null order by k.at, k.id`.execute(tx);
  return rows.map(({ key, name, ...comment }) => ({
    ...comment,
    party: { key, name },
    runs: difference(texts, comment.paragraph, comment.proposed),
  }));
}

/** Objections to a version: leaders see all, others those of their own party. @param texts of its paragraphs, by id. */
export async function objectionsTo(
  tx: Tx,
  version: string,
  texts: ReadonlyMap<string, string>,
  language: string,
): Promise<ObjectionView[]> {
  const { rows } = await sql<Omit<ObjectionView, 'party' | 'runs'> & Named>`
    select o.id, o.paragraph_id as paragraph, p.key, coalesce(${nameOn('p.id', 'null::uuid', 'null::date', language)}, p.key) as name, o.kind, o.text, o.proposed,
      o.received_at as at, o.received_at >= s.until as late
    from draft_objection o join draft_silence s on s.version_id = o.version_id join party p on p.id = o.party_id
    where o.version_id = ${version} order by o.received_at, o.id`.execute(tx);
  return rows.map(({ key, name, ...one }) => ({
    ...one,
    party: { key, name },
    runs: difference(texts, one.paragraph, one.proposed),
  }));
}

export interface ParagraphChange {
  id: string;
  label: string | null;
  change: 'same' | 'changed' | 'added' | 'removed';
  runs: WordRun[];
}

/** A version beside an earlier one, paragraph by paragraph; null when either is not there for the actor. */
export async function versionChanges(
  tx: Tx,
  slug: string,
  n: number,
): Promise<(ReportFacts & { from: number; to: number; changes: ParagraphChange[] }) | null> {
  const facts = await reportFacts(tx, slug);
  if (!facts?.draft) return null;
  const versions = await tx
    .selectFrom('draft_version')
    .select(['id', 'n'])
    .where('draft_id', '=', facts.draft.id)
    .where('n', '<=', n)
    .orderBy('n', 'desc')
    .limit(2)
    .execute();
  const [newer, older] = versions;
  if (!newer || newer.n !== n || !older) return null;
  return {
    ...facts,
    from: older.n,
    to: n,
    changes: changesBetween(await frozenParagraphs(tx, older.id), await frozenParagraphs(tx, newer.id)),
  };
}

/** Paragraphs are the same by their id; removed ones stand where they stood. */
function changesBetween(older: readonly FrozenParagraph[], newer: readonly FrozenParagraph[]): ParagraphChange[] {
  const before = new Map(older.map((one) => [one.id, one]));
  const kept = new Set(newer.map(({ id }) => id));
  const result = newer.map((one): ParagraphChange => {
    const old = before.get(one.id);
    const change = !old ? 'added' : old.text === one.text ? 'same' : 'changed';
    return { id: one.id, label: one.label, change, runs: wordDifference(old?.text ?? '', one.text) };
  });
  for (const [index, one] of older.entries()) {
    if (kept.has(one.id)) continue;
    const previous = older.slice(0, index).findLast(({ id }) => kept.has(id));
    const at = previous ? result.findIndex(({ id }) => id === previous.id) + 1 : 0;
    result.splice(at, 0, { id: one.id, label: one.label, change: 'removed', runs: wordDifference(one.text, '') });
  }
  return result;
}
