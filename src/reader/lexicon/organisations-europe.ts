import { organisation as org } from './organisation.ts';
import type { LexiconParty } from './types.ts';

/** Organisations of wider Europe. */
export const europeanOrganisations: readonly LexiconParty[] = [
  org('coe', 'Council of Europe', null, { acronyms: ['CoE'] }),
  org('osce', 'Organization for Security and Co-operation in Europe', 'OSCE', {
    aliases: [
      'Organisation for Security and Co-operation in Europe',
      'Organization for Security and Cooperation in Europe',
      'Organisation for Security and Cooperation in Europe',
      'OSCE Secretariat',
    ],
    dated: [
      {
        name: 'Conference on Security and Co-operation in Europe',
        form: 'short',
        from: '1973-07-03',
        until: '1995-01-01',
        basis: 'known',
        source: 'Budapest Summit decisions, 1994',
      },
      { name: 'CSCE', form: 'acronym', until: '1995-01-01', basis: 'known', source: 'Budapest Summit decisions, 1994' },
      {
        name: 'OSCE',
        form: 'acronym',
        from: '1995-01-01',
        decidedOn: '1994-12-06',
        basis: 'known',
        source: 'Budapest Summit decisions, 1994',
      },
      {
        name: 'Organization for Security and Co-operation in Europe',
        form: 'short',
        from: '1995-01-01',
        decidedOn: '1994-12-06',
        basis: 'known',
        source: 'Budapest Summit decisions, 1994',
      },
    ],
  }),
  org('odihr', 'Office for Democratic Institutions and Human Rights', 'ODIHR', {
    acronyms: ['OSCE/ODIHR', 'OSCE ODIHR', 'OSCE-ODIHR'],
    aliases: ['OSCE Office for Democratic Institutions and Human Rights'],
    partOf: 'osce',
  }),
  org('nato', 'North Atlantic Treaty Organization', 'NATO', { aliases: ['North Atlantic Treaty Organisation'] }),
  org('ebrd', 'European Bank for Reconstruction and Development', 'EBRD'),
  org('ceb', 'Council of Europe Development Bank', 'CEB'),
  org('efta', 'European Free Trade Association', 'EFTA'),
  org('icmpd', 'International Centre for Migration Policy Development', 'ICMPD', {
    aliases: [
      'International Center for Migration Policy Development',
      'International Centre for Migration Policy and Development',
      'International Centre on Migration Policy Development',
    ],
  }),
  org('igc', 'Intergovernmental Consultations on Migration, Asylum and Refugees', 'IGC', {
    aliases: [
      'Inter-Governmental Consultations on Migration, Asylum and Refugees',
      'Intergovernmental Consultations on Asylum, Refugee and Migration Policies',
      'Intergovernmental Consultations',
      'Inter-governmental Consultations on Asylum, Refugee and Migration Policies in Europe, North America and Australia',
    ],
  }),
  org('gdisc', "General Directors' Immigration Services Conference", 'GDISC', {
    aliases: ['General Directors of Immigration Services Conference'],
  }),
  org('marri', 'Migration, Asylum, Refugees Regional Initiative', 'MARRI', {
    acronyms: ['MARRI Regional Centre', 'MARRI RC', 'MARRI-RC'],
    aliases: [
      'Migration, Asylum and Refugees Regional Initiative',
      'Migration, Asylum, Refugee Regional Initiative',
      'Migration, Asylum and Refugee Regional Initiative',
      'Regional Initiative for issues of migration, asylum and refugees',
      'Regional Initiative for Migration, Asylum and Refugees',
      'Regional Initiative on Migration, Asylum and Refugees',
      'Regional Initiative for Migration, Asylum, Refugees',
    ],
  }),
  org('rcc', 'Regional Cooperation Council', 'RCC', {
    aliases: ['Regional Co-operation Council'],
    dated: [
      {
        name: 'Stability Pact for South Eastern Europe',
        form: 'short',
        from: '1999-06-10',
        until: '2008-02-27',
        basis: 'known',
      },
      { name: 'Stability Pact', form: 'short', from: '1999-06-10', until: '2008-02-27', basis: 'known' },
      { name: 'Regional Cooperation Council', form: 'short', from: '2008-02-27', basis: 'known' },
    ],
  }),
  org('selec', 'Southeast European Law Enforcement Center', 'SELEC', {
    aliases: [
      'Southeast European Law Enforcement Centre',
      'South East European Law Enforcement Center',
      'South-East European Law Enforcement Centre',
    ],
    dated: [
      { name: 'SECI Center', form: 'short', until: '2011-10-07', basis: 'known' },
      { name: 'SECI Centre', form: 'short', until: '2011-10-07', basis: 'known' },
      { name: 'Southeast European Law Enforcement Center', form: 'short', from: '2011-10-07', basis: 'known' },
      { name: 'SELEC', form: 'acronym', from: '2011-10-07', basis: 'known' },
    ],
  }),
  org('pcc-see', 'Police Cooperation Convention for Southeast Europe', 'PCC SEE', { aliases: ['PCC SEE Secretariat'] }),
  org('dcaf', 'Geneva Centre for Security Sector Governance', 'DCAF', {
    aliases: ['Geneva Centre for the Democratic Control of Armed Forces'],
  }),
  org('cbss', 'Council of the Baltic Sea States', 'CBSS'),
  org('nordic-council', 'Nordic Council of Ministers', null, { aliases: ['Nordic Council'] }),
  org('bsec', 'Organization of the Black Sea Economic Cooperation', 'BSEC', {
    aliases: [
      'Black Sea Economic Cooperation',
      'Organisation of the Black Sea Economic Cooperation',
      'Black Sea Economic Cooperation Organization',
      'BSEC Permanent International Secretariat',
    ],
  }),
  org('guam', 'Organization for Democracy and Economic Development - GUAM', 'GUAM', {
    aliases: [
      'GUAM Organization for Democracy and Economic Development',
      'Organization for Democracy and Economic Development',
    ],
  }),
  org('eui', 'European University Institute', 'EUI'),
  org('mpc', 'Migration Policy Centre', 'MPC', { partOf: 'eui' }),
  org('giz', 'Deutsche Gesellschaft für Internationale Zusammenarbeit', 'GIZ'),
  org('ecre', 'European Council on Refugees and Exiles', 'ECRE'),
  org('drc-ngo', 'Danish Refugee Council', null),
  org('nrc', 'Norwegian Refugee Council', 'NRC'),
  org('helcom', 'Baltic Marine Environment Protection Commission', 'HELCOM', { aliases: ['Helsinki Commission'] }),
  org('ospar', 'OSPAR Commission', 'OSPAR'),
  org('neafc', 'North East Atlantic Fisheries Commission', 'NEAFC'),
  org('ices', 'International Council for the Exploration of the Sea', 'ICES'),
  org('ufm', 'Union for the Mediterranean', 'UfM'),
  org('rempec', 'Regional Marine Pollution Emergency Response Centre for the Mediterranean Sea', 'REMPEC'),
];
