/** Parties: states, territories, former states, organisations. */
export const partyKinds = ['state', 'territory', 'former-state', 'organisation'] as const;
export type PartyKind = (typeof partyKinds)[number];

export interface Party {
  id: string;
  key: string;
  kind: PartyKind;
  unStanding: 'member' | 'observer' | 'none' | null;
  partOfId: string | null;
}

/** A party with the name to print for it. `language` is the language the name is in (for `lang=`). */
export interface NamedParty extends Party {
  name: string;
  language: string;
  acronym: string | null;
  sortKey: string;
}

/** The address of a party's or body's page, from its key: `/register/parties/TUR`, `/register/bodies/body:colep`. */
export function addressOf(key: string): string {
  return `/register/${key.startsWith('body:') ? 'bodies' : 'parties'}/${key}`;
}

/**
 * The order of lists in this dialogue, "English alphabetical by common short name": by sort key, compared as English text.
 * A named rule, because other meetings sit in another order.
 */
export function byEnglishShortName(a: { sortKey: string }, b: { sortKey: string }): number {
  return a.sortKey.localeCompare(b.sortKey, 'en');
}
