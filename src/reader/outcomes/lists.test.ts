import { describe, expect, test } from 'vitest';
import { read, brief, talk } from '../../../test/support/outcomes-of.ts';
import { readDocument } from '../index.ts';
import { textToDocument } from '../sources/text.ts';

describe('lists', () => {
  test('a Markdown task list is to be done, whatever the heading above it', () => {
    const outcomes = read(
      `${talk}## Conclusions\n\n- [ ] Secretariat to circulate the list of nets by 1 June 2019\n- [x] To paint the pier\n* [ ] Malta offered to count the boats.\n\nThe meeting closed at noon.`,
    );
    expect(outcomes.map((o) => `${o.kind} ${o.text}`)).toEqual([
      'action-point Secretariat to circulate the list of nets by 1 June 2019',
      'action-point To paint the pier',
      'offer Malta offered to count the boats.',
    ]);
    expect(outcomes[0]?.by.map((b) => b.asWritten)).toEqual(['Secretariat']);
    expect(outcomes[0]?.when?.until).toBe('2019-06-01');
  });

  test('a numbered lead under the title of a group opens its own list; it is no entry of the title', () => {
    expect(
      brief(
        `1. ${talk}## Break-out session on nets\n\n2. The break-out session made the following suggestions:\n a. Nets should be mended in winter.\n b. Keep a list of nets.\n3. The meeting closed at noon.`,
      ),
    ).toEqual(['recommendation 2.a Nets should be mended in winter.', 'recommendation 2.b Keep a list of nets.']);
  });

  test('who is to act is named first: with "will", with a colon, alone or with others', () => {
    const steps = read(
      `${talk}## Next steps\n\n- The Secretariat will send the list of nets\n- Malta and Spain: count the boats of the bay\n- Malta offered to paint the pier`,
    );
    expect(steps.map((o) => `${o.kind} ${o.by.map((b) => b.party ?? b.asWritten).join('+')}`)).toEqual([
      'action-point Secretariat',
      'action-point MLT+ESP',
      'offer MLT',
    ]);
  });

  test('prose under such a heading: who will do what, or a day to come; the rest speaks for itself', () => {
    const under = (heading: string, text: string) =>
      read(`${talk}${heading}\n\n${text}`).map((o) => `${o.kind} ${o.text}`);
    expect(
      under(
        '**Way forward.**',
        '1. The Secretariat will print the list.\n2. Members may send remarks until June 2019.',
      ),
    ).toEqual([
      'action-point The Secretariat will print the list.',
      'action-point Members may send remarks until June 2019.',
    ]);
    expect(
      under(
        '## Follow-up',
        'The Secretariat will print the list. Malta offered to paint the pier. All were glad of it.',
      ),
    ).toEqual(['action-point The Secretariat will print the list.', 'offer Malta offered to paint the pier.']);
    expect(under('## Next meeting', '24 November 2019, Valletta (all day).')).toEqual([
      'announcement 24 November 2019, Valletta (all day).',
    ]);
    expect(under('## Next meeting', '24 November 2018 was the day of the last one.')).toEqual([]);
  });

  test('a subject alone over entries with verbs of their own: each is what its verb says', () => {
    expect(
      read(
        `${talk}## Findings and recommendations\n\nThe participants:\n\n1) considered that the bay is small;\n2) recommended that nets be mended;\n3) requested the Secretariat to print the list.`,
      ).map((o) => o.kind),
    ).toEqual(['recommendation', 'request']);
  });

  test('those who took part are the subject of a list of what they did; decimal numbers are entries, too', () => {
    expect(
      read(
        `${talk}Participants:\n\n- *welcomed* the count of boats;\n- *agreed* to set up a register;\n- *called on* Malta to paint the pier.`,
      ).map((o) => o.kind),
    ).toEqual(['decision', 'request']);
    expect(
      read(`${talk}The Council decided:\n\n1.1 To approve the list of boats.\n1.2 To ask Malta to paint the pier.`).map(
        (o) => o.kind,
      ),
    ).toEqual(['decision', 'request']);
    expect(
      read(
        `1. ${talk}2. The Working Group:\n (a) Agreed to count the boats;\n (b) Invited Malta to paint the pier.`,
      ).map((o) => o.kind),
    ).toEqual(['decision', 'request']);
  });

  test('a task list may be all that a short note holds', () => {
    expect(brief('## Conclusions\n\n- [ ] To count the boats of the bay')).toEqual([
      'action-point - To count the boats of the bay',
    ]);
  });

  test('under another heading a task list is what the heading says; without boxes, conclusions are no outcomes', () => {
    expect(brief(`${talk}## Recommendations\n\n- [ ] To count the boats of the bay`)).toEqual([
      'recommendation - To count the boats of the bay',
    ]);
    expect(brief(`${talk}## Conclusions\n\n- The pier is older than the town`)).toEqual([]);
  });

  test('an offer inside the entry of a list of recommendations is an offer as well', () => {
    const entries = (entry: string) =>
      read(`1. The following recommendations were made:\n a. ${entry}\n b. To count nets`)
        .filter((o) => o.paragraph === '1.a')
        .map((o) => `${o.kind} ${o.by.map((b) => b.party).join()}`);
    expect(entries('To meet once a year; Malta offered to host the first meeting')).toEqual([
      'recommendation ',
      'offer MLT',
    ]);
    expect(entries('To meet once a year. Spain is ready to send two experts.')).toEqual([
      'recommendation ',
      'offer ESP',
    ]);
    expect(entries('To learn from the states that offered boats')).toEqual(['recommendation ']);
    expect(entries('To offer training to the states of the coast')).toEqual(['recommendation ']);
    expect(entries('Malta will host the archive and may lend a room')).toEqual(['recommendation ']);
  });

  test('a lead with a colon says what its entries are, the lead itself is none', () => {
    expect(
      brief(
        '1. The following suggestions were made:\n a. To count nets\n b. To count boats\n2. Participants agreed to:\n - paint the pier;\n - sand the deck.',
      ),
    ).toEqual([
      'recommendation 1.a To count nets',
      'recommendation 1.b To count boats',
      'action-point 2 paint the pier;',
      'action-point 2 sand the deck.',
    ]);
  });

  test('entries below an entry belong to it', () => {
    expect(
      brief('1. Participants agreed to:\n - share lists, among them:\n   - of nets\n   - of boats\n - paint the pier'),
    ).toHaveLength(2);
  });

  test('break-out groups: goals and moderator of the line above, the proposer of the entry', () => {
    const outcomes = read(
      '1. Break-out group on Priority Goal 2 moderated by Malta: Ice. In plenary, the following suggestions were brought forward:\n a. To count boats\n b. To count nets as proposed by Spain',
    );
    expect(outcomes.map((o) => o.goals)).toEqual([[2], [2]]);
    expect(outcomes.map((o) => o.by.map((b) => b.party))).toEqual([[], ['ESP']]);
  });

  test('a list of topics, of findings or of participants is no list of outcomes', () => {
    expect(
      brief(
        '1. The session discussed the following topics:\n - nets\n - boats\n2. The charter is intended to:\n - set out rules',
      ),
    ).toEqual([]);
  });

  test('entries that begin with their own verb', () => {
    expect(
      brief('1. Ministers:\n a) noted the ice;\n b) agreed to paint the pier;\n c) called on Malta to count nets.'),
    ).toEqual(['decision 1.b agreed to paint the pier;', 'request 1.c called on Malta to count nets.']);
  });

  test('under a heading of recommendations, entries with verbs of their own are what those say', () => {
    expect(
      brief(
        '5. Boats came in from all the ports of the coast and stayed for a night.\n\nIII. CONCLUSIONS AND RECOMMENDATIONS\n\n6. The Expert Group:\n\n (a) recommended that ports align their lists;\n\n (b) decided to set up a drafting committee;\n\n (c) requested Malta to count boats.',
      ).map((line) => line.split(' ').slice(0, 2).join(' ')),
    ).toEqual(['recommendation 6.a', 'decision 6.b', 'request 6.c']);
  });

  test('"agreed:" with its subject opens action points', () => {
    expect(
      brief(
        '1. Boats came in from all the ports.\n\n2. The Working Group agreed:\n\n(a) to count boats;\n\n(b) to count nets.',
      ),
    ).toEqual(['action-point 2.a to count boats;', 'action-point 2.b to count nets.']);
  });

  test('a numbered list in lower case or with brackets under a lead inside a section', () => {
    expect(
      brief(
        `A. Boats\n\n${talk}The Conference RECOMMENDS that:\n\n 1) ports keep lists of boats in winter;\n 2) the Secretariat appoint a clerk.\n\nB. Nets\n\n${talk}`,
      ),
    ).toEqual([
      'recommendation A.1 ports keep lists of boats in winter;',
      'recommendation A.2 the Secretariat appoint a clerk.',
    ]);
  });

  test('a heading with its number in words, decimal entries below a lead of the section', () => {
    expect(
      brief(`${talk}**Third: Recommendations**\n\n1\\. To invite ports to name their clerks before the end of 2019.\n`),
    ).toEqual(['recommendation 1 To invite ports to name their clerks before the end of 2019.']);
    expect(
      brief(`1. Boats\n\nThe Council decided:\n\n1.1. To open a register of boats.\n\n1.2. To count the nets.`),
    ).toEqual(['decision 1.1 To open a register of boats.', 'decision 1.2 To count the nets.']);
  });

  test('a task force that met is the meeting, another one is a body', () => {
    const by = (title: string) =>
      readDocument(
        textToDocument(
          `${title}\n\nOslo, 4-5 October 2010\n\n1. ${talk}The Task Force agreed to test the list in three ports.\n`,
          'a.txt',
          'text/plain',
          '',
        ),
      ).outcomes.map((o) => o.by.map((b) => b.asWritten).join());
    expect(by('Task Force against Ice: 31st Meeting')).toEqual(['']);
    expect(by('Harbour Forum')).toEqual(['Task Force']);
  });

  test('numbers that run on below titles, under one "recommend:"', () => {
    expect(
      brief(
        `The Ministers of Latvia, Malta and Spain, assembled in Riga on 3 May 2019;\n\nconvinced that the ports need lights;\n\nrecommend:\n\nI. LIGHTS\n\n1. that ports keep a list of lights;\n\n2. that boats be counted.\n\nII. ICE\n\n3. that ice be watched.\n\nIII. FOLLOW-UP\n\n4. The Ministers spoke of the winter.`,
      ),
    ).toEqual([
      'recommendation 1 that ports keep a list of lights;',
      'recommendation 2 that boats be counted.',
      'recommendation 3 that ice be watched.',
    ]);
  });

  test('titles with bullets divide the list that a lead opens', () => {
    expect(
      brief(
        `We, the Ministers of Latvia, Malta and Spain, having met in Riga, Latvia, to speak of ice and of boats;\n\nRecommend the following:\n\n**A. Boats**\n\n- Share lists of boats;\n- Paint all piers.\n\n**B. Nets**\n\n- Count the nets of the bay.\n`,
      ),
    ).toEqual([
      'recommendation A Share lists of boats;',
      'recommendation A Paint all piers.',
      'recommendation B Count the nets of the bay.',
    ]);
  });

  test('"Participants agreed on …:" opens a list of the section, no list of participants', () => {
    expect(
      brief(
        `${talk}## 1. Boats\n\n${talk}## 2. Conclusions\n\nParticipants agreed on the following recommendations:\n\n1. Members should count boats;\n2. Nets should be mended.\n\nParticipants agreed to:\n\n- paint the pier.`,
      ),
    ).toEqual([
      'recommendation 2.1 Members should count boats;',
      'recommendation 2.2 Nets should be mended.',
      'action-point 2 paint the pier.',
    ]);
  });

  test('a paragraph after the last entry is no part of it', () => {
    expect(
      brief(
        `${talk}## Decisions\n\n1. To open a register of boats.\n2. To keep a list of nets.\n\nMalta offered to print the register.\n\nThe next Forum will take place in Rome on 12 December 2019.`,
      ).slice(2),
    ).toEqual([
      'offer 2 Malta offered to print the register.',
      'announcement 2 The next Forum will take place in Rome on 12 December 2019.',
    ]);
  });
});
