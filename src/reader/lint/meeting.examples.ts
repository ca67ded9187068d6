import { aReading, anOutcome, aStatement, named, type LintExamples } from '../../../test/support/a-reading.ts';

const states = (text: string, ...codes: [string, string][]) => ({ states: named(text, ...codes) });
const three = 'Albania, Georgia and Latvia took part.';
const threeStates = states(three, ['ALB', 'Albania'], ['GEO', 'Georgia'], ['LVA', 'Latvia']);
const six = 'Albania, Austria, Georgia, Latvia, Norway, Slovenia, Slovakia, Spain';
const sixStates = states(
  six,
  ['ALB', 'Albania'],
  ['AUT', 'Austria'],
  ['GEO', 'Georgia'],
  ['LVA', 'Latvia'],
  ['NOR', 'Norway'],
  ['SVN', 'Slovenia'],
  ['SVK', 'Slovakia'],
  ['ESP', 'Spain'],
);
const united =
  'Brazil, Mexico, Philippines, Republic of Korea, Switzerland, the former Yugoslav Republic of Macedonia, Turkey';
const office = 'Albania, Georgia and the Harbour Office took part.';

/** Who took part and spoke, days and places. */
export const meetingExamples: LintExamples = {
  'attendance.count': {
    speaks: [
      aReading(three, { attendance: { ...threeStates, statedCountries: 4 } }),
      aReading(office, {
        attendance: {
          ...states(office, ['ALB', 'Albania'], ['GEO', 'Georgia']),
          organisations: named(office, [null, 'Harbour Office']),
          statedCountriesAndOrganisations: 2,
        },
      }),
    ],
    silent: [
      aReading(three, { attendance: { ...threeStates, statedCountries: 3 } }),
      // The unit is countries and organisations together: two and one make three.
      aReading(office, {
        attendance: {
          ...states(office, ['ALB', 'Albania'], ['GEO', 'Georgia']),
          organisations: named(office, [null, 'Harbour Office']),
          statedCountriesAndOrganisations: 3,
        },
      }),
      aReading('Twelve countries took part.', { attendance: { statedCountries: 12 } }),
    ],
  },
  'attendance.duplicate': {
    speaks: [
      aReading('Turkey, Georgia, Türkiye', {
        attendance: states('Turkey, Georgia, Türkiye', ['TUR', 'Turkey'], ['GEO', 'Georgia'], ['TUR', 'Türkiye']),
      }),
    ],
    silent: [aReading(three, { attendance: threeStates })],
  },
  'attendance.order': {
    speaks: [aReading(six, { attendance: sixStates })],
    silent: [
      aReading(three, { attendance: threeStates }),
      // Filed as the United Nations do: "Republic of Korea" under R, "the former …" under T.
      aReading(united, {
        attendance: states(
          united,
          ['BRA', 'Brazil'],
          ['MEX', 'Mexico'],
          ['PHL', 'Philippines'],
          ['KOR', 'Republic of Korea'],
          ['CHE', 'Switzerland'],
          ['MKD', 'former Yugoslav Republic of Macedonia'],
          ['TUR', 'Turkey'],
        ),
      }),
      // A list in no alphabetical order at all means another order.
      aReading('Spain, Norway, Latvia, Georgia, Austria, Albania', {
        attendance: states(
          'Spain, Norway, Latvia, Georgia, Austria, Albania',
          ['ESP', 'Spain'],
          ['NOR', 'Norway'],
          ['LVA', 'Latvia'],
          ['GEO', 'Georgia'],
          ['AUT', 'Austria'],
          ['ALB', 'Albania'],
        ),
      }),
    ],
  },
  'party.unknown': {
    speaks: [aReading(office, { attendance: { organisations: named(office, [null, 'Harbour Office']) } })],
    silent: [aReading(three, { attendance: threeStates })],
  },
  'statement.not-listed': {
    speaks: [
      aReading(three, { attendance: threeStates, statements: [aStatement({ party: 'NOR', asWritten: 'Norway' })] }),
    ],
    silent: [
      aReading(three, { attendance: threeStates, statements: [aStatement({ party: 'GEO', asWritten: 'Georgia' })] }),
      // Named as the one who is to do it, not as one who spoke.
      aReading('Norway to send the list. Albania', {
        attendance: threeStates,
        statements: [aStatement({ party: 'NOR', asWritten: 'Norway' })],
        outcomes: [anOutcome('Norway to send the list.', { kind: 'action-point', rule: 'action-point.heading-list' })],
      }),
      aReading('No list here.', { statements: [aStatement({ party: 'NOR', asWritten: 'Norway' })] }),
    ],
  },
  'chatham-house.speaker': {
    speaks: [
      aReading(three, {
        meeting: { rule: 'chatham-house' },
        statements: [aStatement({ party: 'GEO', asWritten: 'Georgia' })],
      }),
    ],
    silent: [
      aReading(three, { statements: [aStatement({ party: 'GEO', asWritten: 'Georgia' })] }),
      aReading(three, { meeting: { rule: 'chatham-house' } }),
    ],
  },
  'chatham-house.attendance': {
    speaks: [aReading(three, { meeting: { rule: 'chatham-house' }, attendance: threeStates })],
    silent: [aReading(three, { attendance: threeStates })],
  },
  'meeting.no-title': { speaks: [aReading('Words.', { meeting: { title: null } })], silent: [aReading('Words.')] },
  'meeting.no-date': {
    speaks: [aReading('Words.', { meeting: { startDate: null, endDate: null } })],
    silent: [aReading('Words.')],
  },
  'date.weekday': {
    speaks: [aReading('The conference opened on Wednesday, 12 November 2024.'), aReading('They met on Monday 10 May.')],
    silent: [
      aReading('The conference opened on Tuesday, 12 November 2024.'),
      aReading('They met on Wednesday 10 May.'),
      aReading('They met on 12 November 2024.'),
      aReading('The next session is on Friday 10 May.'),
    ],
  },
  'date.impossible': {
    speaks: [aReading('The deadline is 31 June 2023.')],
    silent: [aReading('The deadline is 30 June 2023, or 29 February 2024.')],
  },
  'date.range': {
    speaks: [aReading('It ran from 14-12 May 2023.')],
    silent: [aReading('It ran from 12-14 May 2023, after 30 April - 2 May.')],
  },
  'date.header': {
    speaks: [aReading('Example meeting, 3 May 2023\n\n1. The group met on 10 and 11 May 2023.')],
    silent: [
      aReading('Example meeting, 10 May 2023\n\n1. The group met on 10 and 11 May 2023.'),
      // The days of the meeting stand there, too: the other is the day the paper was issued.
      aReading('Riga, 29 May 2023\nExample meeting, 10 and 11 May 2023\n\n1. The group met on 10 and 11 May 2023.'),
      aReading('Circulated 30 May 2023\n\n1. The group met on 10 and 11 May 2023.'),
      aReading('Example meeting, 10 May 2023\n\n1. The first such meeting was held on 3 May 2021.'),
    ],
  },
  'place.mode': {
    speaks: [aReading('Tirana: The meeting was held virtually.', { meeting: { place: 'Tirana', mode: 'online' } })],
    silent: [
      aReading('Tirana: The meeting was held there and online.', { meeting: { place: 'Tirana', mode: 'hybrid' } }),
      aReading('The meeting was held virtually.', { meeting: { mode: 'online' } }),
    ],
  },
};
