import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findParty, nameOf, nameStatus, parties, suggestParties } from './index.ts';
import { editDistance } from './suggest.ts';

describe('findParty', () => {
  it.each([
    ['Turkey', 'TUR'],
    ['türkiye', 'TUR'],
    ['TURKIYE', 'TUR'],
    ['the Gambia', 'GMB'],
    ['Iran, Islamic Republic of', 'IRN'],
    ['Cote d’Ivoire', 'CIV'],
    ['Bosnia & Herzegovina', 'BIH'],
    ['Kosovo*', 'XKX'],
    ['the former Yugoslav Republic of Macedonia', 'MKD'],
    ['St. Kitts and Nevis', 'KNA'],
    ['Российская Федерация', 'RUS'],
    ['الأردن', 'JOR'],
    ['iom', 'org:iom'],
    ['European Border and Coast Guard Agency (FRONTEX)', 'org:frontex'],
    ['Frontex – the European Border and Coast Guard Agency', 'org:frontex'],
    ['European Commission (DG HOME)', 'org:ec'],
    ['SOM', 'body:senior-officials-meeting'],
  ])('%s is %s', (written, party) => {
    expect(findParty(written)?.party).toBe(party);
  });

  it('tells names apart that contain each other', () => {
    const found = [
      'Guinea',
      'Guinea-Bissau',
      'Equatorial Guinea',
      'Papua New Guinea',
      'Niger',
      'Nigeria',
      'Congo',
      'DR Congo',
    ];
    expect(found.map((name) => findParty(name)?.party)).toEqual([
      'GIN',
      'GNB',
      'GNQ',
      'PNG',
      'NER',
      'NGA',
      'COG',
      'COD',
    ]);
  });

  it('tells the island from the organisation by its spelling', () => {
    expect(findParty('Guam')?.party).toBe('GUM');
    expect(findParty('GUAM')?.party).toBe('org:guam');
  });

  it.each(['', '()', 'Atlantis', 'Turkei', 'Congo (somewhere)', 'UNHCR (IOM)', 'North', 'Republic'])(
    'does not guess at "%s"',
    (written) => {
      expect(findParty(written)).toBeNull();
    },
  );

  it('finds every English name of every party again, or finds nothing where two parties share it', () => {
    for (const party of parties().values()) {
      for (const { name, form } of party.names) {
        const found = findParty(name);
        if (form !== 'adjective' && found !== null && found.party !== party.key) {
          expect({ name, found: found.party, of: party.key }).toMatchObject({
            name: expect.stringMatching(/^(GUAM|Guam|DRC)$/),
          });
        }
      }
    }
  });

  it('bears accents, case, blanks, punctuation and the article', () => {
    const names = [...parties().values()].flatMap((party) =>
      party.names
        .filter((name) => name.form === 'short' && name.language === undefined)
        .map((name) => [name.name, party.key] as const),
    );
    const bend = fc.constantFrom<(name: string) => string>(
      (name) => name.toUpperCase(),
      (name) => name.toLowerCase(),
      (name) => (/^the /i.test(name) ? name : `the ${name}`),
      (name) => `  ${name.replaceAll(' ', '\u00a0 ')}, `,
      (name) => name.normalize('NFD').replace(/\p{M}/gu, ''),
      (name) => name.normalize('NFD'),
      (name) => name.replaceAll("'", '’'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), bend, ([name, key], bent) => {
        const found = findParty(bent(name));
        expect(found === null || found.party === key || name.toLowerCase() === 'guam').toBe(true);
        if (name.toLowerCase() !== 'guam') expect(found?.party).toBe(key);
      }),
      { numRuns: 400 },
    );
  });
});

describe('nameStatus', () => {
  it.each([
    ['Turkey', 'TUR', '2021-12-02', 'current'],
    ['Turkey', 'TUR', '2022-10-01', 'outside-period'],
    ['Türkiye', 'TUR', '2022-05-19', 'current'],
    ['Türkiye', 'TUR', '2019-10-09', 'outside-period'],
    ['the former Yugoslav Republic of Macedonia', 'MKD', '2016-12-15', 'current'],
    ['North Macedonia', 'MKD', '2016-12-15', 'outside-period'],
    ['North Macedonia', 'MKD', '2019-10-09', 'current'],
    ['Macedonia', 'MKD', '2016-12-15', 'alias'],
    ['Macedonia', 'MKD', '2022-05-19', 'outside-period'],
    ['EASO', 'org:euaa', '2021-12-02', 'current'],
    ['EASO', 'org:euaa', '2022-05-19', 'outside-period'],
    ['European Asylum Support Office (EASO)', 'org:euaa', '2023-01-01', 'outside-period'],
    ['European Union Asylum Agency (EUAA)', 'org:euaa', '2022-05-19', 'alias'],
    ['Czech Republic', 'CZE', '2022-05-19', 'current'],
    ['Slovak Republic', 'SVK', '2022-05-19', 'current'],
    ['Russia', 'RUS', '2021-12-02', 'alias'],
    ['Zaire', 'COD', '1996-01-01', 'current'],
    ['Yugoslavia', 'YUG', '2010-01-01', 'outside-period'],
    ['Frontex', 'org:frontex', '2010-01-01', 'current'],
  ])('%s for %s on %s: %s', (written, party, at, status) => {
    expect(nameStatus(written, party, at)?.status).toBe(status);
  });

  it('names the name to use instead, acronym for acronym', () => {
    expect(nameStatus('Turkey', 'TUR', '2023-01-01')).toMatchObject({ preferred: 'Türkiye', until: '2022-06-01' });
    expect(nameStatus('EASO', 'org:euaa', '2023-01-01')?.preferred).toBe('EUAA');
    expect(nameStatus('North Macedonia', 'MKD', '2016-12-15')?.preferred).toBe(
      'the former Yugoslav Republic of Macedonia',
    );
  });

  it('says nothing about a name that is not the party’s', () => {
    expect(nameStatus('Hungary', 'TUR', '2020-01-01')).toBeNull();
    expect(nameStatus('Hungary', 'no such party', '2020-01-01')).toBeNull();
  });
});

describe('nameOf', () => {
  it('gives the name of the day, the language and the form', () => {
    expect(nameOf('TUR')).toBe('Türkiye');
    expect(nameOf('TUR', { at: '2016-12-15' })).toBe('Turkey');
    expect(nameOf('HUN', { language: 'ru' })).toBe('Венгрия');
    expect(nameOf('SVK', { form: 'official' })).toBe('Slovak Republic');
    expect(nameOf('org:euaa', { form: 'acronym', at: '2020-01-01' })).toBe('EASO');
    expect(nameOf('org:unknown')).toBe('org:unknown');
  });
});

describe('suggestParties', () => {
  it.each([
    ['Kyrgistan', 'KGZ'],
    ['Slovinia', 'SVN'],
    ['Afganistan', 'AFG'],
    ['Philipines', 'PHL'],
    ['Azerbaidjan', 'AZE'],
    ['Bosnia Herzegowina', 'BIH'],
    ['Internationl Organisation for Migraton', 'org:iom'],
    ['European Asylum Office (EASO)', 'org:euaa'],
  ])('offers for "%s" first %s', (written, party) => {
    expect(suggestParties(written)[0]?.party).toBe(party);
  });

  it('offers both where a name leaves open which is meant', () => {
    const offered = suggestParties('guam').map((suggestion) => suggestion.party);
    expect(offered.slice(0, 2).sort()).toEqual(['GUM', 'org:guam']);
  });

  it('offers nothing for a word that is near no name', () => {
    expect(suggestParties('xylophone orchestra')).toEqual([]);
  });

  it('measures edits as people count them', () => {
    expect(editDistance('iarn', 'iran', 3)).toBe(1);
    expect(editDistance('iraq', 'iran', 3)).toBe(1);
    expect(editDistance('iraq', 'nepal', 2)).toBe(3);
  });
});
