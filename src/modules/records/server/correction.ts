import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import type { OutcomeKind, Reading } from '../../../reader/reading.ts';
import {
  matchParagraphs,
  planOutcomes,
  type OutcomePlan,
  type ParagraphPair,
  type StandingOutcome,
} from '../difference.ts';
import { locateWords, paragraphAt, type OutcomeState } from '../outcome.ts';

/** A paragraph of the version that stands. */
export interface StandingParagraph {
  paragraph_id: string;
  label: string | null;
  text: string;
  start_at: number;
  end_at: number;
}

/** What a reading changes in a report, before anybody decides. */
export interface Correction {
  standing: StandingParagraph[];
  pairs: ParagraphPair[];
  /** Permanent id by place in the reading, null for a new paragraph. */
  known: (string | null)[];
  outcomes: OutcomePlan;
}

/** Compares the version that stands with a reading. Reads only. */
export async function planCorrection(tx: Tx, version: string, reading: Reading): Promise<Correction> {
  const standing = await tx
    .selectFrom('paragraph_version')
    .select(['paragraph_id', 'label', 'text', 'start_at', 'end_at'])
    .where('version_id', '=', version)
    .orderBy('ordinal')
    .execute();
  const pairs = matchParagraphs(
    standing.map(({ text }) => text),
    reading.paragraphs.map(({ text }) => text),
  );
  const newPlace = new Map(pairs.flatMap(({ from, to }) => (from === null || to === null ? [] : [[from, to]])));
  const known: (string | null)[] = reading.paragraphs.map(() => null);
  for (const [from, to] of newPlace) known[to] = standing[from]!.paragraph_id;
  const outcomes = await standingOutcomes(tx, version, standing);
  const starts = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const spans = reading.paragraphs.map(({ span: [start_at, end_at] }, index) => ({ start_at, end_at, index }));
  const fresh = reading.outcomes.map(({ kind, text, span: [start, end] }) => ({
    kind,
    text,
    start,
    end,
    place: paragraphAt(spans, start)?.index ?? null,
  }));
  const whole = new Map(outcomes.map((outcome) => [outcome.text, isWhole(standing[outcome.place ?? -1], outcome)]));
  const inWhole = wordFinder(reading.text);
  const find = (words: string, place: number | null) => {
    const paired = place === null ? undefined : newPlace.get(place);
    const own = paired === undefined ? undefined : reading.paragraphs[paired]!;
    const inOwn = own && locateWords(own.text, words);
    const found = inOwn ? [inOwn[0] + own.span[0], inOwn[1] + own.span[0]] : inWhole(words, own?.span[0] ?? 0);
    if (!found) return null;
    const [start, end] = found as [number, number];
    const paragraph = paragraphAt(spans, start);
    if (!paragraph || end > paragraph.end_at) return null;
    const text = reading.text.slice(paragraph.start_at, paragraph.end_at);
    if (whole.get(words) && !standsAlone(text, start - paragraph.start_at, end - paragraph.start_at)) return null;
    return { start, end, place: paragraph.index };
  };
  return {
    standing,
    pairs,
    known,
    outcomes: planOutcomes([...starts.values()], fresh, find, (place) => newPlace.get(place)),
  };
}

/** Finds words in a long text again and again: like `locateWords`, over a copy in which white space is one space. */
function wordFinder(text: string): (words: string, near: number) => [number, number] | null {
  const places: number[] = [];
  const pieces: string[] = [];
  for (const match of text.matchAll(/\s+|\S+/gu)) {
    const piece = match[0].trim() === '' ? ' ' : match[0];
    for (let at = 0; at < piece.length; at++) places.push(match.index + at);
    pieces.push(piece);
  }
  const plain = pieces.join('');
  return (words, near) => {
    const wanted = words.trim().replace(/\s+/gu, ' ');
    let best: [number, number] | null = null;
    for (let at = plain.indexOf(wanted); wanted !== '' && at >= 0; at = plain.indexOf(wanted, at + 1)) {
      const start = places[at]!;
      if (best && Math.abs(start - near) >= Math.abs(best[0] - near)) break;
      best = [start, places[at + wanted.length - 1]! + 1];
    }
    return best;
  };
}

type Located = StandingOutcome & { start_at: number; end_at: number };

async function standingOutcomes(tx: Tx, version: string, standing: readonly StandingParagraph[]): Promise<Located[]> {
  const { rows } = await sql<{
    id: string;
    kind: OutcomeKind;
    proposedKind: OutcomeKind;
    state: OutcomeState;
    text: string;
    paragraph_id: string | null;
    start_at: number;
    end_at: number;
  }>`
    select o.id, o.kind, coalesce((select v.before ->> 'kind' from outcome_revision v where v.outcome_id = o.id and v.before is not null order by v.revision limit 1), o.kind) as "proposedKind",
      o.state, o.text, o.paragraph_id, o.start_at, o.end_at from outcome o where o.version_id = ${version} order by o.number`.execute(
    tx,
  );
  const places = new Map(standing.map(({ paragraph_id }, index) => [paragraph_id, index]));
  return rows.map(({ paragraph_id, ...row }) => ({
    ...row,
    place: paragraph_id === null ? null : (places.get(paragraph_id) ?? null),
  }));
}

/** Whether an outcome is a whole sentence or entry of its paragraph, rather than a piece that a person cut out of one. */
function isWhole(paragraph: StandingParagraph | undefined, outcome: Located): boolean {
  return (
    paragraph === undefined ||
    standsAlone(paragraph.text, outcome.start_at - paragraph.start_at, outcome.end_at - paragraph.start_at)
  );
}

/** Whether the span begins where a sentence or paragraph begins and ends where one ends. */
function standsAlone(paragraph: string, start: number, end: number): boolean {
  const before = paragraph.slice(0, start).trimEnd();
  const after = paragraph.slice(end).trimStart();
  const ends = /[.!?;:…)"”’»\]]$/u;
  return (
    (before === '' || ends.test(before)) &&
    (after === '' || ends.test(paragraph.slice(start, end).trimEnd()) || /^[.!?;:]/u.test(after))
  );
}
