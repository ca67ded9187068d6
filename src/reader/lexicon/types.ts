/** The shapes of the lexicon: what the reader knows about states, organisations and bodies before it has read anything. */

/** ISO 8601 day, `2019-02-12`. Comparable as text. */
export type IsoDate = string;

export type Language = 'en' | 'ru' | 'tr' | 'ar';

/**
 * How a name stands to its party. `as-listed`: the form used in alphabetical lists. `alias`: printed in reports, not the party's own choice.
 * `adjective`: "the Turkish Chair"; never a name in a list.
 */
export type NameForm = 'short' | 'official' | 'acronym' | 'as-listed' | 'alias' | 'adjective';

export type PartyKind = 'state' | 'territory' | 'former-state' | 'organisation' | 'body';

/** One row of `states.generated.ts`. `un`: member, observer or neither in the United Nations. */
export interface StateEntry {
  key: string;
  alpha2: string;
  numeric: string | null;
  un: 'member' | 'observer' | 'none';
  names: Readonly<Record<Language, string>>;
  /** The name CLDR has, where we print another: understood, not printed. */
  also: Readonly<Partial<Record<Language, string>>>;
  formal: string | null;
  aliases: readonly string[];
  adjectives: readonly string[];
}

/** A name with the time it is used in. No `from`: as long as we know. No `until`: still used. Bounds are inclusive and exclusive: [from, until). */
export interface DatedName {
  name: string;
  form: NameForm;
  language?: Language;
  from?: IsoDate;
  until?: IsoDate;
  /** The day the change was decided or announced; use of the new name from then on is not a mistake. */
  decidedOn?: IsoDate;
  /** Instrument or publication the dates rest on. */
  source?: string;
  /** `known`: general knowledge, to be confirmed; `sourced`: the source was seen. */
  basis?: 'known' | 'sourced';
  note?: string;
}

/** A party with all names the lexicon has for it. */
export interface LexiconParty {
  /** Alpha-3 for a state or territory, `org:<slug>`, `body:<slug>`. */
  key: string;
  kind: PartyKind;
  names: readonly DatedName[];
  /** For a former state: when it existed. */
  from?: IsoDate;
  until?: IsoDate;
  /** States that came after it, each with its first day. */
  successors?: readonly { key: string; on: IsoDate }[];
  /** Key of the organisation it is a part of. */
  partOf?: string;
}
