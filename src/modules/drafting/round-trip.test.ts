import { describe, expect, it } from 'vitest';
import { toDocx, toPdf } from '../../kernel/server/documents/index.ts';
import { readReport } from '../../reader/index.ts';
import { assemble, type MeetingMaterial } from './assemble.ts';
import { publishedReading, spansOf } from './reading-of.ts';
import { reportDocument } from './report-document.ts';
import { labelsOf } from './text.ts';

// A report that leaves the house and comes back says the same: facts, who came, paragraphs with their numbers, outcomes. Two invented meetings.

const state = (key: string, name: string) => ({ key, kind: 'state' as const, name });
const organisation = (key: string, name: string) => ({ key, kind: 'organisation' as const, name });
const georgia = state('GEO', 'Georgia');
const bulgaria = state('BGR', 'Bulgaria');
const turkey = state('TUR', 'Türkiye');
const dutch = state('NLD', 'Netherlands');
const iom = organisation('org:iom', 'International Organization for Migration (IOM)');
const unhcr = organisation('org:unhcr', 'United Nations High Commissioner for Refugees (UNHCR)');
const came = (party: MeetingMaterial['came'][number]['party'], people: number) => ({
  party,
  delegation: `d-${party.key}`,
  participants: Array.from({ length: people }, (_, n) => `${party.key}-${n}`),
});
const base = {
  moderators: [],
  interventions: [],
  notes: [],
  papers: [{ id: 'r1', title: 'Stores of salt, pass by pass' }],
  points: [],
  rule: false,
  held: true,
  goal: null,
};
const spoke = (id: string, party: MeetingMaterial['came'][number]['party'], ...notes: string[]) => ({
  id,
  party,
  speaker: null,
  written: null,
  notes: notes.map((text, n) => ({ id: `${id}-${n}`, text })),
});

const passes: MeetingMaterial = {
  title: 'Third Meeting on Mountain Passes',
  first: '2031-05-06',
  last: '2031-05-08',
  place: 'Tirana, Albania',
  mode: 'hybrid',
  host: null,
  rule: false,
  came: [came(bulgaria, 3), came(georgia, 2), came(dutch, 4), came(turkey, 5), came(iom, 2), came(unhcr, 1)],
  sessions: [
    {
      ...base,
      id: 's1',
      kind: 'opening',
      title: 'Opening session',
      interventions: [spoke('i1', turkey, 'welcomed the participants and thanked the road services')],
    },
    {
      ...base,
      id: 's2',
      kind: 'tour-de-table',
      title: 'Tour de table',
      interventions: [
        spoke(
          'i2',
          georgia,
          'The passes in the north were open longer than in earlier winters',
          'stressed that salt has become dear',
        ),
        spoke('i3', dutch, 'There is little snow in the lowlands, but much interest in forecasts'),
      ],
      points: [
        { id: 'p1', kind: 'offer', text: 'host a workshop on snow ploughs in spring 2032', party: georgia },
        {
          id: 'p2',
          kind: 'request',
          text: 'asked Bulgaria to share its table of closing hours by 30 September 2031',
          party: turkey,
        },
      ],
    },
    {
      ...base,
      id: 's3',
      kind: 'break-out',
      title: 'Break-out session on salt',
      rule: true,
      interventions: [spoke('i4', bulgaria, 'said that stores of salt are half empty by February')],
      points: [
        { id: 'p3', kind: 'recommendation', text: 'Participating States should buy salt in summer', party: null },
        { id: 'p4', kind: 'recommendation', text: 'keep one list of stores', party: null },
      ],
    },
    {
      ...base,
      id: 's4',
      kind: 'closing',
      title: 'Closing session',
      points: [
        {
          id: 'p5',
          kind: 'action-point',
          text: 'send the names of road services to the Secretariat by 1 July 2031',
          party: null,
        },
      ],
    },
  ],
};
const ferries: MeetingMaterial = {
  title: 'Workshop on Ferry Landings',
  first: '2029-11-12',
  last: '2029-11-12',
  place: null,
  mode: 'online',
  host: null,
  rule: false,
  came: [came(georgia, 1), came(turkey, 2)],
  sessions: [
    {
      ...base,
      id: 's1',
      kind: 'plenary',
      title: 'Plenary session on night landings',
      notes: [{ id: 'n1', text: 'the lamps of three harbours were compared' }],
      interventions: [spoke('i1', turkey, 'underlined that lamps are seldom seen in fog')],
      points: [
        { id: 'p1', kind: 'decision', text: 'The common list of ferry landings is updated twice a year', party: null },
        { id: 'p2', kind: 'action-point', text: 'compare fees of landing once a year', party: null },
      ],
    },
  ],
};

describe.each([
  ['three days, hybrid, a break-out under the rule', passes],
  ['one day, online', ferries],
])('%s', (_, meeting) => {
  const pieces = assemble(meeting);
  const labels = labelsOf(pieces);
  const paragraphs = pieces.map(({ kind, text }, index) => ({ kind, text, label: labels[index]! }));
  const document = reportDocument({ ...meeting, issuer: 'Secretariat', paragraphs });

  it.each([
    ['DOCX', toDocx, 'report.docx'],
    ['PDF', toPdf, 'report.pdf'],
  ] as const)('comes back from %s', async (__, make, name) => {
    const read = await readReport(await make(document), name);
    expect(read.meeting).toMatchObject({
      title: meeting.title,
      startDate: meeting.first,
      endDate: meeting.last,
      place: meeting.place,
      mode: meeting.mode,
    });
    const people = meeting.came.reduce((sum, one) => sum + one.participants.length, 0);
    expect(read.attendance.statedParticipants).toBe(people < 5 ? null : people);
    expect([...read.attendance.states, ...read.attendance.organisations].map(({ party }) => party)).toEqual(
      meeting.came.map(({ party }) => party.key),
    );
    const spans = spansOf(read.text, paragraphs);
    expect(
      read.paragraphs
        .filter(({ span }) => spans.some(([start]) => start === span[0]))
        .map(({ text, label }) => ({ text, label })),
    ).toEqual(paragraphs.map(({ text, label }) => ({ text, label })));
    expect(read.sessions.map(({ kind }) => kind)).toEqual(meeting.sessions.map(({ kind }) => kind));
    const drafted = pieces.flatMap(({ outcome, text }) =>
      outcome ? [{ kind: outcome.kind, text, by: outcome.by ? [outcome.by.key] : [] }] : [],
    );
    const found = read.outcomes.map(({ kind, text, by }) => ({ kind, text, by: by.map(({ party }) => party) }));
    expect(found).toEqual(drafted);
  });

  it('is entered with what the draft knows, at the places of the file', async () => {
    const read = await readReport(await toDocx(document), 'report.docx');
    const ruled = new Set(meeting.sessions.filter(({ rule }) => rule).map(({ id }) => id));
    const adopted = pieces.map(({ kind, text, session, outcome }, index) => ({
      id: `p${index}`,
      kind,
      text,
      session,
      underRule: session !== null && ruled.has(session),
      outcomes: outcome
        ? [{ id: outcome.point, text, start: 0, kind: outcome.kind, by: [], to: [], goals: [], when: null }]
        : [],
      speakers: [],
    }));
    const sessions = meeting.sessions.map(({ id, kind, rule }) => ({
      id,
      kind: kind as 'plenary',
      moderators: ['TUR'],
      goals: [],
      underRule: rule,
    }));
    const { reading, known, sessionRules } = publishedReading(read, adopted, sessions);
    for (const { text, span } of reading.outcomes) expect(reading.text.slice(...span)).toBe(text);
    expect(known.filter((one) => one !== null).map(({ id }) => id)).toEqual(adopted.map(({ id }) => id));
    expect(sessionRules).toEqual(meeting.sessions.map(({ rule }) => rule));
    expect(reading.sessions.map(({ moderators }) => moderators.length)).toEqual(
      meeting.sessions.map(({ rule }) => (rule ? 0 : 1)),
    );
  });
});
