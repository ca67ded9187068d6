import { unionOrganisations } from './organisations-eu.ts';
import { europeanOrganisations } from './organisations-europe.ts';
import { otherOrganisations } from './organisations-other.ts';
import { regionalOrganisations } from './organisations-regional.ts';
import { unOrganisations } from './organisations-un.ts';
import type { LexiconParty } from './types.ts';

/** Every organisation that the lexicon knows, keys unique. Names rest on the organisations' own instruments; renamings are dated. */
export const organisations: readonly LexiconParty[] = [
  ...unOrganisations,
  ...unionOrganisations,
  ...europeanOrganisations,
  ...regionalOrganisations,
  ...otherOrganisations,
];
