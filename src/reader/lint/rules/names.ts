import { parties } from '../../lexicon/parties.ts';
import type { DatedName, LexiconParty } from '../../lexicon/types.ts';
import { spanOf, type LintRule } from '../rule.ts';

interface Dated {
  party: LexiconParty;
  name: DatedName;
}

let index: { pattern: RegExp; byName: Map<string, Dated[]> } | undefined;

/** English names that begin or end at some day, as one expression, longest first. */
function datedNames(): { pattern: RegExp; byName: Map<string, Dated[]> } {
  if (index) return index;
  const byName = new Map<string, Dated[]>();
  const timeless = new Set<string>();
  for (const party of parties().values())
    for (const name of party.names) {
      if ((name.language ?? 'en') !== 'en' || name.form === 'adjective') continue;
      if (name.from === undefined && name.until === undefined) timeless.add(name.name);
      else byName.set(name.name, [...(byName.get(name.name) ?? []), { party, name }]);
    }
  const names = [...byName.keys()].filter((name) => !timeless.has(name)).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\p{L}\\p{N}-])`,
    'gu',
  );
  index = { pattern, byName };
  return index;
}

/** A name decided on but not yet in use everywhere is no mistake: `decidedOn` opens the period as well. */
const inPeriod = ({ name }: Dated, day: string): boolean =>
  (name.decidedOn ?? name.from ?? '') <= day && (name.until === undefined || day < name.until);

/** What the party was called on that day, in the same form where there is one. */
function rightName({ party, name }: Dated, day: string): string | null {
  const fitting = party.names.filter(
    (other) =>
      (other.language ?? 'en') === 'en' &&
      other.form !== 'adjective' &&
      other.name !== name.name &&
      (other.from ?? '') <= day &&
      (other.until === undefined || day < other.until),
  );
  return (
    (
      fitting.find((other) => other.form === name.form) ??
      fitting.find((other) => other.form === 'short' || other.form === 'official')
    )?.name ?? null
  );
}

export const namePeriod: LintRule = {
  code: 'party.name-period',
  severity: 'warning',
  speaks: 'when a party is called by a name it did not have yet, or no longer, on the day of the meeting',
  *check({ reading: { text }, asOf }) {
    if (asOf === null) return;
    const { pattern, byName } = datedNames();
    const told = new Set<string>();
    for (const match of text.matchAll(pattern)) {
      const candidates = byName.get(match[0]) ?? [];
      const first = candidates[0];
      if (!first || told.has(match[0]) || candidates.some((candidate) => inPeriod(candidate, asOf))) continue;
      // “Serbia and Montenegro” in a list of today: two states, each by its own name.
      if (first.party.kind === 'former-state' && / and /.test(match[0]) && asOf >= (first.name.until ?? '9999'))
        continue;
      // “EASO will become the EUAA”: a text that uses the name of the day beside it is speaking about the change.
      const right = rightName(first, asOf);
      if (right !== null && text.includes(right)) continue;
      told.add(match[0]);
      const when =
        first.name.until !== undefined && asOf >= first.name.until
          ? `until ${first.name.until}`
          : `from ${first.name.from}`;
      yield {
        message: `“${match[0]}” was the name ${when}; the meeting was on ${asOf}.${right === null ? '' : ` Write “${right}”.`}`,
        span: spanOf(match, 0),
      };
    }
  },
};

export const twoNames: LintRule = {
  code: 'party.two-names',
  severity: 'note',
  speaks: 'when one report calls the same party by its old and its new name',
  *check({ reading: { text } }) {
    const { pattern, byName } = datedNames();
    const first = new Map<string, string>();
    const told = new Set<string>();
    for (const match of text.matchAll(pattern)) {
      const dated = byName.get(match[0])?.[0];
      if (!dated || dated.party.kind === 'former-state') continue;
      const key = `${dated.party.key}/${dated.name.form}`;
      const before = first.get(key) ?? match[0];
      first.set(key, before);
      if (
        before === match[0] ||
        told.has(key) ||
        told.has(dated.party.key) ||
        speaksOfTheChange(text, match.index, match[0], dated.party)
      )
        continue;
      told.add(key);
      yield {
        message: `The same party is called “${before}” and “${match[0]}” in this report. Use one name, the one of the day of the meeting.`,
        span: spanOf(match, 0),
      };
    }
  },
};

/** A sentence that holds another name of the party as well tells of the change itself: “the office becomes the agency”. */
function speaksOfTheChange(text: string, at: number, written: string, party: LexiconParty): boolean {
  const start = Math.max(text.lastIndexOf('. ', at), text.lastIndexOf('\n', at), 0);
  const ends = [text.indexOf('. ', at), text.indexOf('\n', at)].filter((end) => end >= 0);
  const sentence = text.slice(start, ends.length > 0 ? Math.min(...ends) : text.length);
  const kin = (name: DatedName) => name.name.includes(written) || written.includes(name.name);
  return party.names.some((name) => name.form !== 'adjective' && !kin(name) && sentence.includes(name.name));
}
