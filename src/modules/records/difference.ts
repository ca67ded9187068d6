// What a corrected version changes: paragraphs found again, outcomes whose sentence still stands. Pure.
import type { OutcomeKind } from '../../reader/reading.ts';
import type { OutcomeState } from './outcome.ts';

/** Words without white space, case and typographic variants: two paragraphs with the same are the same text. */
export const sameWords = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’‚]/gu, "'")
    .replace(/[‐-―]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();

/** A pair of paragraphs: `from` and `to` are places in the two lists; null where the other side has none. */
export interface ParagraphPair {
  from: number | null;
  to: number | null;
  change: 'same' | 'changed' | 'added' | 'removed';
}

/** From this share of common words on, two paragraphs are the same one, changed. */
const alike = 0.5;

/**
 * Finds the paragraphs of one version again in another. Same words match first, in order where they can; what is left between two matches is paired by
 * how much it has in common. Every paragraph of both sides appears exactly once; the result is in the order of `to`, removed ones where they stood.
 */
export function matchParagraphs(from: readonly string[], to: readonly string[]): ParagraphPair[] {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (a: number, b: number) => void (pairs.set(b, a), taken.add(a));
  const places = placesOf(from.map(sameWords));
  let last = -1;
  to.forEach((text, b) => {
    // Of several equal ones the next after the previous match, so that order is kept where it can be.
    const candidates = (places.get(sameWords(text)) ?? []).filter((a) => !taken.has(a));
    const best = candidates.find((a) => a > last) ?? candidates[0];
    if (best === undefined) return;
    pair(best, b);
    last = best;
  });
  for (const [gapFrom, gapTo] of gaps(from.length, to.length, pairs, taken)) pairAlike(from, to, gapFrom, gapTo, pair);
  return inOrder(from, to, pairs, taken);
}

function placesOf(texts: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  texts.forEach((text, index) => {
    const known = places.get(text);
    if (known) known.push(index);
    else places.set(text, [index]);
  });
  return places;
}

/** Runs of unmatched paragraphs that stand between the same neighbours on both sides; what moved elsewhere is one last run together. */
function gaps(
  fromLength: number,
  toLength: number,
  pairs: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
): [number[], number[]][] {
  const found: [number[], number[]][] = [];
  const placed = new Set<number>();
  let start = 0;
  let run: number[] = [];
  for (let b = 0; b <= toLength; b++) {
    const a = b === toLength ? fromLength : pairs.get(b);
    if (a === undefined) {
      run.push(b);
      continue;
    }
    const left: number[] = [];
    for (let i = start; i < a; i++) if (!taken.has(i) && !placed.has(i)) left.push(i);
    if (run.length > 0 && left.length > 0) {
      found.push([left, run]);
      for (const i of left) placed.add(i);
    }
    run = [];
    start = a + 1;
  }
  return found;
}

/** Pairs the most alike first. Long runs are compared near their own place only, so that the work stays linear. */
function pairAlike(
  from: readonly string[],
  to: readonly string[],
  left: readonly number[],
  right: readonly number[],
  pair: (a: number, b: number) => void,
): void {
  const window = left.length * right.length > 40_000 ? 50 : Infinity;
  const bags = new Map(left.map((a) => [a, bagOf(from[a]!)]));
  const scored: { a: number; b: number; score: number }[] = [];
  right.forEach((b, j) => {
    const bag = bagOf(to[b]!);
    left.forEach((a, i) => {
      if (Math.abs(i - j) > window) return;
      const score = overlap(bags.get(a)!, bag);
      if (score >= alike) scored.push({ a, b, score });
    });
  });
  scored.sort((x, y) => y.score - x.score || x.b - y.b || x.a - y.a);
  const doneFrom = new Set<number>();
  const doneTo = new Set<number>();
  for (const { a, b } of scored) {
    if (doneFrom.has(a) || doneTo.has(b)) continue;
    doneFrom.add(a);
    doneTo.add(b);
    pair(a, b);
  }
}

function inOrder(
  from: readonly string[],
  to: readonly string[],
  pairs: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
): ParagraphPair[] {
  const result: ParagraphPair[] = [];
  let next = 0;
  const removedBefore = (a: number) => {
    for (; next < a; next++) if (!taken.has(next)) result.push({ from: next, to: null, change: 'removed' });
  };
  to.forEach((text, b) => {
    const a = pairs.get(b);
    if (a === undefined) return void result.push({ from: null, to: b, change: 'added' });
    removedBefore(a);
    next = Math.max(next, a + 1);
    result.push({ from: a, to: b, change: sameWords(from[a]!) === sameWords(text) ? 'same' : 'changed' });
  });
  removedBefore(from.length);
  return result;
}

function bagOf(text: string): Map<string, number> {
  const bag = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

/** Share of common words, 0 to 1 (Dice). */
function overlap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0;
  let sum = 0;
  for (const [word, n] of a) {
    common += Math.min(n, b.get(word) ?? 0);
    sum += n;
  }
  for (const n of b.values()) sum += n;
  return sum === 0 ? 0 : (2 * common) / sum;
}

/** How much two sentences have in common, 0 to 1. */
export const likeness = (a: string, b: string): number => overlap(bagOf(a), bagOf(b));

/** An outcome of the version that stands. `place` is that of its paragraph in the list of paragraphs, null between paragraphs. */
export interface StandingOutcome {
  id: string;
  kind: OutcomeKind;
  /** Kind as the reader proposed it, before anybody edited it. */
  proposedKind: OutcomeKind;
  state: OutcomeState;
  text: string;
  place: number | null;
}

/** An outcome of the new reading. */
export interface FreshOutcome {
  kind: OutcomeKind;
  text: string;
  start: number;
  end: number;
  place: number | null;
}

/** What becomes of the outcomes under a corrected version. */
export interface OutcomePlan {
  /** The sentence still stands: where it stands now. */
  carried: { id: string; start: number; end: number; place: number | null }[];
  /** The sentence stands no longer; rejected ones are left as they are. */
  withdrawn: string[];
  /** New proposals by their place in the reading, with the outcome whose changed sentence it is. */
  proposed: { index: number; replaces: string | null }[];
}

/**
 * Matches outcomes with a corrected text.
 * @param find where words stand in the new text, looked for first in the paragraph that was paired with `place`; null when they do not.
 * @param pairedPlace the place in the new list of the paragraph that was at a place in the old one.
 */
export function planOutcomes(
  standing: readonly StandingOutcome[],
  fresh: readonly FreshOutcome[],
  find: (words: string, place: number | null) => { start: number; end: number; place: number | null } | null,
  pairedPlace: (place: number) => number | undefined = (place) => place,
): OutcomePlan {
  const plan: OutcomePlan = { carried: [], withdrawn: [], proposed: [] };
  const settled = new Set<string>();
  const gone: StandingOutcome[] = [];
  for (const outcome of standing) {
    if (outcome.state === 'withdrawn') continue;
    const found = find(outcome.text, outcome.place);
    if (!found) {
      if (outcome.state !== 'rejected') gone.push(outcome);
      continue;
    }
    plan.carried.push({ id: outcome.id, ...found });
    for (const kind of [outcome.kind, outcome.proposedKind]) settled.add(`${kind} ${sameWords(outcome.text)}`);
  }
  const open = fresh.flatMap((outcome, index) =>
    settled.has(`${outcome.kind} ${sameWords(outcome.text)}`) ? [] : [{ outcome, index }],
  );
  const replaces = new Map<number, string>();
  const candidates = successors(gone, open, pairedPlace);
  const used = new Set<string>();
  for (const { old, index } of candidates) {
    if (replaces.has(index) || used.has(old.id)) continue;
    replaces.set(index, old.id);
    used.add(old.id);
  }
  plan.withdrawn = gone.map(({ id }) => id);
  plan.proposed = open.map(({ index }) => ({ index, replaces: replaces.get(index) ?? null }));
  return plan;
}

/** Pairs of a gone sentence and a new one that may be it, changed; the likeliest first. Many of both are compared near their own place only. */
function successors(
  gone: readonly StandingOutcome[],
  open: readonly { outcome: FreshOutcome; index: number }[],
  pairedPlace: (place: number) => number | undefined,
): { old: StandingOutcome; index: number; score: number }[] {
  const near = gone.length * open.length > 40_000 ? 10 : Infinity;
  const bags = open.map(({ outcome }) => bagOf(outcome.text));
  const found: { old: StandingOutcome; index: number; score: number }[] = [];
  for (const old of gone) {
    const bag = bagOf(old.text);
    const place = old.place === null ? undefined : pairedPlace(old.place);
    open.forEach(({ outcome, index }, at) => {
      if (near !== Infinity && Math.abs((outcome.place ?? Infinity) - (place ?? -Infinity)) > near) return;
      const score = overlap(bag, bags[at]!) + (old.proposedKind === outcome.kind ? 0.2 : 0);
      if (score >= alike + 0.2) found.push({ old, index, score });
    });
  }
  return found.toSorted((a, b) => b.score - a.score || a.index - b.index);
}
