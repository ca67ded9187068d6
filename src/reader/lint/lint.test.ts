import { describe, expect, test } from 'vitest';
import { aReading, anOutcome, aStatement, named } from '../../../test/support/a-reading.ts';
import type { Reading } from '../reading.ts';
import { lint, rules } from './index.ts';

type Example = Omit<Reading, 'findings'>;
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
const two = (first: string, second: string) =>
  aReading(`${first}\n\n${second}`, {
    outcomes: [
      anOutcome(first),
      anOutcome(second, { paragraph: '2', span: [first.length + 2, first.length + 2 + second.length] }),
    ],
  });

/** For every rule: when it speaks, and when it must stay silent. */
const examples: Record<string, { speaks: Example[]; silent: Example[] }> = {
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
  'party.name-period': {
    speaks: [
      aReading('The European Asylum Support Office gave a briefing.'),
      aReading('North Macedonia was host.', { meeting: { startDate: '2016-03-01', endDate: '2016-03-01' } }),
    ],
    silent: [
      aReading('The European Asylum Support Office gave a briefing.', {
        meeting: { startDate: '2021-03-01', endDate: '2021-03-01' },
      }),
      aReading('The European Union Agency for Asylum, until then the European Asylum Support Office, gave a briefing.'),
      aReading('North Macedonia was host.'),
      // Two states since June 2006.
      aReading('Serbia and Montenegro welcomed the offer.'),
      // Decided on in December 2021, in use from June 2022: in between both names are right.
      aReading('Türkiye was host.', { meeting: { startDate: '2022-03-01', endDate: '2022-03-01' } }),
    ],
  },
  'party.two-names': {
    speaks: [aReading('Turkey opened. Later Türkiye closed.')],
    silent: [aReading('Türkiye opened. Later Türkiye closed.'), aReading('Turkey, now Türkiye, opened.')],
  },
  'acronym.two-expansions': {
    speaks: [
      aReading('The Border Liaison Network (BLN) met. The Basic Learning Node (BLN) was new.'),
      aReading('The UN High Commissioner for Refugees (UNHCR) spoke. The High Commission for Refugees (UNHCR) agreed.'),
    ],
    silent: [
      aReading(
        'The United Nations High Commissioner for Refugees (UNHCR) spoke. The UN High Commissioner for Refugees (UNHCR) agreed.',
      ),
      aReading('The Border Liaison Network (BLN) met. The Committee for Liaison (BLN) met.'),
      aReading('The Border Liaison Network (BLN) met. The border liaison networks (BLN) met again.'),
      aReading('The plan (see BLN) is ready.'),
    ],
  },
  'acronym.unlike-register': {
    speaks: [aReading('The International Office for Migration (IOM) was present.')],
    silent: [
      aReading('The International Organization for Migration (IOM) was present.'),
      aReading('The International Organisation for Migration (IOM) was present.'),
      aReading('The Harbour Liaison Office (HLO) was present.'),
    ],
  },
  'acronym.unexplained': {
    speaks: [aReading('The HQRT was set up. Members of the HQRT meet twice a year.')],
    silent: [
      aReading('The Harbour Quick Reaction Team (HQRT) was set up. Members of the HQRT meet.'),
      aReading('The IOM spoke. The IOM offered help.'),
      aReading('The HQRT was set up.'),
    ],
  },
  'outcome.no-owner': {
    speaks: [aReading('x', { outcomes: [anOutcome('Share the list of contact points.', { kind: 'action-point' })] })],
    silent: [
      aReading('x', {
        outcomes: [
          anOutcome('Share the list.', { kind: 'action-point', by: [{ party: 'GEO', asWritten: 'Georgia' }] }),
          anOutcome('To hold a workshop.'),
          anOutcome('All Member States to send their lists.', { kind: 'action-point' }),
          anOutcome('Partner countries are invited to name contact points.', { kind: 'request' }),
          anOutcome('The Chair invited participating states to name contact points.', { kind: 'request' }),
        ],
      }),
    ],
  },
  'outcome.no-date': {
    speaks: [
      aReading('x', { outcomes: [anOutcome('Georgia is ready to host a workshop.', { kind: 'offer' })] }),
      aReading('x', { outcomes: [anOutcome('Ministers agreed to count boats.', { kind: 'decision' })] }),
    ],
    silent: [
      aReading('x', {
        outcomes: [
          anOutcome('Georgia is ready to host a workshop in 2024.', {
            kind: 'offer',
            when: { from: '2024-01-01', until: '2024-12-31', asWritten: '2024' },
          }),
          anOutcome('To hold a workshop.'),
          // Done in the meeting itself; told from the meeting.
          anOutcome('The agenda was adopted.', { kind: 'decision' }),
          anOutcome('Georgia to comment within three weeks.', { kind: 'action-point' }),
        ],
      }),
    ],
  },
  'outcome.vague-verb': {
    speaks: [
      aReading('x', { outcomes: [anOutcome('To look into the needs of border posts.')] }),
      aReading('x', { outcomes: [anOutcome('The group should consider new routes.')] }),
    ],
    silent: [aReading('x', { outcomes: [anOutcome('To appoint a contact point by March.')] })],
  },
  'outcome.repeated': {
    speaks: [
      two(
        'To hold joint sessions of asylum authorities on reception of unaccompanied children.',
        'Reception standards for unaccompanied children, shared among the asylum authorities.',
      ),
    ],
    silent: [
      two(
        'To hold joint sessions of asylum authorities on reception.',
        'To train border officers in document security and risk analysis.',
      ),
    ],
  },
  'outcome.past-date': {
    speaks: [
      aReading('x', {
        outcomes: [
          anOutcome('Norway will host in 2021.', {
            kind: 'offer',
            when: { from: '2021-01-01', until: '2021-12-31', asWritten: '2021' },
          }),
        ],
      }),
    ],
    silent: [
      aReading('x', {
        outcomes: [
          anOutcome('Norway will host in 2023.', {
            kind: 'offer',
            when: { from: '2023-01-01', until: '2023-12-31', asWritten: '2023' },
          }),
        ],
      }),
    ],
  },
  'reference.dangling': {
    speaks: [
      aReading('1. See paragraph 9 below.', {
        references: [{ kind: 'paragraph', asWritten: 'paragraph 9', target: null, span: [7, 18] }],
      }),
    ],
    silent: [
      aReading('1. See paragraph 2.\n\n2. Words.', {
        references: [{ kind: 'paragraph', asWritten: 'paragraph 2', target: 'p2', span: [7, 18] }],
      }),
      aReading('1. See the 2019 report.', {
        references: [{ kind: 'document', asWritten: '2019 report', target: null, span: [11, 22] }],
      }),
    ],
  },
  'reference.itself': {
    speaks: [
      aReading('1. See paragraph 1.', {
        references: [{ kind: 'paragraph', asWritten: 'paragraph 1', target: 'p1', span: [7, 18] }],
      }),
    ],
    silent: [
      aReading('1. See paragraph 2.\n\n2. Words.', {
        references: [{ kind: 'paragraph', asWritten: 'paragraph 2', target: 'p2', span: [7, 18] }],
      }),
    ],
  },
  'reference.direction': {
    speaks: [
      aReading('1. See paragraph 2 above.\n\n2. Words.', {
        references: [{ kind: 'paragraph', asWritten: 'paragraph 2 above', target: 'p2', span: [7, 24] }],
      }),
    ],
    silent: [
      aReading('1. See paragraph 2 below.\n\n2. Words.', {
        references: [{ kind: 'paragraph', asWritten: 'paragraph 2 below', target: 'p2', span: [7, 24] }],
      }),
    ],
  },
  'text.number-word': {
    speaks: [
      aReading('The strategy covers four main areas: borders, asylum, return, labour migration and data.'),
      aReading('It rests on three pillars - dialogue, training, research, and review.'),
      aReading('The card shows five indicators for officers: debt, fear, lost papers, marks, silence and no address.'),
    ],
    silent: [
      aReading('The card shows six indicators for officers: debt, fear, lost papers, marks, silence and no address.'),
      aReading('The strategy covers five main areas: borders, asylum, return, labour migration and data.'),
      aReading(
        'The three projects cover - border training, joint teaching of trades, and fair, open and lasting return.',
      ),
      aReading('Two proposals were made. Norway spoke first, then Georgia, Latvia and Spain.'),
      aReading('The meeting has three sessions.'),
    ],
  },
  'text.doubled-word': {
    speaks: [aReading('They thanked the the host.')],
    silent: [aReading('They thanked the host. That that was so was clear.')],
  },
  'text.unbalanced': {
    speaks: [aReading('The plan (adopted in 2019 was renewed.')],
    silent: [aReading('The plan (adopted in 2019) was renewed, see a) and b).')],
  },
  'text.long-sentence': {
    speaks: [aReading(`${'Many words follow each other here '.repeat(15)}at last.`)],
    silent: [
      aReading('Short words. '.repeat(60)),
      aReading(`Albania ${'and many others from all over the wide region '.repeat(12)}.`, {
        attendance: { states: [{ party: 'ALB', asWritten: 'Albania', span: [0, 7] }] },
      }),
    ],
  },
  'text.footnote-mark': {
    speaks: [aReading('The plan[^1] is new.\n\n[^i] A note.')],
    silent: [aReading('The plan[^1] is new.\n\n[^1] A note.'), aReading('The plan is new.')],
  },
  'structure.none': {
    speaks: [aReading('One block.\n\nAnother block.')],
    silent: [aReading('1. One block.\n\n2. Another block.'), aReading('One block.')],
  },
};

const codesIn = (reading: Example) => lint(reading).map((finding) => finding.code);

describe('the text check', () => {
  test('has at least 25 rules, each with a code of its own and examples both ways', () => {
    const codes = rules.map((rule) => rule.code);
    expect(codes.length).toBeGreaterThanOrEqual(25);
    expect(new Set(codes).size).toBe(codes.length);
    expect(Object.keys(examples).sort()).toEqual([...codes].sort());
  });

  for (const rule of rules) {
    const { speaks, silent } = examples[rule.code] ?? { speaks: [], silent: [] };
    test(`${rule.code} speaks ${rule.speaks}`, () => {
      expect(speaks.length).toBeGreaterThan(0);
      for (const reading of speaks) expect(codesIn(reading), reading.text).toContain(rule.code);
    });
    test(`${rule.code} stays silent otherwise`, () => {
      expect(silent.length).toBeGreaterThan(0);
      for (const reading of silent) expect(codesIn(reading), reading.text).not.toContain(rule.code);
    });
  }

  test('a finding points into the text and its message is a sentence', () => {
    for (const { speaks } of Object.values(examples))
      for (const reading of speaks)
        for (const finding of lint(reading)) {
          const [start, end] = finding.span;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(Math.max(reading.text.length, 60));
          expect(finding.message).toMatch(/^[\p{Lu}\p{N}“].*[.]$/su);
        }
  });
});
