/** Codes that are not simply today's ISO 3166-1 codes of a state: withdrawn and reused ones, after ISO 3166-3. */
export interface SeedCode {
  party: string;
  scheme: 'iso3166-1-alpha2' | 'iso3166-1-alpha3' | 'm49';
  code: string;
  from?: string;
  until?: string;
  source: string;
}

function withdrawn(
  party: string,
  alpha2: string,
  alpha3: string,
  numeric: string,
  until: string,
  from?: string,
): SeedCode[] {
  const dates = from === undefined ? { until } : { from, until };
  const source = 'ISO 3166-3';
  return [
    { party, scheme: 'iso3166-1-alpha2', code: alpha2, ...dates, source },
    { party, scheme: 'iso3166-1-alpha3', code: alpha3, ...dates, source },
    { party, scheme: 'm49', code: numeric, ...dates, source },
  ];
}

export const seedCodes: readonly SeedCode[] = [
  ...withdrawn('YUG', 'YU', 'YUG', '891', '2003-07-23'),
  ...withdrawn('SCG', 'CS', 'SCG', '891', '2006-09-26', '2003-07-23'),
  ...withdrawn('CSK', 'CS', 'CSK', '200', '1993-06-15'),
  ...withdrawn('SUN', 'SU', 'SUN', '810', '1992-08-30'),
  ...withdrawn('DDR', 'DD', 'DDR', '278', '1990-10-30'),
  ...withdrawn('YMD', 'YD', 'YMD', '720', '1990-08-14'),
  ...withdrawn('ANT', 'AN', 'ANT', '530', '2010-12-15'),
  { party: 'COD', scheme: 'iso3166-1-alpha2', code: 'ZR', until: '1997-07-14', source: 'ISO 3166-3, ZRCD' },
  { party: 'COD', scheme: 'iso3166-1-alpha3', code: 'ZAR', until: '1997-07-14', source: 'ISO 3166-3, ZRCD' },
  { party: 'MMR', scheme: 'iso3166-1-alpha2', code: 'BU', until: '1989-12-05', source: 'ISO 3166-3, BUMM' },
  { party: 'MMR', scheme: 'iso3166-1-alpha3', code: 'BUR', until: '1989-12-05', source: 'ISO 3166-3, BUMM' },
  { party: 'TLS', scheme: 'iso3166-1-alpha2', code: 'TP', until: '2002-05-20', source: 'ISO 3166-3, TPTL' },
  { party: 'TLS', scheme: 'iso3166-1-alpha3', code: 'TMP', until: '2002-05-20', source: 'ISO 3166-3, TPTL' },
  { party: 'BLR', scheme: 'iso3166-1-alpha3', code: 'BYS', until: '1992-06-15', source: 'ISO 3166-3, BYAA' },
];

/** First day of today's codes of states whose codes changed; the others' are as old as our knowledge. */
export const codesSince: Readonly<Record<string, string>> = {
  COD: '1997-07-14',
  MMR: '1989-12-05',
  TLS: '2002-05-20',
  SRB: '2006-09-26',
  MNE: '2006-09-26',
  CZE: '1993-06-15',
  SVK: '1993-06-15',
};
