import type { DatedName } from './types.ts';

/**
 * Names of states that are not timeless: when a name was decided on, from when and until when it was used, and what that rests on.
 * A name given here replaces the undated entry of the same text. Basis `known` is general knowledge that a register officer should confirm.
 */
export const datedStateNames: Readonly<Record<string, readonly DatedName[]>> = {
  TUR: [
    {
      name: 'Turkey',
      form: 'short',
      until: '2022-06-01',
      basis: 'sourced',
      source: 'United Nations spokesman, 2022-06-02',
    },
    {
      name: 'Republic of Turkey',
      form: 'official',
      until: '2022-06-01',
      basis: 'sourced',
      source: 'United Nations spokesman, 2022-06-02',
    },
    {
      name: 'Türkiye',
      form: 'short',
      from: '2022-06-01',
      decidedOn: '2021-12-02',
      basis: 'sourced',
      source: 'Presidential circular of 2 December 2021; registered by the United Nations on 1 June 2022',
    },
    { name: 'Republic of Türkiye', form: 'official', from: '2022-06-01', decidedOn: '2021-12-02', basis: 'sourced' },
  ],
  MKD: [
    {
      name: 'the former Yugoslav Republic of Macedonia',
      form: 'short',
      from: '1993-04-08',
      until: '2019-02-12',
      basis: 'sourced',
      source: 'A/RES/47/225; Prespa Agreement in force 12 February 2019',
    },
    { name: 'FYROM', form: 'acronym', from: '1993-04-08', until: '2019-02-12', basis: 'known' },
    { name: 'FYR Macedonia', form: 'alias', from: '1993-04-08', until: '2019-02-12', basis: 'known' },
    { name: 'fYR Macedonia', form: 'alias', from: '1993-04-08', until: '2019-02-12', basis: 'known' },
    { name: 'Macedonia', form: 'alias', from: '1991-09-08', until: '2019-02-12', basis: 'known' },
    { name: 'Republic of Macedonia', form: 'alias', from: '1991-09-08', until: '2019-02-12', basis: 'known' },
    {
      name: 'Macedonia (the former Yugoslav Republic of)',
      form: 'as-listed',
      from: '1993-04-08',
      until: '2019-02-12',
      basis: 'known',
    },
    {
      name: 'Macedonia, the former Yugoslav Republic of',
      form: 'as-listed',
      from: '1993-04-08',
      until: '2019-02-12',
      basis: 'known',
    },
    { name: 'Macedonia, FYR', form: 'as-listed', from: '1993-04-08', until: '2019-02-12', basis: 'known' },
    {
      name: 'North Macedonia',
      form: 'short',
      from: '2019-02-12',
      basis: 'sourced',
      source:
        'Prespa Agreement of 17 June 2018, in force 12 February 2019; United Nations usage since 14 February 2019',
    },
    { name: 'Republic of North Macedonia', form: 'official', from: '2019-02-12', basis: 'sourced' },
  ],
  CZE: [
    {
      name: 'Czech Republic',
      form: 'official',
      from: '1993-01-01',
      basis: 'known',
      note: 'the formal name; also the usual short form until 2016',
    },
    {
      name: 'Czechia',
      form: 'short',
      from: '2016-05-17',
      basis: 'known',
      decidedOn: '2016-05-02',
      source: 'United Nations terminology entry, 17 May 2016',
    },
  ],
  SVK: [
    { name: 'Slovakia', form: 'short', from: '1993-01-01', basis: 'known' },
    { name: 'Slovak Republic', form: 'official', from: '1993-01-01', basis: 'known' },
  ],
  SWZ: [
    { name: 'Swaziland', form: 'short', until: '2018-04-19', basis: 'known', source: 'announced 19 April 2018' },
    { name: 'Kingdom of Swaziland', form: 'official', until: '2018-04-19', basis: 'known' },
    { name: 'Eswatini', form: 'short', from: '2018-04-19', basis: 'known', source: 'announced 19 April 2018' },
    { name: 'Kingdom of Eswatini', form: 'official', from: '2018-04-19', basis: 'known' },
  ],
  CPV: [
    { name: 'Cape Verde', form: 'short', until: '2013-10-24', basis: 'known', note: 'day uncertain: 24 or 25 October' },
    { name: 'Republic of Cape Verde', form: 'official', until: '2013-10-24', basis: 'known' },
    { name: 'Cabo Verde', form: 'short', from: '2013-10-24', basis: 'known' },
    { name: 'Republic of Cabo Verde', form: 'official', from: '2013-10-24', basis: 'known' },
  ],
  COD: [
    { name: 'Zaire', form: 'short', from: '1971-10-27', until: '1997-05-17', basis: 'known' },
    { name: 'Republic of Zaire', form: 'official', from: '1971-10-27', until: '1997-05-17', basis: 'known' },
    { name: 'Democratic Republic of the Congo', form: 'short', from: '1997-05-17', basis: 'known' },
  ],
  MMR: [
    { name: 'Burma', form: 'short', until: '1989-06-18', basis: 'known' },
    { name: 'Union of Burma', form: 'official', until: '1989-06-18', basis: 'known' },
    { name: 'Myanmar', form: 'short', from: '1989-06-18', basis: 'known' },
  ],
  TLS: [
    { name: 'East Timor', form: 'short', until: '2002-05-20', basis: 'sourced', source: 'ISO 3166-3, TPTL' },
    { name: 'Timor-Leste', form: 'short', from: '2002-05-20', basis: 'sourced', source: 'ISO 3166-3, TPTL' },
    { name: 'Democratic Republic of Timor-Leste', form: 'official', from: '2002-05-20', basis: 'known' },
  ],
  BLR: [
    { name: 'Byelorussian SSR', form: 'short', until: '1991-09-19', basis: 'known' },
    { name: 'Byelorussian Soviet Socialist Republic', form: 'official', until: '1991-09-19', basis: 'known' },
    { name: 'Belarus', form: 'short', from: '1991-09-19', basis: 'known' },
    { name: 'Republic of Belarus', form: 'official', from: '1991-09-19', basis: 'known' },
  ],
  UKR: [{ name: 'Ukrainian SSR', form: 'short', until: '1991-08-24', basis: 'known' }],
  BOL: [
    { name: 'Republic of Bolivia', form: 'official', until: '2009-03-18', basis: 'known' },
    { name: 'Plurinational State of Bolivia', form: 'official', from: '2009-03-18', basis: 'known' },
    { name: 'Bolivia (Plurinational State of)', form: 'as-listed', from: '2009-03-18', basis: 'known' },
  ],
  LBY: [
    { name: 'Libyan Arab Jamahiriya', form: 'short', until: '2011-09-16', basis: 'known', source: 'A/RES/66/1A' },
    {
      name: 'Socialist People’s Libyan Arab Jamahiriya',
      form: 'official',
      until: '2011-09-16',
      basis: 'known',
      source: 'A/RES/66/1A',
    },
    { name: 'State of Libya', form: 'official', from: '2017-12-22', basis: 'known' },
  ],
  PSE: [
    {
      name: 'Palestine',
      form: 'short',
      from: '1988-12-15',
      until: '2012-12-17',
      basis: 'known',
      source: 'A/RES/43/177; A/RES/67/19',
    },
    {
      name: 'State of Palestine',
      form: 'short',
      from: '2012-12-17',
      decidedOn: '2012-11-29',
      basis: 'known',
      source: 'A/RES/67/19',
    },
  ],
  NLD: [
    {
      name: 'Netherlands (Kingdom of the)',
      form: 'as-listed',
      from: '2024-01-01',
      basis: 'known',
      note: 'United Nations list form; day unverified',
    },
  ],
  IRN: [{ name: 'Iran (Islamic Republic of)', form: 'as-listed', from: '1979-04-01', basis: 'known' }],
  VEN: [
    { name: 'Republic of Venezuela', form: 'official', until: '1999-12-20', basis: 'known' },
    { name: 'Venezuela (Bolivarian Republic of)', form: 'as-listed', from: '1999-12-20', basis: 'known' },
    { name: 'Bolivarian Republic of Venezuela', form: 'official', from: '1999-12-20', basis: 'known' },
  ],
  WSM: [
    { name: 'Western Samoa', form: 'short', until: '1997-07-04', basis: 'known' },
    { name: 'Samoa', form: 'short', from: '1997-07-04', basis: 'known' },
  ],
  BEN: [{ name: 'Dahomey', form: 'short', until: '1975-11-30', basis: 'known' }],
  BFA: [{ name: 'Upper Volta', form: 'short', until: '1984-08-04', basis: 'known' }],
  LKA: [{ name: 'Ceylon', form: 'short', until: '1972-05-22', basis: 'known' }],
  KHM: [
    { name: 'Democratic Kampuchea', form: 'short', from: '1976-01-05', until: '1990-02-03', basis: 'known' },
    { name: 'Kampuchea', form: 'alias', from: '1976-01-05', until: '1990-02-03', basis: 'known' },
  ],
  ZWE: [{ name: 'Southern Rhodesia', form: 'short', until: '1980-04-18', basis: 'known' }],
  VUT: [{ name: 'New Hebrides', form: 'short', until: '1980-07-30', basis: 'known' }],
  KIR: [{ name: 'Gilbert Islands', form: 'short', until: '1979-07-12', basis: 'known' }],
  TUV: [{ name: 'Ellice Islands', form: 'short', until: '1978-10-01', basis: 'known' }],
  MDA: [{ name: 'Moldavian SSR', form: 'short', until: '1991-08-27', basis: 'known' }],
  KGZ: [
    { name: 'Kirghizia', form: 'alias', until: '1993-05-05', basis: 'known' },
    { name: 'Kirgizia', form: 'alias', until: '1993-05-05', basis: 'known' },
  ],
  SSD: [
    { name: 'South Sudan', form: 'short', from: '2011-07-09', basis: 'known' },
    { name: 'Republic of South Sudan', form: 'official', from: '2011-07-09', basis: 'known' },
  ],
  MNE: [
    {
      name: 'Montenegro',
      form: 'short',
      from: '2006-06-03',
      basis: 'known',
      note: 'the name of the constituent republic before',
    },
  ],
  DEU: [{ name: 'Federal Republic of Germany', form: 'official', from: '1949-05-23', basis: 'known' }],
};
