/** The door of the lexicon: what the reader and the register ask it. */
export { findParty, nameOf, nameStatus, partyOf, type NameStatus, type PartyMatch } from './lookup.ts';
export { scanParties, type PartyMention, type ScanOptions } from './scan.ts';
export { suggestParties, type Suggestion } from './suggest.ts';
export { parties } from './parties.ts';
export type { DatedName, IsoDate, Language, LexiconParty, NameForm, PartyKind, StateEntry } from './types.ts';
export { nameKey } from './words.ts';
export { states } from './states.generated.ts';
