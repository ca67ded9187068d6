import { nameIndex, type NameEntry } from './name-index.ts';
import { usableAt } from './dates.ts';
import { twoParts } from './lookup.ts';
import type { IsoDate, PartyKind } from './types.ts';
import { nameKey } from './words.ts';

export interface Suggestion {
  party: string;
  kind: PartyKind;
  /** The name that comes near. */
  name: string;
  /** 0 to 1; 1 is the same name (when several parties have it). */
  score: number;
}

/** Edits (insert, delete, replace, swap of neighbours) between two words, given up above `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (older[j - 2] ?? 0) + 1);
      row.push(best);
    }
    if (Math.min(...row) > limit) return limit + 1;
    older = previous;
    previous = row;
  }
  return previous[b.length] ?? limit + 1;
}

const fillers = new Set(['the', 'of', 'for', 'and', 'on', 'in', 'to', 'republic', 'state', 'states']);

function contentWords(key: string): string[] {
  return key.split(' ').filter((word) => word.length > 1 && !fillers.has(word));
}

/** Share of words in common, fillers left out; 0 when fewer than two are shared and the names are longer. */
function overlap(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const shared = a.filter((word) => b.includes(word)).length;
  if (shared < Math.min(2, Math.max(a.length, b.length))) return 0;
  return shared / new Set([...a, ...b]).size;
}

function closeness(key: string, words: readonly string[], entry: NameEntry): number {
  if (entry.key === key) return 1;
  const longest = Math.max(key.length, entry.key.length);
  const limit = Math.floor(longest * 0.3);
  const acronym = entry.name.form === 'acronym';
  const distance = acronym && longest < 5 ? limit + 1 : editDistance(key, entry.key, limit);
  const spelling = distance > limit ? 0 : 1 - distance / longest;
  return Math.max(spelling, 0.95 * overlap(words, contentWords(entry.key)));
}

/**
 * Parties whose names come near a written name, best first, one entry per party: for a person to choose from, never to be taken silently.
 * Names that were not in use `at` count a little less.
 */
export function suggestParties(
  written: string,
  options: { at?: IsoDate; limit?: number; kinds?: readonly PartyKind[] } = {},
): Suggestion[] {
  const { at, limit = 5, kinds } = options;
  const asked = [written, ...(twoParts(written) ?? [])].map(nameKey).filter((key) => key !== '');
  const best = new Map<string, Suggestion>();
  for (const key of asked) {
    const words = contentWords(key);
    for (const entries of nameIndex().byParty.values()) {
      for (const entry of entries) {
        const { party, name } = entry;
        if (party === null || (kinds !== undefined && !kinds.includes(party.kind))) continue;
        const dated = at === undefined || usableAt(name, at) ? 1 : 0.95;
        const score = closeness(key, words, entry) * dated * (name.form === 'adjective' ? 0.9 : 1);
        if (score < 0.5 || score <= (best.get(party.key)?.score ?? 0)) continue;
        best.set(party.key, { party: party.key, kind: party.kind, name: name.name, score });
      }
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.party < b.party ? -1 : 1)).slice(0, limit);
}
