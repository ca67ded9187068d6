import { organisation as org } from './organisation.ts';
import type { LexiconParty } from './types.ts';

/** Organisations and standing dialogues of Asia, the Pacific, Africa, the Arab world and the Americas. */
export const regionalOrganisations: readonly LexiconParty[] = [
  org('rso-bali-process', 'Regional Support Office of the Bali Process', 'RSO', {
    acronyms: ['RSO Bali Process', 'Bali Process RSO', 'RSO-Bali Process'],
    aliases: [
      'Regional Support Office to the Bali Process',
      'Regional Support Office for the Bali Process',
      'Bali Process Regional Support Office',
      'Regional Support Office (RSO) of the Bali Process',
      'Regional Support Office (RSO) to the Bali Process',
      'RSO of the Bali Process',
      'RSO to the Bali Process',
      'Regional Support Office',
    ],
  }),
  org(
    'bali-process',
    'Bali Process on People Smuggling, Trafficking in Persons and Related Transnational Crime',
    null,
    { aliases: ['Bali Process'] },
  ),
  org('colombo-process', 'Colombo Process', null),
  org('abu-dhabi-dialogue', 'Abu Dhabi Dialogue', 'ADD', { aliases: ['Abu Dhabi Dialogue Secretariat'] }),
  org('almaty-process', 'Almaty Process', null, {
    aliases: ['Almaty Process on Refugee Protection and International Migration'],
  }),
  org('prague-process', 'Prague Process', null),
  org('rabat-process', 'Rabat Process', null, { aliases: ['Euro-African Dialogue on Migration and Development'] }),
  org('khartoum-process', 'Khartoum Process', null, { aliases: ['EU-Horn of Africa Migration Route Initiative'] }),
  org('puebla-process', 'Regional Conference on Migration', 'RCM', { aliases: ['Puebla Process'] }),
  org('apc', 'Intergovernmental Asia-Pacific Consultations on Refugees, Displaced Persons and Migrants', null, {
    aliases: ['Asia-Pacific Consultations'],
  }),
  org('pifs', 'Pacific Islands Forum Secretariat', 'PIFS', {
    acronyms: ['PIF'],
    aliases: ['Pacific Islands Forum', 'Forum Secretariat', 'Pacific Island Forum Secretariat'],
    dated: [
      { name: 'South Pacific Forum', form: 'short', from: '1971-08-05', until: '2000-10-27', basis: 'known' },
      { name: 'South Pacific Forum Secretariat', form: 'short', until: '2000-10-27', basis: 'known' },
    ],
  }),
  org('spc', 'Pacific Community', 'SPC', {
    aliases: ['Secretariat of the Pacific Community'],
    dated: [
      { name: 'South Pacific Commission', form: 'short', from: '1947-02-06', until: '1998-02-06', basis: 'known' },
    ],
  }),
  org('sprep', 'Secretariat of the Pacific Regional Environment Programme', 'SPREP', {
    aliases: ['Pacific Regional Environment Programme'],
    dated: [
      {
        name: 'South Pacific Regional Environment Programme',
        form: 'short',
        until: '2004-09-01',
        basis: 'known',
        note: 'renamed at the 2004 meeting',
      },
    ],
  }),
  org('ffa', 'Pacific Islands Forum Fisheries Agency', 'FFA', {
    aliases: [
      'Forum Fisheries Agency',
      'Pacific Island Forum Fisheries Agency',
      'South Pacific Forum Fisheries Agency',
    ],
  }),
  org('pidc', 'Pacific Immigration Development Community', 'PIDC', {
    dated: [
      {
        name: "Pacific Immigration Directors' Conference",
        form: 'short',
        until: '2015-07-01',
        basis: 'known',
        note: 'date uncertain',
      },
    ],
  }),
  org('oco', 'Oceania Customs Organisation', 'OCO', { aliases: ['Oceania Customs Organization'] }),
  org('picp', 'Pacific Islands Chiefs of Police', 'PICP', { aliases: ['Pacific Island Chiefs of Police'] }),
  org('usp', 'University of the South Pacific', 'USP'),
  org('spto', 'Pacific Tourism Organisation', 'SPTO', {
    aliases: ['South Pacific Tourism Organisation', 'South Pacific Tourism Organization'],
  }),
  org('sopac', 'Pacific Islands Applied Geoscience Commission', 'SOPAC', {
    aliases: ['South Pacific Applied Geoscience Commission'],
  }),
  org('pna', 'Parties to the Nauru Agreement', 'PNA', {
    aliases: ['PNA Office', 'Parties to the Nauru Agreement Office'],
  }),
  org('wcpfc', 'Western and Central Pacific Fisheries Commission', 'WCPFC'),
  org('ppa', 'Pacific Power Association', 'PPA'),
  org('pasai', 'Pacific Association of Supreme Audit Institutions', 'PASAI'),
  org('paso', 'Pacific Aviation Safety Office', 'PASO'),
  org('piango', 'Pacific Islands Association of Non-Governmental Organisations', 'PIANGO'),
  org('pipso', 'Pacific Islands Private Sector Organisation', 'PIPSO'),
  org('msg', 'Melanesian Spearhead Group', 'MSG', {
    aliases: ['Melanesian Spearhead Group Secretariat', 'MSG Secretariat'],
  }),
  org('plg', 'Polynesian Leaders Group', 'PLG'),
  org('aosis', 'Alliance of Small Island States', 'AOSIS'),
  org('adb', 'Asian Development Bank', 'ADB'),
  org('aiib', 'Asian Infrastructure Investment Bank', 'AIIB'),
  org('isdb', 'Islamic Development Bank', 'IsDB', { acronyms: ['IDB'] }),
  org('afdb', 'African Development Bank', 'AfDB', { aliases: ['African Development Bank Group'] }),
  org('iadb', 'Inter-American Development Bank', 'IADB'),
  org('asean', 'Association of Southeast Asian Nations', 'ASEAN', {
    aliases: [
      'Association of South East Asian Nations',
      'Association of South-East Asian Nations',
      'ASEAN Secretariat',
    ],
  }),
  org('saarc', 'South Asian Association for Regional Cooperation', 'SAARC', {
    aliases: ['South Asian Association for Regional Co-operation', 'SAARC Secretariat'],
  }),
  org('bimstec', 'Bay of Bengal Initiative for Multi-Sectoral Technical and Economic Cooperation', 'BIMSTEC'),
  org('apec', 'Asia-Pacific Economic Cooperation', 'APEC'),
  org('eco', 'Economic Cooperation Organization', 'ECO', {
    aliases: ['Economic Cooperation Organisation', 'Economic Co-operation Organization'],
  }),
  org('sco', 'Shanghai Cooperation Organization', 'SCO', { aliases: ['Shanghai Cooperation Organisation'] }),
  org('cis', 'Commonwealth of Independent States', 'CIS', {
    aliases: ['CIS Executive Committee', 'Executive Committee of the Commonwealth of Independent States'],
  }),
  org('csto', 'Collective Security Treaty Organization', 'CSTO', {
    aliases: ['Collective Security Treaty Organisation'],
  }),
  org('eaeu', 'Eurasian Economic Union', 'EAEU', { acronyms: ['EEU'] }),
  org('eec', 'Eurasian Economic Commission', 'EEC'),
  org('cica', 'Conference on Interaction and Confidence-Building Measures in Asia', 'CICA'),
  org('ots', 'Organization of Turkic States', 'OTS', {
    aliases: ['Organisation of Turkic States'],
    dated: [
      { name: 'Turkic Council', form: 'short', until: '2021-11-12', basis: 'known' },
      { name: 'Cooperation Council of Turkic Speaking States', form: 'short', until: '2021-11-12', basis: 'known' },
      { name: 'Organization of Turkic States', form: 'short', from: '2021-11-12', basis: 'known' },
    ],
  }),
  org('caricc', 'Central Asian Regional Information and Coordination Centre', 'CARICC'),
  org('oic', 'Organisation of Islamic Cooperation', 'OIC', {
    aliases: ['Organization of Islamic Cooperation'],
    dated: [
      { name: 'Organisation of the Islamic Conference', form: 'short', until: '2011-06-28', basis: 'known' },
      { name: 'Organization of the Islamic Conference', form: 'short', until: '2011-06-28', basis: 'known' },
      { name: 'Organisation of Islamic Cooperation', form: 'short', from: '2011-06-28', basis: 'known' },
    ],
  }),
  org('las', 'League of Arab States', 'LAS', { aliases: ['Arab League'] }),
  org('gcc', 'Gulf Cooperation Council', 'GCC', { aliases: ['Cooperation Council for the Arab States of the Gulf'] }),
  org('amu', 'Arab Maghreb Union', 'AMU', { acronyms: ['UMA'] }),
  org('alo', 'Arab Labour Organization', 'ALO'),
  org('au', 'African Union', 'AU', {
    dated: [
      { name: 'Organization of African Unity', form: 'short', from: '1963-05-25', until: '2002-07-09', basis: 'known' },
      { name: 'Organisation of African Unity', form: 'short', from: '1963-05-25', until: '2002-07-09', basis: 'known' },
      { name: 'OAU', form: 'acronym', until: '2002-07-09', basis: 'known' },
      { name: 'African Union', form: 'short', from: '2002-07-09', decidedOn: '2000-07-11', basis: 'known' },
      { name: 'AU', form: 'acronym', from: '2002-07-09', decidedOn: '2000-07-11', basis: 'known' },
    ],
  }),
  org('auc', 'African Union Commission', 'AUC', { aliases: ['Commission of the African Union'], partOf: 'au' }),
  org('igad', 'Intergovernmental Authority on Development', 'IGAD', {
    aliases: ['Inter-Governmental Authority on Development', 'IGAD Secretariat'],
  }),
  org('ecowas', 'Economic Community of West African States', 'ECOWAS', {
    acronyms: ['CEDEAO'],
    aliases: ['ECOWAS Commission'],
  }),
  org('eccas', 'Economic Community of Central African States', 'ECCAS'),
  org('eac', 'East African Community', 'EAC'),
  org('sadc', 'Southern African Development Community', 'SADC', { aliases: ['SADC Secretariat'] }),
  org('comesa', 'Common Market for Eastern and Southern Africa', 'COMESA'),
  org('cen-sad', 'Community of Sahel-Saharan States', 'CEN-SAD'),
  org('uemoa', 'West African Economic and Monetary Union', 'UEMOA', { acronyms: ['WAEMU'] }),
  org('afripol', 'African Union Mechanism for Police Cooperation', 'AFRIPOL', { partOf: 'au' }),
  org('oas', 'Organization of American States', 'OAS', { aliases: ['Organisation of American States'] }),
  org('caricom', 'Caribbean Community', 'CARICOM', { aliases: ['CARICOM Secretariat'] }),
  org('mercosur', 'Southern Common Market', 'MERCOSUR'),
  org('sica', 'Central American Integration System', 'SICA'),
  org('acp', 'Organisation of African, Caribbean and Pacific States', 'OACPS', {
    aliases: ['ACP Secretariat', 'ACP Group of States'],
    dated: [
      { name: 'African, Caribbean and Pacific Group of States', form: 'short', until: '2020-04-05', basis: 'known' },
    ],
  }),
  org('jica', 'Japan International Cooperation Agency', 'JICA'),
  org('usaid', 'United States Agency for International Development', 'USAID', {
    aliases: ['US Agency for International Development'],
  }),
  org('ausaid', 'Australian Agency for International Development', 'AusAID', {
    dated: [{ name: 'AusAID', form: 'acronym', until: '2013-11-01', basis: 'known' }],
  }),
  org('oecs', 'Organisation of Eastern Caribbean States', 'OECS'),
  org('cdema', 'Caribbean Disaster Emergency Management Agency', 'CDEMA'),
  org('carpha', 'Caribbean Public Health Agency', 'CARPHA'),
  org('iotc', 'Indian Ocean Tuna Commission', 'IOTC'),
  org('ccamlr', 'Commission for the Conservation of Antarctic Marine Living Resources', 'CCAMLR'),
  org('nafo', 'Northwest Atlantic Fisheries Organization', 'NAFO'),
  org('iccat', 'International Commission for the Conservation of Atlantic Tunas', 'ICCAT'),
  org('ropme', 'Regional Organization for the Protection of the Marine Environment', 'ROPME'),
];
