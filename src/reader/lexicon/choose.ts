import { usableAt } from './dates.ts';
import type { NameEntry } from './name-index.ts';
import type { IsoDate } from './types.ts';

/** The one entry that candidates for the same words come down to, or `null` when two parties remain: we do not guess. */
export function chooseEntry(
  candidates: readonly NameEntry[],
  written: string,
  at: IsoDate | undefined,
): NameEntry | null {
  if (candidates.length <= 1) return candidates[0] ?? null;
  const narrowings: ((entry: NameEntry) => boolean)[] = [
    (entry) => at === undefined || usableAt(entry.name, at),
    (entry) => entry.name.name === written,
    (entry) => entry.name.form !== 'adjective',
    (entry) => entry.name.form !== 'alias',
  ];
  let left = candidates;
  for (const keep of narrowings) {
    const kept = left.filter(keep);
    if (kept.length > 0) left = kept;
  }
  const first = left[0];
  return first !== undefined && left.every((entry) => entry.party === first.party) ? first : null;
}
