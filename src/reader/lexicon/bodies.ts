import type { DatedName, LexiconParty, NameForm } from './types.ts';

function body(
  slug: string,
  name: string,
  aliases: readonly string[] = [],
  acronyms: readonly string[] = [],
): LexiconParty {
  const as =
    (form: NameForm) =>
    (text: string): DatedName => ({ name: text, form });
  return {
    key: `body:${slug}`,
    kind: 'body',
    names: [{ name, form: 'short' }, ...acronyms.map(as('acronym')), ...aliases.map(as('alias'))],
  };
}

function regional(slug: string, region: string, others: readonly string[] = []): LexiconParty {
  const names = [region, ...others].flatMap((place) => [
    ...(place.endsWith('Region') ? [] : [`${place} Regional Working Group`]),
    `${place} Working Group`,
    `Working Group on the ${place}`,
    `Working Group for the ${place}`,
    `${place} WG`,
  ]);
  const [first = region, ...rest] = names;
  return body(slug, first, rest);
}

/**
 * Bodies of this dialogue, and the generic bodies that other dialogues have under the same words ("Steering Committee").
 * A report of another dialogue names its own bodies; they then stay without a key.
 */
export const bodies: readonly LexiconParty[] = [
  body('ministerial-conference', 'Ministerial Conference', ['Conference of Ministers', 'Ministerial Meeting']),
  body(
    'senior-officials-meeting',
    'Senior Officials Meeting',
    [
      "Senior Officials' Meeting",
      'Meeting of Senior Officials',
      'Senior Official Meeting',
      'Annual Senior Officials Meeting',
      'Senior Officials',
    ],
    ['SOM'],
  ),
  regional('wg-silk-routes', 'Silk Routes Region', ['Silk Routes', 'Silk Route', 'SR']),
  regional('wg-south-east-europe', 'South-East Europe', [
    'South East Europe',
    'South-Eastern Europe',
    'South Eastern Europe',
    'Southeast Europe',
    'South-East European Region',
    'South East European Region',
    'South-Eastern European Region',
    'SEE',
    'SEE Region',
  ]),
  regional('wg-black-sea', 'Black Sea Region', ['Black Sea', 'BSR']),
  body('wg-regional', 'Regional Working Groups', ['Regional Working Group', 'Regional WGs', 'Regional WG']),
  body('wg-thematic', 'Thematic Working Groups', ['Thematic Working Group', 'Thematic WGs', 'Thematic WG']),
  body('twg-law-enforcement', 'Thematic Working Group on Law Enforcement Cooperation', [
    'Law Enforcement Cooperation Working Group',
    'Working Group on Law Enforcement Cooperation',
  ]),
  body('twg-return-reintegration', 'Thematic Working Group on Return and Reintegration', [
    'Return and Reintegration Working Group',
    'Working Group on Return and Reintegration',
  ]),
  body('reference-group', 'Reference Group', ['BP Reference Group', 'Budapest Process Reference Group']),
  body('secretariat', 'Secretariat', [
    'BP Secretariat',
    'Budapest Process Secretariat',
    'Secretariat of the Budapest Process',
  ]),
  body(
    'colep',
    'Community of Law Enforcement Practitioners',
    ['Community of Law Enforcement Practitioners Network', 'COLEP platform', 'COLEP network'],
    ['COLEP'],
  ),
  body('thb-coordinators', 'Network of National Anti-Trafficking Coordinators', [
    'Network of National THB Coordinators',
    'National THB Coordinators Network',
    'THB Coordinators Network',
    'Network of Anti-Trafficking Coordinators',
    'National Anti-Trafficking Coordinators',
  ]),
  body('budapest-process', 'Budapest Process', ['Budapest Process Dialogue'], ['BP']),
  body('steering-committee', 'Steering Committee', ['Steering Group']),
  body('steering-board', 'Steering Board'),
  body('plenary', 'Plenary Meeting', ['Plenary Session']),
];
