import { organisation as org } from './organisation.ts';
import type { LexiconParty } from './types.ts';

/** Non-governmental and research organisations, secretariats of conventions, and national agencies that meet at such tables. */
export const otherOrganisations: readonly LexiconParty[] = [
  org('caritas', 'Caritas Internationalis', null, { aliases: ['Caritas', 'Caritas Europa'] }),
  org('save-the-children', 'Save the Children', null, { aliases: ['Save the Children International'] }),
  org('msf', 'Médecins Sans Frontières', 'MSF', { aliases: ['Doctors Without Borders'] }),
  org('irc', 'International Rescue Committee', 'IRC'),
  org('hias', 'HIAS', null, { aliases: ['Hebrew Immigrant Aid Society'] }),
  org('jrs', 'Jesuit Refugee Service', 'JRS'),
  org('world-vision', 'World Vision', null, { aliases: ['World Vision International'] }),
  org('oxfam', 'Oxfam', null, { aliases: ['Oxfam International'] }),
  org('amnesty', 'Amnesty International', null),
  org('hrw', 'Human Rights Watch', 'HRW'),
  org('icva', 'International Council of Voluntary Agencies', 'ICVA'),
  org('icmc', 'International Catholic Migration Commission', 'ICMC'),
  org('mmc', 'Mixed Migration Centre', 'MMC', {
    aliases: ['Mixed Migration Center', 'Regional Mixed Migration Secretariat'],
  }),
  org('mpi', 'Migration Policy Institute', 'MPI', { aliases: ['Migration Policy Institute Europe'] }),
  org('mpg', 'Migration Policy Group', 'MPG'),
  org('la-strada', 'La Strada International', null, { aliases: ['La Strada'] }),
  org('gaatw', 'Global Alliance Against Traffic in Women', 'GAATW'),
  org('walk-free', 'Walk Free Foundation', null, { aliases: ['Walk Free'] }),
  org('iss', 'International Social Service', 'ISS'),
  org('terre-des-hommes', 'Terre des hommes', null, { aliases: ['Terre des Hommes', 'Tdh'] }),
  org('ituc', 'International Trade Union Confederation', 'ITUC'),
  org('ioe', 'International Organisation of Employers', 'IOE', {
    aliases: ['International Organization of Employers'],
  }),
  org('icc-chamber', 'International Chamber of Commerce', null),
  org('geneva-call', 'Geneva Call', null),
  org('gcerf', 'Global Community Engagement and Resilience Fund', 'GCERF'),
  org('gctf', 'Global Counterterrorism Forum', 'GCTF'),
  org('gi-toc', 'Global Initiative Against Transnational Organized Crime', 'GI-TOC'),
  org('clingendael', 'Clingendael Institute', null, { aliases: ['Clingendael'] }),
  org('idm', 'International Dialogue on Migration', 'IDM'),
  org('wwf', 'World Wide Fund for Nature', 'WWF', {
    aliases: ['World Wildlife Fund', 'WWF International', 'World Wide Fund For Nature'],
  }),
  org('tnc', 'The Nature Conservancy', 'TNC', { aliases: ['Nature Conservancy'] }),
  org('conservation-international', 'Conservation International', null),
  org('birdlife', 'BirdLife International', null),
  org('wcs', 'Wildlife Conservation Society', 'WCS'),
  org('greenpeace', 'Greenpeace', null, { aliases: ['Greenpeace International'] }),
  org('ramsar', 'Ramsar Convention Secretariat', null, {
    aliases: ['Secretariat of the Ramsar Convention', 'Ramsar Secretariat'],
  }),
  org('cms', 'Convention on the Conservation of Migratory Species of Wild Animals', 'CMS', {
    aliases: ['CMS Secretariat'],
  }),
  org('cites', 'Convention on International Trade in Endangered Species of Wild Fauna and Flora', 'CITES', {
    aliases: ['CITES Secretariat'],
  }),
  org('basel-convention', 'Secretariat of the Basel Convention', null, {
    aliases: ['Basel Convention Secretariat', 'Basel, Rotterdam and Stockholm Conventions Secretariat'],
  }),
  org('unccd', 'United Nations Convention to Combat Desertification', 'UNCCD', { aliases: ['UNCCD Secretariat'] }),
  org('ioc-unesco', 'Intergovernmental Oceanographic Commission', null, {
    aliases: ['Intergovernmental Oceanographic Commission of UNESCO', 'IOC-UNESCO'],
    partOf: 'unesco',
  }),
  org('kfw', 'KfW Development Bank', 'KfW'),
  org('noaa', 'National Oceanic and Atmospheric Administration', 'NOAA', {
    aliases: ['US National Oceanic and Atmospheric Administration'],
  }),
  org('crop', 'Council of Regional Organisations in the Pacific', 'CROP', { aliases: ['CROP Agencies'] }),
  org('prif', 'Pacific Region Infrastructure Facility', 'PRIF'),
  org('csiro', 'Commonwealth Scientific and Industrial Research Organisation', 'CSIRO'),
  org('sida', 'Swedish International Development Cooperation Agency', 'Sida'),
  org('sdc', 'Swiss Agency for Development and Cooperation', 'SDC'),
  org('norad', 'Norwegian Agency for Development Cooperation', 'Norad'),
  org('tika', 'Turkish Cooperation and Coordination Agency', 'TİKA', { acronyms: ['TIKA'] }),
  org('expertise-france', 'Expertise France', null),
  org('fiiapp', 'International and Ibero-American Foundation for Administration and Public Policies', 'FIIAPP'),
  org('enabel', 'Enabel', null),
  org('fcdo', 'Foreign, Commonwealth and Development Office', 'FCDO', {
    dated: [
      {
        name: 'Foreign and Commonwealth Office',
        form: 'short',
        from: '1968-10-17',
        until: '2020-09-02',
        basis: 'known',
      },
      { name: 'Foreign, Commonwealth and Development Office', form: 'short', from: '2020-09-02', basis: 'known' },
      {
        name: 'Department for International Development',
        form: 'short',
        from: '1997-05-03',
        until: '2020-09-02',
        basis: 'known',
      },
      { name: 'FCDO', form: 'acronym', from: '2020-09-02', basis: 'known' },
      { name: 'DFID', form: 'acronym', from: '1997-05-03', until: '2020-09-02', basis: 'known' },
    ],
  }),
];
