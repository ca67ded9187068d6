import { monthsBetween } from '../due.ts';
import { concepts, regions } from './concepts.ts';
import { termsOf, type Terms, wordOf } from './terms.ts';

export type TieKind = 'repeats' | 'follows' | 'fulfils' | 'supersedes' | 'matches';
export type SaidKind = 'recommendation' | 'decision' | 'action-point' | 'offer' | 'request' | 'announcement';

/** An outcome as the comparison needs it. */
export interface Said {
  id: string;
  kind: SaidKind;
  text: string;
  /** What stands over it: the title of its session, the heading of its list. Weighs less than its own words. */
  context?: string;
  /** Last day of its meeting; `null` when the report gives none. */
  day: string | null;
  report: string;
  /** Place in its report, so that a suggestion points back. */
  ordinal: number;
  /** Keys of parties and bodies. */
  by: readonly string[];
  /** Goals with their generation: number 1 of 2013 and number 1 of 2019 are two goals. */
  goals: readonly string[];
}

/** Why two outcomes may belong together; the interface puts it into the reader's language. */
export type Reason =
  | { code: 'same-object'; key: string; label: string }
  | { code: 'same-words'; label: string }
  | { code: 'same-region'; key: string; label: string }
  | { code: 'same-goal'; goal: string }
  | { code: 'same-party'; party: string }
  | { code: 'later'; months: number }
  | { code: 'same-report' }
  | { code: 'offer-meets-request' };

export interface Suggestion {
  from: string;
  to: string;
  kind: TieKind;
  /** 0 to 1; only for ranking. */
  score: number;
  reasons: Reason[];
}

/** How telling a term is: what is rare tells more. Counted over the outcomes there are. */
export interface Rarity {
  outcomes: number;
  count(term: string): number;
}

export interface Prepared extends Said {
  terms: Terms;
  around: Terms;
}

/** Splits an outcome into terms once; kept beside it where there are many. */
export function prepare(said: Said): Prepared {
  return { ...said, terms: termsOf(said.text), around: termsOf(said.context ?? '') };
}

/** All terms of an outcome with their prefix (`c:` concept, `w:` word), for counting and for an index. */
export function keysOf({ terms }: Prepared): string[] {
  return [...[...terms.concepts].map((key) => `c:${key}`), ...[...terms.words].map((word) => `w:${word}`)];
}

/** Counts terms over a set of outcomes. */
export function countTerms(all: readonly Prepared[]): Rarity {
  const counts = new Map<string, number>();
  for (const said of all) for (const key of keysOf(said)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return { outcomes: all.length, count: (term) => counts.get(term) ?? 0 };
}

/** Below this nothing is proposed: two outcomes of one field always share a little. */
const floor = 0.3;
const conceptWeight = 2.2;
const contextWeight = 0.45;

/**
 * Earlier outcomes that the given one may repeat, follow, fulfil, supersede or match, best first.
 * @param candidates outcomes to compare with; later ones and itself are passed over.
 */
export function suggestTies(said: Prepared, candidates: readonly Prepared[], rarity: Rarity, most = 3): Suggestion[] {
  const own = vectorOf(said, rarity);
  return candidates
    .filter((other) => isEarlier(other, said))
    .map((other) => compare(said, own, other, rarity))
    .filter((suggestion) => suggestion !== null)
    .sort((a, b) => b.score - a.score || (a.to < b.to ? -1 : 1))
    .slice(0, most);
}

function isEarlier(other: Said, said: Said): boolean {
  if (other.id === said.id) return false;
  if (other.report === said.report) return other.ordinal < said.ordinal;
  return other.day !== null && said.day !== null && other.day <= said.day;
}

export type Vector = Map<string, number>;

/** How telling each term of an outcome is: what it is compared by. */
export function vectorOf(said: Prepared, rarity: Rarity): Vector {
  const vector: Vector = new Map();
  const tell = (key: string, weight: number) => {
    const value = weight * Math.log(1 + (rarity.outcomes + 20) / (rarity.count(key) + 1));
    vector.set(key, Math.max(vector.get(key) ?? 0, value));
  };
  for (const key of said.terms.concepts) tell(`c:${key}`, conceptWeight * weightOf(key));
  for (const word of said.terms.words) tell(`w:${word}`, 0.55);
  for (const key of said.around.concepts) tell(`c:${key}`, conceptWeight * contextWeight * weightOf(key));
  return vector;
}

function compare(said: Prepared, own: Vector, other: Prepared, rarity: Rarity): Suggestion | null {
  // One sentence that says two things (a decision and a date) is not the same wish twice.
  if (said.report === other.report && said.text === other.text) return null;
  const theirs = vectorOf(other, rarity);
  // What only the titles over both have in common says where they were said, not what they are about.
  const spoken = new Set([...keysOf(said), ...keysOf(other)]);
  const shared = [...own].flatMap(([key, weight]) =>
    theirs.has(key) && spoken.has(key) ? [{ key, weight: weight * theirs.get(key)! }] : [],
  );
  const objects = shared.filter(({ key }) => key.startsWith('c:') && weightOf(key.slice(2)) === 1);
  // Words and ways of working alone are chance; without an object in common at least three of them must agree.
  if (objects.length === 0 && shared.length < 3) return null;
  const cosine = shared.reduce((sum, { weight }) => sum + weight, 0) / Math.sqrt(squared(own) * squared(theirs));
  // A short wish inside a long sentence: how much of the shorter one is there.
  const covered = Math.max(
    ...[own, theirs].map((vector) => shared.reduce((sum, { key }) => sum + vector.get(key)!, 0) / total(vector)),
  );
  const near = regionsOf(said).filter((key) => regionsOf(other).includes(key));
  const goal = said.goals.find((key) => other.goals.includes(key));
  const party = said.by.find((key) => other.by.includes(key));
  const score = Math.min(
    1,
    0.6 * cosine +
      0.4 * covered +
      (near.length > 0 ? 0.05 : 0) +
      (goal === undefined ? 0 : 0.04) +
      (party === undefined ? 0 : 0.04),
  );
  if (score < floor) return null;
  return {
    from: said.id,
    to: other.id,
    kind: kindOf(said, other),
    score,
    reasons: reasons(said, other, shared, near, goal, party),
  };
}

const regionsOf = (said: Prepared): string[] => [...said.terms.regions, ...said.around.regions];
const squared = (vector: Vector): number => [...vector.values()].reduce((sum, value) => sum + value * value, 0);
const total = (vector: Vector): number => [...vector.values()].reduce((sum, value) => sum + value, 0);

const wishes: ReadonlySet<SaidKind> = new Set(['recommendation', 'request', 'action-point']);
const done =
  /\b(?:has been|have been|was|were|is now)\s+(?:successfully\s+)?(?:held|organi[sz]ed|established|launched|set up|completed|adopted|published|opened|carried out)\b/i;
const instead = /\b(?:instead of|in place of|replac(?:es?|ed|ing)|supersed(?:es?|ed|ing)|no longer|in lieu of)\b/i;

/** The likeliest relation, by what kind of outcome each is and what the later one says. A person decides. */
function kindOf(said: Said, other: Said): TieKind {
  if (said.report === other.report) return 'repeats';
  if (instead.test(said.text)) return 'supersedes';
  if (done.test(said.text) && wishes.has(other.kind)) return 'fulfils';
  if ((said.kind === 'offer' && wishes.has(other.kind)) || (other.kind === 'offer' && said.kind === 'request'))
    return 'matches';
  if (wishes.has(said.kind) && wishes.has(other.kind)) return 'repeats';
  return said.kind === other.kind ? 'repeats' : 'follows';
}

function reasons(
  said: Prepared,
  other: Prepared,
  shared: { key: string; weight: number }[],
  near: string[],
  goal: string | undefined,
  party: string | undefined,
): Reason[] {
  const strongest = shared.toSorted((a, b) => b.weight - a.weight);
  const objects = strongest.filter(({ key }) => key.startsWith('c:')).slice(0, 3);
  const words = strongest.filter(({ key }) => key.startsWith('w:')).slice(0, 4);
  const list: Reason[] = objects.map(({ key }) => ({
    code: 'same-object',
    key: key.slice(2),
    label: labelOf(key.slice(2)),
  }));
  if (objects.length === 0)
    list.push({ code: 'same-words', label: words.map(({ key }) => wordOf(said.text, key.slice(2))).join(', ') });
  for (const key of new Set(near))
    list.push({ code: 'same-region', key, label: regions.find((region) => region.key === key)!.label });
  if (goal !== undefined) list.push({ code: 'same-goal', goal });
  if (party !== undefined) list.push({ code: 'same-party', party });
  if (kindOf(said, other) === 'matches') list.push({ code: 'offer-meets-request' });
  if (said.report === other.report) list.push({ code: 'same-report' });
  else if (said.day !== null && other.day !== null)
    list.push({ code: 'later', months: monthsBetween(other.day, said.day) });
  return list;
}

const byKey = new Map(concepts.map((known) => [known.key, known]));
const labelOf = (key: string): string => byKey.get(key)?.label ?? key;
const weightOf = (key: string): number => byKey.get(key)?.weight ?? 1;
