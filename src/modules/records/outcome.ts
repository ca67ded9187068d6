import type { OutcomeKind } from '../../reader/reading.ts';

export { outcomeKinds } from '../../reader/reading.ts';

/** proposed by the reader; confirmed or rejected by a person; withdrawn when its sentence no longer stands in the report. */
export const outcomeStates = ['proposed', 'confirmed', 'rejected', 'withdrawn'] as const;
export type OutcomeState = (typeof outcomeStates)[number];

/** From which state to which; the database has the same table (`record_transition`) and refuses the rest. */
export const outcomeSteps: Readonly<Record<OutcomeState, readonly OutcomeState[]>> = {
  proposed: ['confirmed', 'rejected', 'withdrawn'],
  confirmed: ['proposed', 'rejected', 'withdrawn'],
  rejected: ['proposed', 'confirmed'],
  withdrawn: ['proposed', 'confirmed'],
};

/** What was done to an outcome; `undone` is the taking back of an earlier step. */
export type OutcomeVerb =
  'added' | 'confirmed' | 'edited' | 'rejected' | 'reopened' | 'carried' | 'withdrawn' | 'undone';

/** A party or body an outcome names; both ids null while the written name is not resolved. */
export interface PartyRef {
  party_id: string | null;
  body_id: string | null;
  as_written: string;
}

/** All of an outcome that a decision can change: kept before and after in its history. */
export interface OutcomeContent {
  version_id: string;
  paragraph_id: string | null;
  start_at: number;
  end_at: number;
  text: string;
  kind: OutcomeKind;
  state: OutcomeState;
  goals: number[];
  when_from: string | null;
  when_until: string | null;
  when_as_written: string | null;
  by: PartyRef[];
  to: PartyRef[];
}

/** From this confidence on the reader counts as certain: what bulk acceptance takes unless told otherwise. */
export const certain = 0.9;

/**
 * Where `words` stand in `text`, whatever the white space between them; the place nearest to `near` when there are several.
 * @returns `[start, end)` in UTF-16 units, or `null`.
 */
export function locateWords(text: string, words: string, near = 0): [number, number] | null {
  const parts = words
    .trim()
    .split(/\s+/u)
    .filter((part) => part !== '');
  if (parts.length === 0) return null;
  const pattern = new RegExp(parts.map(escaped).join('\\s+'), 'gu');
  let best: [number, number] | null = null;
  for (const match of text.matchAll(pattern)) {
    const found: [number, number] = [match.index, match.index + match[0].length];
    if (!best || Math.abs(found[0] - near) < Math.abs(best[0] - near)) best = found;
  }
  return best;
}

const escaped = (part: string): string => part.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/** The innermost paragraph that holds the beginning of a span; paragraphs of a reading do not overlap. `null` between paragraphs. */
export function paragraphAt<T extends { start_at: number; end_at: number }>(
  paragraphs: readonly T[],
  at: number,
): T | null {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const paragraph = paragraphs[middle]!;
    if (at < paragraph.start_at) high = middle - 1;
    else if (at >= paragraph.end_at) low = middle + 1;
    else return paragraph;
  }
  return null;
}
