import { aReading, anOutcome, type LintExamples } from '../../../test/support/a-reading.ts';

const two = (first: string, second: string) =>
  aReading(`${first}\n\n${second}`, {
    outcomes: [
      anOutcome(first),
      anOutcome(second, { paragraph: '2', span: [first.length + 2, first.length + 2 + second.length] }),
    ],
  });

/** What was agreed, and what it refers to. */
export const outcomeExamples: LintExamples = {
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
};
