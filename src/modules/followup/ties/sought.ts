import { findDates, type FoundDate } from '../../../reader/facts/dates.ts';
import { termsOf } from './terms.ts';

/** A dated reference of a text, as it can be looked for in the register. */
export interface Sought {
  /** The days it may mean. */
  from: string;
  until: string;
  /** The place named with it, as written. */
  place: string | null;
  /** `k:` kind of meeting, `c:` concept, `r:` region, `w:` word it is about. */
  terms: string[];
}

/** What the register holds for those days, as it is compared with a reference. */
export interface Candidate {
  title: string;
  /** Keys of the bodies that met. */
  bodies: readonly string[];
  place: string | null;
}

/** How a meeting says what kind it is: in its title, by its bodies, or by how many of them met. */
const kinds: Readonly<Record<string, { asked: RegExp; is(candidate: Candidate): boolean }>> = {
  joint: { asked: /\bjoint\b/i, is: ({ title, bodies }) => /\bjoint\b/i.test(title) || bodies.length > 1 },
  thematic: {
    asked: /\bthematic\b/i,
    is: ({ title, bodies }) => /\bthematic\b/i.test(title) || bodies.some((key) => key.includes('thematic')),
  },
  expert: { asked: /\bexperts?\b/i, is: ({ title }) => /\bexperts?\b/i.test(title) },
  ministerial: {
    asked: /\bminister(?:ial|s)\b/i,
    is: ({ title, bodies }) => /\bminister/i.test(title) || bodies.includes('body:ministerial-conference'),
  },
  officials: {
    asked: /\bsenior officials?\b|\bSOM\b/i,
    is: ({ title, bodies }) =>
      /\bsenior officials?\b|\bSOM\b/i.test(title) || bodies.includes('body:senior-officials-meeting'),
  },
  'working-group': {
    asked: /\bworking groups?\b|\bWGs?\b/i,
    is: ({ title, bodies }) =>
      /\bworking groups?\b|\bWGs?\b/i.test(title) || bodies.some((key) => key.includes(':wg-')),
  },
  'study-visit': { asked: /\bstudy (?:visit|tour)s?\b/i, is: ({ title }) => /\bstudy (?:visit|tour)/i.test(title) },
};

/** A session belongs to the meeting that is told; nothing is sought for it. */
const ownPart = /^(?:the\s)?(?:first|second|third|last|previous|\d{1,2}(?:st|nd|rd|th))?\s?session$/i;
/** Words that say that something was said or held, not what it was about. */
const occasion =
  /^(?:held|which|month|brought|forward|put|laid|(?:present|tabl|rais|submit|introduc|launch|adopt|endors|discuss|voic|float|initiat|suggest|invit|decision|pledg)\p{L}*|idea|offer|request|commitment|question)$/u;
/** Letters after the reference in which it says what it is about. */
const reach = 120;

/**
 * What a reference asks for, by the date that stands nearest to it in its sentence.
 * @param place where the reference stands in the sentence.
 * @param before first day of the meeting whose report refers; `null` when no document says.
 * @returns `null` when no date before that meeting stands with it.
 */
export function soughtIn(
  sentence: string,
  place: { start: number; end: number },
  before: string | null,
): Sought | null {
  const written = sentence.slice(place.start, place.end);
  if (ownPart.test(written.trim())) return null;
  const date = nearest(findDates(sentence), place);
  if (!date || (before !== null && date.from >= before)) return null;
  const until = before !== null && date.until >= before ? before : date.until;
  const after = sentence.slice(place.end, place.end + reach).split(/[;:]/)[0]!;
  const around = `${sentence.slice(Math.max(0, place.start - 40), place.start)} ${written} ${after}`;
  const asked = Object.entries(kinds).flatMap(([key, { asked: pattern }]) =>
    pattern.test(`${written} ${after.slice(0, 40)}`) ? [`k:${key}`] : [],
  );
  const about = termsOf(`${written} ${after}`);
  return {
    from: date.from,
    until,
    place: placeBeside(around.replace(date.asWritten, ' ')),
    terms: [
      ...asked,
      ...[...about.concepts].map((key) => `c:${key}`),
      ...[...about.regions].map((key) => `r:${key}`),
      ...[...about.words].filter((word) => !occasion.test(word)).map((word) => `w:${word}`),
    ],
  };
}

/** Dates after the words count before dates in front of them; one inside them is nearest. */
function nearest(dates: readonly FoundDate[], { start, end }: { start: number; end: number }): FoundDate | null {
  const distance = (date: FoundDate) => (date.end > start ? Math.max(0, date.start - end) : (start - date.end) * 1.5);
  return dates.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

const placeBeside = (text: string): string | null =>
  /\b(?:in|at|held in)\s(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2})/u.exec(text)?.[1] ?? null;

/**
 * How well something of the register fits a reference whose days it meets: above 1 it is what is meant unless something else fits too; below 0 it is not.
 */
export function fit(sought: Pick<Sought, 'terms' | 'place'>, candidate: Candidate): number {
  const about = termsOf(candidate.title);
  let score = 0;
  for (const term of sought.terms) {
    const key = term.slice(2);
    if (term.startsWith('k:')) score += kinds[key]?.is(candidate) ? 1 : -1;
    else if (term.startsWith('c:')) score += about.concepts.has(key) ? 1.2 : 0;
    else if (term.startsWith('r:')) score += about.regions.has(key) ? 0.5 : 0;
    else score += about.words.has(key) ? 0.4 : 0;
  }
  if (sought.place !== null && candidate.place !== null)
    score += candidate.place.toLowerCase().includes(sought.place.toLowerCase()) ? 1 : -0.5;
  return score;
}

/** What a reference comes to: one thing, several between which a person chooses, or nothing yet. Never a guess. */
export function resolve<T extends { score: number }>(candidates: readonly T[]): { meant: T | null; possible: T[] } {
  const fitting = candidates.filter(({ score }) => score >= 1).toSorted((a, b) => b.score - a.score);
  const possible = candidates.filter(({ score }) => score >= 0).toSorted((a, b) => b.score - a.score);
  return fitting.length === 1 ? { meant: fitting[0]!, possible: [] } : { meant: null, possible };
}
