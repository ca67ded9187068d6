import type { OutcomeKind } from '../../reader/reading.ts';
import { sentencesOf } from './text.ts';

export { outcomeKinds } from '../../reader/reading.ts';
export type { OutcomeKind };

/** A party or body as an outcome names it. */
export interface NamedIn {
  /** Key of the register, `GEO`, `org:iom`, `body:…`; null when only the written name is known. */
  party: string | null;
  asWritten: string;
}

/** An outcome as it is frozen into a version (`draft_version_paragraph.outcomes`). */
export interface DraftedOutcome {
  id: string;
  /** Its words, and where they begin in the paragraph. */
  text: string;
  start: number;
  kind: OutcomeKind;
  by: NamedIn[];
  to: NamedIn[];
  goals: number[];
  when: { from: string; until: string; asWritten: string | null } | null;
}

/** Where an outcome stands in its paragraph; null when its words no longer do: it is adrift. */
export function placeIn(text: string, words: string): [number, number] | null {
  const start = text.indexOf(words);
  return start < 0 ? null : [start, start + words.length];
}

/**
 * The words of an outcome after its paragraph was edited: the same where they stand; the sentence in the same place where the paragraph still has as many
 * sentences and only that one changed; else null, and a person says what became of it.
 */
export function followWords(before: string, after: string, words: string): string | null {
  if (placeIn(after, words)) return words;
  const place = placeIn(before, words);
  if (!place) return null;
  const old = sentencesOf(before);
  const fresh = sentencesOf(after);
  if (old.length !== fresh.length) return null;
  const at = old.findIndex(([start, end]) => start <= place[0] && place[1] <= end);
  if (at < 0) return null;
  const others = old.every((span, index) => index === at || before.slice(...span) === after.slice(...fresh[index]!));
  return others ? after.slice(...fresh[at]!) : null;
}
