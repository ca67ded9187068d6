import { chooseEntry } from './choose.ts';
import { usableAt } from './dates.ts';
import { nameIndex, type NameEntry } from './name-index.ts';
import { parties } from './parties.ts';
import type { DatedName, IsoDate, Language, LexiconParty, NameForm, PartyKind } from './types.ts';
import { nameKey } from './words.ts';

export interface PartyMatch {
  party: string;
  kind: PartyKind;
  /** The lexicon's spelling of the name that matched. */
  name: string;
  form: NameForm;
}

/** The party with this key, or `null`. */
export function partyOf(key: string): LexiconParty | null {
  return parties().get(key) ?? null;
}

function matchOf(entry: NameEntry): PartyMatch | null {
  const { party, name } = entry;
  return party === null ? null : { party: party.key, kind: party.kind, name: name.name, form: name.form };
}

function findPlain(written: string, at: IsoDate | undefined): PartyMatch | null {
  const candidates = nameIndex().byKey.get(nameKey(written));
  const entry = candidates === undefined ? null : chooseEntry(candidates, written.trim(), at);
  return entry === null ? null : matchOf(entry);
}

/** "Name (ACRONYM)", "ACRONYM – the Name": the two parts, else `null`. */
export function twoParts(written: string): [string, string] | null {
  const parts = /^\s*(.+?)\s*\(([^()]+)\)\s*$/u.exec(written) ?? /^\s*(.+?)\s+[–—-]\s+(.+?)\s*$/u.exec(written);
  return parts?.[1] === undefined || parts[2] === undefined ? null : [parts[1], parts[2]];
}

/**
 * The party that a written name means: the same words after folding of case, accents, punctuation and a leading article.
 * `at` decides between parties that had the name at different times. A name with its acronym must mean one party in both parts
 * (or the second a part of the first: "European Commission (DG HOME)"). `null` when nothing or more than one party fits; never a guess.
 */
export function findParty(written: string, options: { at?: IsoDate } = {}): PartyMatch | null {
  const whole = findPlain(written, options.at);
  if (whole !== null) return whole;
  const parts = twoParts(written);
  if (parts === null) return null;
  const outer = findPlain(parts[0], options.at);
  const inner = findPlain(parts[1], options.at);
  if (outer === null || inner === null) return null;
  return outer.party === inner.party || partyOf(inner.party)?.partOf === outer.party ? outer : null;
}

export interface NameStatus {
  /** `alias`: understood, though not the party's own name. `outside-period`: the party's name at another time. */
  status: 'current' | 'outside-period' | 'alias';
  /** The time the written name was in use, where the lexicon knows it: [from, until). */
  from: IsoDate | null;
  until: IsoDate | null;
  /** The party's name on that day, in the same form (acronym for acronym) where there is one. */
  preferred: string;
}

function preferredName(party: LexiconParty, form: NameForm, at: IsoDate | undefined): string {
  const usable = (name: DatedName): boolean =>
    (name.language === undefined || name.language === 'en') && (at === undefined || usableAt(name, at));
  const from = (wanted: NameForm): DatedName | undefined =>
    party.names.findLast((name) => name.form === wanted && usable(name) && name.from !== undefined) ??
    party.names.find((name) => name.form === wanted && usable(name));
  const found =
    from(form === 'acronym' || form === 'official' ? form : 'short') ??
    from('short') ??
    from('official') ??
    from('acronym');
  return found?.name ?? party.names[0]?.name ?? party.key;
}

/**
 * How a written name stood on a day: the name in use, a name of another time, or an alias. Takes "Name (ACRONYM)" apart and
 * returns the worse of the two. `null` when the name is not one of this party's.
 */
export function nameStatus(written: string, party: string, at: IsoDate): NameStatus | null {
  const whole = plainStatus(written, party, at);
  if (whole !== null) return whole;
  const parts = twoParts(written)?.map((part) => plainStatus(part, party, at)) ?? [];
  return (
    parts.find((part) => part?.status === 'outside-period') ??
    parts.find((part) => part?.status === 'alias') ??
    parts[0] ??
    null
  );
}

function plainStatus(written: string, key: string, at: IsoDate): NameStatus | null {
  const party = partyOf(key);
  const wanted = nameKey(written);
  const same = (nameIndex().byParty.get(key) ?? []).filter((entry) => entry.key === wanted).map((entry) => entry.name);
  const english = same.filter((one) => one.language === undefined || one.language === 'en');
  const spoken = english.length > 0 ? english : same;
  // "Timor Leste" is "Timor-Leste" spelt otherwise: the dates of the name hold for the spelling.
  const own = spoken.filter((one) => one.form !== 'alias' && one.form !== 'adjective');
  const names = own.length > 0 ? own : spoken;
  const name =
    names.find((one) => usableAt(one, at) && one.form !== 'alias') ??
    names.find((one) => usableAt(one, at)) ??
    names[0];
  if (party === null || name === undefined) return null;
  const status = !usableAt(name, at)
    ? 'outside-period'
    : name.form === 'alias' || name.form === 'adjective'
      ? 'alias'
      : 'current';
  return { status, from: name.from ?? null, until: name.until ?? null, preferred: preferredName(party, name.form, at) };
}

/** The name to print for a party: in a language (English when it has none there), a form, as of a day (today's when left out). */
export function nameOf(key: string, options: { language?: Language; form?: NameForm; at?: IsoDate } = {}): string {
  const party = partyOf(key);
  if (party === null) return key;
  const { language = 'en', form = 'short', at } = options;
  const other =
    language === 'en' ? undefined : party.names.find((name) => name.language === language && name.form === form);
  if (other !== undefined) return other.name;
  const current = at ?? '9999-12-31';
  return preferredName(party, form, current);
}
