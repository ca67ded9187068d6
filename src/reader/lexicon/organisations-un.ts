import { organisation as org } from './organisation.ts';
import type { LexiconParty } from './types.ts';

/** The United Nations system, the Bretton Woods institutions and other worldwide organisations. */
export const unOrganisations: readonly LexiconParty[] = [
  org('un', 'United Nations', 'UN', {
    aliases: ['United Nations Organization', 'United Nations Organisation', 'U.N.'],
  }),
  org('iom', 'International Organization for Migration', 'IOM', {
    aliases: [
      'International Organisation for Migration',
      'International Organization of Migration',
      'International Organisation of Migration',
      'IOM - UN Migration',
      'IOM, the UN Migration Agency',
      'UN Migration Agency',
      'UN Migration',
    ],
    dated: [
      {
        name: 'Intergovernmental Committee for Migration',
        form: 'short',
        from: '1980-11-11',
        until: '1989-11-14',
        basis: 'known',
      },
      {
        name: 'International Organization for Migration',
        form: 'short',
        from: '1989-11-14',
        basis: 'known',
        note: 'related organization of the United Nations since 2016-09-19',
      },
    ],
  }),
  org('unhcr', 'United Nations High Commissioner for Refugees', 'UNHCR', {
    aliases: [
      'Office of the United Nations High Commissioner for Refugees',
      'UN High Commissioner for Refugees',
      'United Nations Refugee Agency',
      'UN Refugee Agency',
      'UNHCR, the UN Refugee Agency',
    ],
  }),
  org('ilo', 'International Labour Organization', 'ILO', {
    aliases: ['International Labour Organisation', 'International Labor Organization', 'International Labour Office'],
  }),
  org('unodc', 'United Nations Office on Drugs and Crime', 'UNODC', {
    aliases: [
      'UN Office on Drugs and Crime',
      'United Nations Office for Drugs and Crime',
      'United Nations Office on Drugs & Crime',
    ],
    dated: [
      {
        name: 'United Nations Office for Drug Control and Crime Prevention',
        form: 'short',
        from: '1997-11-01',
        until: '2002-10-01',
        basis: 'known',
      },
      { name: 'ODCCP', form: 'acronym', until: '2002-10-01', basis: 'known' },
      { name: 'UNODC', form: 'acronym', from: '2002-10-01', basis: 'known' },
      { name: 'United Nations Office on Drugs and Crime', form: 'short', from: '2002-10-01', basis: 'known' },
    ],
  }),
  org('unicef', "United Nations Children's Fund", 'UNICEF', {
    aliases: ['UN Childrens Fund', "UN Children's Fund", "United Nations International Children's Emergency Fund"],
  }),
  org('un-women', 'United Nations Entity for Gender Equality and the Empowerment of Women', null, {
    aliases: ['UN Women', 'UN-Women', 'UNWOMEN'],
    dated: [
      {
        name: 'United Nations Development Fund for Women',
        form: 'short',
        until: '2011-01-01',
        basis: 'known',
        source: 'A/RES/64/289',
      },
      { name: 'UNIFEM', form: 'acronym', until: '2011-01-01', basis: 'known', source: 'A/RES/64/289' },
    ],
  }),
  org('undp', 'United Nations Development Programme', 'UNDP', {
    aliases: ['United Nations Development Program', 'UN Development Programme'],
  }),
  org('unep', 'United Nations Environment Programme', 'UNEP', {
    aliases: ['UN Environment', 'UN Environment Programme', 'United Nations Environment Program'],
  }),
  org('unfpa', 'United Nations Population Fund', 'UNFPA', {
    aliases: ['UN Population Fund', 'United Nations Fund for Population Activities'],
  }),
  org('unesco', 'United Nations Educational, Scientific and Cultural Organization', 'UNESCO', {
    aliases: [
      'United Nations Educational, Scientific and Cultural Organisation',
      'UN Educational, Scientific and Cultural Organization',
    ],
  }),
  org('unido', 'United Nations Industrial Development Organization', 'UNIDO', {
    aliases: ['United Nations Industrial Development Organisation'],
  }),
  org('unctad', 'United Nations Conference on Trade and Development', 'UNCTAD', {
    aliases: ['UN Trade and Development'],
  }),
  org('unitar', 'United Nations Institute for Training and Research', 'UNITAR'),
  org('unrwa', 'United Nations Relief and Works Agency for Palestine Refugees in the Near East', 'UNRWA', {
    aliases: ['United Nations Relief and Works Agency'],
  }),
  org('un-habitat', 'United Nations Human Settlements Programme', null, {
    aliases: ['UN-Habitat', 'UN Habitat', 'UNHABITAT'],
  }),
  org('unaids', 'Joint United Nations Programme on HIV/AIDS', 'UNAIDS', {
    aliases: ['United Nations Programme on HIV/AIDS', 'Joint UN Programme on HIV/AIDS'],
  }),
  org('unops', 'United Nations Office for Project Services', 'UNOPS'),
  org('undrr', 'United Nations Office for Disaster Risk Reduction', 'UNDRR', {
    aliases: ['UN Office for Disaster Risk Reduction'],
    dated: [
      { name: 'UNISDR', form: 'acronym', until: '2019-05-01', basis: 'known' },
      { name: 'UNDRR', form: 'acronym', from: '2019-05-01', basis: 'known' },
      {
        name: 'United Nations International Strategy for Disaster Reduction',
        form: 'short',
        until: '2019-05-01',
        basis: 'known',
      },
    ],
  }),
  org('unocha', 'United Nations Office for the Coordination of Humanitarian Affairs', 'OCHA', {
    acronyms: ['UNOCHA', 'UN OCHA', 'UN-OCHA'],
    aliases: [
      'Office for the Coordination of Humanitarian Affairs',
      'UN Office for the Coordination of Humanitarian Affairs',
      'United Nations Office for the Co-ordination of Humanitarian Affairs',
    ],
  }),
  org('ohchr', 'Office of the United Nations High Commissioner for Human Rights', 'OHCHR', {
    acronyms: ['UNOHCHR'],
    aliases: [
      'United Nations High Commissioner for Human Rights',
      'UN High Commissioner for Human Rights',
      'Office of the High Commissioner for Human Rights',
      'UN Human Rights',
      'UN Human Rights Office',
    ],
  }),
  org('undesa', 'United Nations Department of Economic and Social Affairs', 'UNDESA', {
    acronyms: ['UN DESA', 'UN-DESA', 'DESA'],
    aliases: ['Department of Economic and Social Affairs'],
  }),
  org('unece', 'United Nations Economic Commission for Europe', 'UNECE', {
    acronyms: ['UN/ECE'],
    aliases: ['UN Economic Commission for Europe', 'Economic Commission for Europe'],
  }),
  org('escap', 'United Nations Economic and Social Commission for Asia and the Pacific', 'ESCAP', {
    acronyms: ['UNESCAP', 'UN ESCAP', 'UN-ESCAP'],
    aliases: [
      'Economic and Social Commission for Asia and the Pacific',
      'UN Economic and Social Commission for Asia and the Pacific',
    ],
  }),
  org('escwa', 'United Nations Economic and Social Commission for Western Asia', 'ESCWA', {
    acronyms: ['UNESCWA', 'UN ESCWA'],
    aliases: ['Economic and Social Commission for Western Asia'],
  }),
  org('uneca', 'United Nations Economic Commission for Africa', 'UNECA', {
    acronyms: ['ECA'],
    aliases: ['Economic Commission for Africa'],
  }),
  org('eclac', 'Economic Commission for Latin America and the Caribbean', 'ECLAC', {
    acronyms: ['UNECLAC', 'CEPAL'],
    aliases: ['United Nations Economic Commission for Latin America and the Caribbean'],
  }),
  org('unicri', 'United Nations Interregional Crime and Justice Research Institute', 'UNICRI'),
  org('unu', 'United Nations University', 'UNU'),
  org('unv', 'United Nations Volunteers', 'UNV', { aliases: ['United Nations Volunteers Programme'] }),
  org('uncdf', 'United Nations Capital Development Fund', 'UNCDF'),
  org('unama', 'United Nations Assistance Mission in Afghanistan', 'UNAMA'),
  org('unami', 'United Nations Assistance Mission for Iraq', 'UNAMI'),
  org('unmik', 'United Nations Interim Administration Mission in Kosovo', 'UNMIK', {
    aliases: ['United Nations Mission in Kosovo'],
  }),
  org('unoct', 'United Nations Office of Counter-Terrorism', 'UNOCT', { acronyms: ['OCT'] }),
  org('cted', 'Counter-Terrorism Committee Executive Directorate', 'CTED', { acronyms: ['UNCTED'] }),
  org('unnm', 'United Nations Network on Migration', 'UNNM', { aliases: ['UN Network on Migration'] }),
  org('fao', 'Food and Agriculture Organization of the United Nations', 'FAO', {
    acronyms: ['UNFAO'],
    aliases: [
      'Food and Agriculture Organization',
      'Food and Agriculture Organisation',
      'UN Food and Agriculture Organization',
      'Food and Agricultural Organization',
      'United Nations Food and Agriculture Organization',
    ],
  }),
  org('wfp', 'World Food Programme', 'WFP', {
    aliases: ['World Food Program', 'United Nations World Food Programme', 'UN World Food Programme'],
  }),
  org('ifad', 'International Fund for Agricultural Development', 'IFAD'),
  org('who', 'World Health Organization', 'WHO', { aliases: ['World Health Organisation'] }),
  org('wmo', 'World Meteorological Organization', 'WMO', { aliases: ['World Meteorological Organisation'] }),
  org('wipo', 'World Intellectual Property Organization', 'WIPO', {
    aliases: ['World Intellectual Property Organisation'],
  }),
  org('icao', 'International Civil Aviation Organization', 'ICAO', {
    aliases: ['International Civil Aviation Organisation'],
  }),
  org('imo', 'International Maritime Organization', 'IMO', { aliases: ['International Maritime Organisation'] }),
  org('itu', 'International Telecommunication Union', 'ITU', { aliases: ['International Telecommunications Union'] }),
  org('upu', 'Universal Postal Union', 'UPU'),
  org('unwto', 'World Tourism Organization', 'UNWTO', {
    aliases: ['UN Tourism', 'United Nations World Tourism Organization', 'World Tourism Organisation'],
  }),
  org('iaea', 'International Atomic Energy Agency', 'IAEA'),
  org('ctbto', 'Comprehensive Nuclear-Test-Ban Treaty Organization', 'CTBTO', {
    aliases: [
      'Comprehensive Nuclear-Test-Ban Treaty Organisation',
      'Preparatory Commission for the Comprehensive Nuclear-Test-Ban Treaty Organization',
      'Comprehensive Nuclear Test Ban Treaty Organization',
      'Comprehensive Test Ban Treaty Organization',
    ],
  }),
  org('opcw', 'Organisation for the Prohibition of Chemical Weapons', 'OPCW', {
    aliases: ['Organization for the Prohibition of Chemical Weapons'],
  }),
  org('wto', 'World Trade Organization', 'WTO', { aliases: ['World Trade Organisation'] }),
  org('world-bank', 'World Bank', null, {
    aliases: ['World Bank Group', 'WBG', 'International Bank for Reconstruction and Development', 'IBRD'],
  }),
  org('ifc', 'International Finance Corporation', 'IFC'),
  org('imf', 'International Monetary Fund', 'IMF'),
  org('gef', 'Global Environment Facility', 'GEF'),
  org('gcf', 'Green Climate Fund', 'GCF'),
  org('adaptation-fund', 'Adaptation Fund', null),
  org('unfccc', 'United Nations Framework Convention on Climate Change', 'UNFCCC', {
    aliases: ['UNFCCC Secretariat', 'UN Framework Convention on Climate Change'],
  }),
  org('ipcc', 'Intergovernmental Panel on Climate Change', 'IPCC'),
  org('cbd', 'Convention on Biological Diversity', 'CBD', {
    aliases: ['Secretariat of the Convention on Biological Diversity', 'CBD Secretariat', 'SCBD'],
  }),
  org('icc', 'International Criminal Court', 'ICC'),
  org('icj', 'International Court of Justice', 'ICJ'),
  org('isa', 'International Seabed Authority', 'ISA'),
  org('icrc', 'International Committee of the Red Cross', 'ICRC'),
  org('ifrc', 'International Federation of Red Cross and Red Crescent Societies', 'IFRC', {
    aliases: [
      'International Federation of the Red Cross and Red Crescent Societies',
      'International Federation of Red Cross and Red Crescent',
      'International Federation of the Red Cross',
    ],
  }),
  org('interpol', 'International Criminal Police Organization', 'INTERPOL', {
    aliases: ['ICPO-INTERPOL', 'International Criminal Police Organisation', 'ICPO'],
  }),
  org('wco', 'World Customs Organization', 'WCO', { aliases: ['World Customs Organisation'] }),
  org('oecd', 'Organisation for Economic Co-operation and Development', 'OECD', {
    aliases: [
      'Organization for Economic Cooperation and Development',
      'Organisation for Economic Cooperation and Development',
      'Organization for Economic Co-operation and Development',
    ],
  }),
  org('ipu', 'Inter-Parliamentary Union', 'IPU'),
  org('iucn', 'International Union for Conservation of Nature', 'IUCN', {
    aliases: ['World Conservation Union', 'International Union for the Conservation of Nature'],
  }),
  org('commonwealth-secretariat', 'Commonwealth Secretariat', null, {
    acronyms: ['COMSEC'],
    aliases: ['Commonwealth of Nations'],
  }),
  org('oif', 'Organisation internationale de la Francophonie', 'OIF', {
    aliases: ['International Organisation of La Francophonie', 'International Organization of the Francophonie'],
  }),
  org('gfmd', 'Global Forum on Migration and Development', 'GFMD'),
  org('knomad', 'Global Knowledge Partnership on Migration and Development', 'KNOMAD'),
  org('gavi', 'Gavi, the Vaccine Alliance', 'GAVI', { aliases: ['GAVI Alliance'] }),
  org('global-fund', 'Global Fund to Fight AIDS, Tuberculosis and Malaria', 'GFATM', { aliases: ['Global Fund'] }),
];
