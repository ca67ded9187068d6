import { organisation as org } from './organisation.ts';
import type { LexiconParty } from './types.ts';

/** The European Union with its institutions, agencies and networks. */
export const unionOrganisations: readonly LexiconParty[] = [
  org('eu', 'European Union', 'EU', {
    dated: [
      { name: 'European Communities', form: 'short', until: '1993-11-01', basis: 'known' },
      {
        name: 'European Community',
        form: 'short',
        until: '2009-12-01',
        basis: 'sourced',
        source: 'Council Decision 2010/649/EU, recital 3',
      },
      {
        name: 'European Union',
        form: 'short',
        from: '1993-11-01',
        decidedOn: '1992-02-07',
        basis: 'known',
        source: 'Treaty on European Union',
      },
    ],
    aliases: ['EU Delegation', 'Delegation of the European Union', 'European Union Delegation', 'E.U.'],
  }),
  org('ec', 'European Commission', null, {
    aliases: [
      'EU Commission',
      'EC',
      'Commission of the European Communities',
      'European Commisson',
      'Commission of the European Union',
    ],
    partOf: 'eu',
  }),
  org('dg-home', 'Directorate-General for Migration and Home Affairs', null, {
    aliases: ['Directorate General for Migration and Home Affairs', 'DG Migration and Home Affairs', 'DG HOME'],
    dated: [
      {
        name: 'Directorate-General for Justice, Freedom and Security',
        form: 'short',
        until: '2010-07-01',
        basis: 'known',
      },
      {
        name: 'Directorate-General for Home Affairs',
        form: 'short',
        from: '2010-07-01',
        until: '2014-11-01',
        basis: 'known',
      },
    ],
    partOf: 'ec',
  }),
  org('dg-near', 'Directorate-General for Neighbourhood and Enlargement Negotiations', null, {
    aliases: ['DG NEAR', 'Directorate General for Neighbourhood and Enlargement Negotiations', 'DG Enlargement'],
    partOf: 'ec',
  }),
  org('dg-intpa', 'Directorate-General for International Partnerships', null, {
    aliases: ['DG INTPA', 'Directorate General for International Partnerships'],
    dated: [
      { name: 'DG DEVCO', form: 'acronym', from: '2011-01-01', until: '2021-01-16', basis: 'known' },
      { name: 'EuropeAid', form: 'short', until: '2021-01-16', basis: 'known' },
    ],
    partOf: 'ec',
  }),
  org('dg-echo', 'Directorate-General for European Civil Protection and Humanitarian Aid Operations', null, {
    aliases: ['DG ECHO', 'ECHO'],
    partOf: 'ec',
  }),
  org('council-eu', 'Council of the European Union', null, {
    aliases: [
      'Council of the EU',
      'EU Council',
      'General Secretariat of the Council of the European Union',
      'General Secretariat of the Council',
      'Council Secretariat',
      'EU Council Secretariat',
    ],
    partOf: 'eu',
  }),
  org('european-council', 'European Council', null, { partOf: 'eu' }),
  org('european-parliament', 'European Parliament', null, { partOf: 'eu' }),
  org('eu-presidency', 'Presidency of the Council of the European Union', null, {
    aliases: ['EU Presidency', 'Presidency of the European Union'],
    partOf: 'eu',
  }),
  org('eeas', 'European External Action Service', 'EEAS', {
    aliases: ['EU External Action Service', 'European Union External Action Service'],
    partOf: 'eu',
  }),
  org('euaa', 'European Union Agency for Asylum', 'EUAA', {
    aliases: [
      'EU Agency for Asylum',
      'European Agency for Asylum',
      'European Union Asylum Agency',
      'EU Asylum Agency',
      'European Asylum Agency',
      'European Asylum Support Agency',
    ],
    dated: [
      {
        name: 'European Asylum Support Office',
        form: 'short',
        from: '2010-06-19',
        until: '2022-01-19',
        basis: 'sourced',
        source: 'Regulation (EU) 2021/2303',
      },
      {
        name: 'EASO',
        form: 'acronym',
        from: '2010-06-19',
        until: '2022-01-19',
        basis: 'sourced',
        source: 'Regulation (EU) 2021/2303',
      },
      {
        name: 'European Union Agency for Asylum',
        form: 'short',
        from: '2022-01-19',
        decidedOn: '2021-12-15',
        basis: 'sourced',
        source: 'Regulation (EU) 2021/2303',
      },
      {
        name: 'EUAA',
        form: 'acronym',
        from: '2022-01-19',
        decidedOn: '2021-12-15',
        basis: 'sourced',
        source: 'Regulation (EU) 2021/2303',
      },
    ],
    partOf: 'eu',
  }),
  org('frontex', 'European Border and Coast Guard Agency', 'Frontex', {
    acronyms: ['EBCGA'],
    aliases: [
      'European Border and Coastguard Agency',
      'European Border & Coast Guard Agency',
      'European Border and Coast Guard',
      'European Boarder and Coast Guard Agency',
      'European Coast and Border Guard Agency',
      'EU Border and Coast Guard Agency',
      'EU Border Agency',
      'European Border Agency',
    ],
    dated: [
      {
        name: 'European Agency for the Management of Operational Cooperation at the External Borders of the Member States of the European Union',
        form: 'short',
        from: '2004-10-26',
        until: '2016-10-06',
        basis: 'known',
        source: 'Regulation (EC) No 2007/2004',
      },
      {
        name: 'European Agency for the Management of Operational Cooperation at the External Borders',
        form: 'short',
        from: '2004-10-26',
        until: '2016-10-06',
        basis: 'known',
        source: 'Regulation (EC) No 2007/2004',
      },
      {
        name: 'European Border and Coast Guard Agency',
        form: 'short',
        from: '2016-10-06',
        decidedOn: '2016-09-14',
        basis: 'known',
        source: 'Regulation (EU) 2016/1624',
      },
    ],
    partOf: 'eu',
  }),
  org('europol', 'European Union Agency for Law Enforcement Cooperation', 'Europol', {
    aliases: ['European Agency for Law Enforcement Cooperation', 'EU Agency for Law Enforcement Cooperation'],
    dated: [
      {
        name: 'European Police Office',
        form: 'short',
        from: '1999-07-01',
        until: '2017-05-01',
        basis: 'known',
        source: 'Regulation (EU) 2016/794',
      },
      {
        name: 'European Union Agency for Law Enforcement Cooperation',
        form: 'short',
        from: '2017-05-01',
        decidedOn: '2016-05-11',
        basis: 'known',
        source: 'Regulation (EU) 2016/794',
      },
    ],
    partOf: 'eu',
  }),
  org('eurojust', 'European Union Agency for Criminal Justice Cooperation', 'Eurojust', {
    aliases: ['EU Agency for Criminal Justice Cooperation'],
    dated: [
      {
        name: "European Union's Judicial Cooperation Unit",
        form: 'short',
        until: '2019-12-12',
        basis: 'known',
        source: 'Regulation (EU) 2018/1727',
      },
      {
        name: 'European Union Agency for Criminal Justice Cooperation',
        form: 'short',
        from: '2019-12-12',
        decidedOn: '2018-11-14',
        basis: 'known',
        source: 'Regulation (EU) 2018/1727',
      },
    ],
    partOf: 'eu',
  }),
  org('cepol', 'European Union Agency for Law Enforcement Training', 'CEPOL', {
    dated: [
      {
        name: 'European Police College',
        form: 'short',
        until: '2016-07-01',
        basis: 'known',
        source: 'Regulation (EU) 2015/2219',
      },
      {
        name: 'European Union Agency for Law Enforcement Training',
        form: 'short',
        from: '2016-07-01',
        basis: 'known',
        source: 'Regulation (EU) 2015/2219',
      },
    ],
    partOf: 'eu',
  }),
  org('fra', 'European Union Agency for Fundamental Rights', 'FRA', {
    acronyms: ['EU FRA'],
    aliases: ['EU Agency for Fundamental Rights', 'Fundamental Rights Agency'],
    partOf: 'eu',
  }),
  org(
    'eu-lisa',
    'European Union Agency for the Operational Management of Large-Scale IT Systems in the Area of Freedom, Security and Justice',
    'eu-LISA',
    { partOf: 'eu' },
  ),
  org('etf', 'European Training Foundation', 'ETF', { partOf: 'eu' }),
  org('olaf', 'European Anti-Fraud Office', 'OLAF', { partOf: 'eu' }),
  org('eib', 'European Investment Bank', 'EIB', { partOf: 'eu' }),
  org('emn', 'European Migration Network', 'EMN', { partOf: 'eu' }),
  org('euda', 'European Union Drugs Agency', 'EUDA', {
    dated: [
      {
        name: 'European Monitoring Centre for Drugs and Drug Addiction',
        form: 'short',
        until: '2024-07-02',
        basis: 'known',
        source: 'Regulation (EU) 2023/1322',
      },
      { name: 'EMCDDA', form: 'acronym', until: '2024-07-02', basis: 'known', source: 'Regulation (EU) 2023/1322' },
      {
        name: 'European Union Drugs Agency',
        form: 'short',
        from: '2024-07-02',
        basis: 'known',
        source: 'Regulation (EU) 2023/1322',
      },
      { name: 'EUDA', form: 'acronym', from: '2024-07-02', basis: 'known', source: 'Regulation (EU) 2023/1322' },
    ],
    partOf: 'eu',
  }),
  org('eulex', 'European Union Rule of Law Mission in Kosovo', 'EULEX', { partOf: 'eu' }),
  org('eubam', 'European Union Border Assistance Mission to Moldova and Ukraine', 'EUBAM', { partOf: 'eu' }),
  org('errin', 'European Return and Reintegration Network', 'ERRIN', {
    dated: [
      {
        name: 'European Reintegration Network',
        form: 'short',
        until: '2018-06-01',
        basis: 'known',
        note: 'month uncertain',
      },
      { name: 'ERIN', form: 'acronym', until: '2018-06-01', basis: 'known', note: 'month uncertain' },
      { name: 'ERRIN', form: 'acronym', from: '2018-01-01', until: '2022-07-01', basis: 'known' },
      {
        name: 'European Return and Reintegration Network',
        form: 'short',
        from: '2018-01-01',
        until: '2022-07-01',
        basis: 'known',
      },
    ],
  }),
  org('eurostat', 'Eurostat', null, { aliases: ['Statistical Office of the European Union'], partOf: 'ec' }),
];
