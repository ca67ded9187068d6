import { describe, expect, test } from 'vitest';
import { attendance } from '../../../test/support/attendance-of.ts';

const states = (text: string): string =>
  attendance(text)
    .states.map((s) => s.party)
    .join(' ');

describe('states', () => {
  test.each([
    [
      'a counted list',
      '1. The Forum gathered 40 participants from 4 countries – Latvia, Bosnia and Herzegovina, Malta and the Netherlands – in the old port.',
      'LVA BIH MLT NLD',
    ],
    ['who attended from where', '1. 64 delegates attended from Latvia, Malta and Spain.', 'LVA MLT ESP'],
    ['a list in brackets', '1. 64 delegates from 3 countries (Latvia, Malta, Spain) took part.', 'LVA MLT ESP'],
    ['a list before the verb', '1. Latvia, Malta and Spain participated in the Forum.', 'LVA MLT ESP'],
    [
      'further sentences',
      '1. The Forum was attended by ministers of Latvia and Malta. Spain was represented by its ambassador, and Peru by its consul.',
      'LVA MLT ESP PER',
    ],
    ['observers', '1. Latvia and Malta attended. Norway and Japan attended as observers.', 'LVA MLT NOR JPN'],
    [
      'bullets',
      '1. The following states took part:\n- Republic of Latvia\n- Malta\n- Kingdom of Spain\n\n2. They talked.',
      'LVA MLT ESP',
    ],
    [
      'a table',
      '1. The Forum met.\n\n| State | Persons |\n|---|---|\n| Latvia | 3 |\n| Malta | 2 |\n| Spain | 4 |\n',
      'LVA MLT ESP',
    ],
    [
      'ministers who met',
      'We, the Ministers of Latvia, Malta and Spain, met in Riga, Latvia, to speak of lights and of ice in the harbours of the coast.',
      'LVA MLT ESP',
    ],
    [
      'heads of delegation by name',
      '1. The Summit was attended by:\nLatvia : H.E. A. Berzins, President\nMalta : Hon. M. Vella, Minister\nSpain: H.E. P. Ruiz, President\n',
      'LVA MLT ESP',
    ],
    ['a list after "present were"', '1. Present at the Forum were the Ministers of Latvia and Malta.', 'LVA MLT'],
    [
      'persons who represented',
      '1. A. Vella, Minister of Ports, represented Malta; P. Ruiz, Ambassador, represented Spain.',
      'MLT ESP',
    ],
    [
      'lines set in columns',
      '1. The Forum was attended by:\n\n     Latvia        H.E. President A. Berzins\n     Malta         Hon. M. Vella\n     Spain         H.E. P. Ruiz, Minister\n                   of Ports\n\n2. They talked.',
      'LVA MLT ESP',
    ],
    [
      'a table of columns of parties',
      '1. The Forum met.\n\n| African partners | European partners | Observer organisations |\n|---|---|---|\n| Mali | Malta | IOM |\n| Chad | Spain | |\n',
      'MLI MLT TCD ESP',
    ],
    [
      'counterparts and presidencies',
      '1. The Ministers of Finland met on 3 May 2019 in Riga with their counterparts from Serbia, Albania and Malta. The meeting was also attended by the Croatian and German Presidencies.',
      'FIN SRB ALB MLT HRV DEU',
    ],
    [
      'an observer that joined online',
      '1. Latvia and Malta took part. The Islamic Republic of Iran, as observer, joined online.',
      'LVA MLT IRN',
    ],
    [
      'rows with a word before the colon',
      '1. The Forum was attended by:\n\nLatvia: H.E. A. Berzins\n\nMalta: Hon. M. Vella\n\nThe Kingdom: H.E. P. Ruiz of Spain\n',
      'LVA MLT ESP',
    ],
    [
      'high commissioners are envoys',
      '1. The Forum was attended by:\nH.E. A. Berzins, President of the Republic of Latvia.\nH.E. B. Cole, High Commissioner of the Republic of\nSierra Leone to Ghana.\n',
      'LVA SLE',
    ],
    [
      'those who were participating',
      '1. The meeting ended in Yalta with delegations from Latvia and Malta. Participating in the Forum were also the chief of the coast guard of Spain and an officer from Peru. Member countries participating in the talks included sending countries of the coast: Chile and Fiji.',
      'LVA MLT ESP PER CHL FJI',
    ],
    [
      'a dateline and the members counted after it',
      '1. VALLETTA, Malta – Members of the Ports Organisation gathered in the city to speak of ice. The meeting included delegates from 2 member countries – Latvia and Spain.',
      'LVA ESP',
    ],
    [
      'those who declare',
      'WE, the Ministers in charge of the ports of: Latvia, Malta, Spain and Peru; the European Commission;\n\nRECALLING the talks of 2006;\n\nHEREBY:\n\n1. ADOPT the Riga Strategy.',
      'LVA MLT ESP PER',
    ],
    [
      'a list under a heading, observers in a line of their own, regrets',
      '## Attendance\n\nPresent were delegates from:\n\n- Latvia\n- Malta\n\nObservers: Spain, Peru; IOM\n\nRegrets were received from Chile.\n\n## Day one\n\nThe minister of Latvia opened the meeting and spoke of the ice of the last winter.',
      'LVA MLT ESP PER',
    ],
    [
      'a long row of names under "Participants"',
      'Participants\n\nDenmark, Estonia, Finland, Germany, Iceland, Latvia, Lithuania, Norway (Chair), Poland, Russia, Sweden, European Commission, Nordic Council of Ministers, OSCE Office for Ports and Ice\n\nExcused: Malta\n\n1. The Forum took note of the ice.',
      'DNK EST FIN DEU ISL LVA LTU NOR POL RUS SWE',
    ],
    [
      'heads who met with the representatives of others',
      '1. On 3 May 2019 the heads of the border services of Latvia and Malta met in Riga with the representatives of Spain and Peru.',
      'LVA MLT ESP PER',
    ],
    [
      'a territory and whose it is',
      '1. The following governments took part: Fiji, New Caledonia (France) and Tonga.',
      'FJI NCL TON',
    ],
    ['special envoys', '1. Latvia and Malta attended. Spain and Peru sent special envoys.', 'LVA MLT ESP PER'],
    [
      'a line above the text',
      'Present: Latvia, Malta; IOM (observer)\nApologies: Spain\n\n1. The Forum took note of the ice.',
      'LVA MLT',
    ],
  ])('%s', (_name, text, expected) => expect(states(text)).toBe(expected));

  test.each([
    ['apologies', '1. Latvia and Malta attended. Apologies were received from Spain and Peru.', 'LVA MLT'],
    [
      'the place',
      '1. The Forum was held in Riga, Latvia, and was attended by ministers of Malta and Spain.',
      'MLT ESP',
    ],
    [
      'the host of a counted meeting',
      '1. Hosted by Latvia, the Forum brought together 20 participants from 2 countries: Malta and Spain.',
      'MLT ESP',
    ],
    ['an exception', '1. All members of the Forum, except Malta, attended the meeting.', ''],
    [
      'where an ambassador is posted',
      '1. The Forum was attended by ministers of Latvia and Malta and by the Ambassador of Spain to Norway.',
      'LVA MLT ESP',
    ],
    ['a letterhead', 'Members: Latvia – Malta – Spain – Peru\n\n1. The Forum took note of the ice.', ''],
    [
      'what happened elsewhere',
      '1. The Forum took note of the ice.\n\n2. Latvia and Malta signed a treaty on lights.',
      '',
    ],
  ])('%s is left out', (_name, text, expected) => expect(states(text)).toBe(expected));
});

describe('states in other forms', () => {
  test.each([
    [
      'rows of a table that name groups, but not those who excused themselves',
      '| Members | Latvia, Malta |\n|---|---|\n| Observers | Norway |\n| Apologies | Spain |\n\n1. The Chair opened the Forum in the old port and all were glad of it.',
      'LVA MLT NOR',
    ],
    [
      'two delegations and who headed them',
      '1. The Maltese Delegation was headed by Ms A. Borg. The Latvian Delegation was headed by Mr B. Ozols.',
      'MLT LVA',
    ],
    [
      'a meeting between two',
      '1. The fourth session of talks between Malta and Latvia was held in the old port.',
      'MLT LVA',
    ],
    ['where officials came from', '1. Twenty-nine officials came from Latvia, Malta and Spain.', 'LVA MLT ESP'],
    [
      'groups in lines of their own',
      '1. The Forum met in the old port and all were glad of it.\n2. Contracting Parties: Latvia, Malta and Spain.\n3. Observers: Norway.',
      'LVA MLT ESP NOR',
    ],
    [
      'a line of members alone is a membership',
      '1. The Forum met in the old port and all were glad of it.\n2. Members: Latvia, Malta and Spain.\n3. They talked.',
      '',
    ],
    [
      'a long list without a verb under its title, and further groups',
      'PARTICIPANTS\n\nLatvia, Malta, Spain, Norway, Iceland, the Czech Republic, Bosnia and Herzegovina, the Republic of Moldova, North Macedonia, the United Kingdom of Great Britain and Northern Ireland, Peru\n\nCooperating countries: Chile, Fiji\n\n1. The Chair opened the Forum in the old port and all were glad of it.',
      'LVA MLT ESP NOR ISL CZE BIH MDA MKD GBR PER CHL FJI',
    ],
    [
      'states before persons',
      'Present:\n\nfrom Malta    - A. Borg\nfrom Latvia   - B. Ozols\n\n1. The Chair opened the Forum in the old port and all were glad of it.',
      'MLT LVA',
    ],
    ['taking part were', '1. Taking part were Latvia, Malta and Spain.', 'LVA MLT ESP'],
    ['one delegation is no meeting of two', '1. The Maltese delegation was headed by Ms A. Borg.', ''],
  ])('%s', (_name, text, expected) => expect(states(text)).toBe(expected));
});

describe('counts', () => {
  test.each([
    ['88 participants from 37 countries gathered in Riga.', 88, 37, null],
    ['70 participants from 30 countries and organisations gathered.', 70, null, 30],
    ['All members (Latvia, Malta and Spain) and five Permanent Participants were represented.', null, null, null],
    ['More than 120 delegates representing 44 Customs administrations registered.', 120, 44, null],
    ['41 delegates from 24 Parties and six organisations gathered.', 41, 24, null],
    ['The Forum was attended by 28 ministers from thirty-two countries.', null, 32, null],
    ['Around 80 participants from twelve (12) Member States took part.', 80, 12, null],
    ['The Forum gathered 130 delegates representing 48 countries and 11 international organisations.', 130, 48, null],
    ['The meeting gathered 84 participants from 29 Process members: Malta and others.', 84, 29, null],
    ['Senior officials from 16 Asian sending and receiving member countries met.', null, 16, null],
    ['The project works in 12 countries and has reached 400 participants so far.', null, null, null],
  ])('%s', (text, participants, countries, both) => {
    const read = attendance(`1. ${text}`);
    expect([read.statedParticipants, read.statedCountries, read.statedCountriesAndOrganisations]).toEqual([
      participants,
      countries,
      both,
    ]);
  });
});
