import { usableOn, type Name } from './name.ts';

/** A name of a party that a written name could mean. */
export interface Candidate extends Pick<Name, 'language' | 'name' | 'form' | 'decidedOn' | 'usedFrom' | 'usedUntil'> {
  partyId: string;
  /** 1 for the same words after folding; less for a near miss. */
  closeness: number;
}

/** What a written name means on the day of its document. Never a guess: `ambiguous` and `unknown` are for a person to settle. */
export type Resolution =
  | { kind: 'found'; partyId: string; name: string; timely: boolean }
  | { kind: 'ambiguous'; candidates: Candidate[] }
  | { kind: 'unknown'; suggestions: Candidate[] };

/** The best candidate of each party, best first. */
function onePerParty(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const known = best.get(candidate.partyId);
    if (known === undefined || known.closeness < candidate.closeness) best.set(candidate.partyId, candidate);
  }
  return [...best.values()].sort((a, b) => b.closeness - a.closeness || a.name.localeCompare(b.name, 'en'));
}

/** Another spelling of a party's own name is no name of its own: the dates of the name hold for it. */
function isOwnNameOf(other: Candidate, alias: Candidate): boolean {
  return (
    other.partyId === alias.partyId &&
    other.language === alias.language &&
    other.form !== 'alias' &&
    other.form !== 'adjective'
  );
}

/**
 * Decides between the candidates for one written name. The same words win over near ones; of those, names in the
 * language of the document; of those, names usable on the day; of those,
 * the very spelling; of those, no adjective. Whatever then still names two parties is ambiguous.
 * @param timely in the result: whether the name was in use on the day of the document.
 */
export function resolveName(
  written: string,
  candidates: readonly Candidate[],
  day: string | null,
  language = 'en',
): Resolution {
  const same = candidates.filter((candidate) => candidate.closeness === 1);
  const exact = same.filter(
    (candidate) => candidate.form !== 'alias' || !same.some((other) => isOwnNameOf(other, candidate)),
  );
  if (exact.length === 0) return { kind: 'unknown', suggestions: onePerParty(candidates).slice(0, 5) };
  const narrowings: ((candidate: Candidate) => boolean)[] = [
    (candidate) => candidate.language === language,
    (candidate) => day === null || usableOn(candidate, day),
    (candidate) => candidate.name === written.trim(),
    (candidate) => candidate.form !== 'adjective',
    (candidate) => candidate.form !== 'alias',
  ];
  let left: readonly Candidate[] = exact;
  for (const keep of narrowings) {
    const kept = left.filter(keep);
    if (kept.length > 0) left = kept;
  }
  const first = left[0];
  if (first === undefined || left.some((candidate) => candidate.partyId !== first.partyId))
    return { kind: 'ambiguous', candidates: onePerParty(left) };
  return { kind: 'found', partyId: first.partyId, name: first.name, timely: day === null || usableOn(first, day) };
}
