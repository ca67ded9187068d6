import { describe, expect, test } from 'vitest';
import { read, brief } from '../../../test/support/outcomes-of.ts';

describe('outcomes', () => {
  test('under a heading, sentences speak for themselves', () => {
    expect(
      brief(
        '1. Boats came in from all the ports of the coast and stayed for a night.\n\n**Decisions and recommendations**\n\n2. Ministers adopted the charter.\n\n3. Ministers asked Malta to count nets.\n\n4. Ministers thanked Malta.',
      ),
    ).toEqual(['decision 2 Ministers adopted the charter.', 'request 3 Ministers asked Malta to count nets.']);
  });

  test('a moderated session reports: its sentences speak for themselves', () => {
    expect(
      brief(
        '1. Boats came in from all the ports of the coast and stayed for a night.\n\nSession 1 – Ice\n\nModerator: Peru\n\n- Spain presented figures on ice.\n- Malta explained its port, and is prepared to receive visits in 2020.\n',
      ),
    ).toEqual(['offer 1 Malta explained its port, and is prepared to receive visits in 2020.']);
  });

  test('an event among the next steps is announced, a task is a task', () => {
    expect(
      brief(
        'Boats came in from all the ports of the coast and stayed for a night.\n\n## Next steps\n\n1. Malta to circulate the draft by 15 June 2019.\n2. The next Forum will take place in Rome on 12 December 2019.',
      ),
    ).toEqual([
      'action-point 1 Malta to circulate the draft by 15 June 2019.',
      'announcement 2 The next Forum will take place in Rome on 12 December 2019.',
    ]);
  });

  test('a calendar of coming events; what is over is none', () => {
    const outcomes = read(
      '1. The calendar is as follows.\n\n| Event | Place | Date |\n|---|---|---|\n| Workshop on ice | Riga | August 2019 |\n| Workshop on nets | Oslo | March 2019 |\n',
    );
    expect(outcomes).toMatchObject([
      { kind: 'announcement', text: 'Workshop on ice', when: { from: '2019-08-01', until: '2019-08-31' } },
    ]);
  });

  test('two promises in one sentence keep their own dates; a day of the meeting gives way to one ahead', () => {
    expect(
      read(
        '1. Malta stated that it would host a workshop in Valletta in May 2020 and invited all states to nominate experts by 15 March 2020.\n\n2. On 3 May 2019, the Forum decided that its next session would be held in Oslo from 2 to 4 July 2020.',
      ).map((o) => [o.kind, o.when?.from]),
    ).toEqual([
      ['offer', '2020-05-01'],
      ['request', '2020-03-15'],
      ['decision', '2020-07-02'],
      ['announcement', '2020-07-02'],
    ]);
  });

  test('a table of actions gives owner and date', () => {
    const outcomes = read(
      '1. The following actions were agreed:\n\n| No | Action | By whom | By when |\n|---|---|---|---|\n| 1 | Paint the northern pier | Malta | 30 June 2019 |\n',
    );
    expect(outcomes).toMatchObject([
      { kind: 'action-point', text: 'Paint the northern pier', by: [{ party: 'MLT' }], when: { from: '2019-06-30' } },
    ]);
  });

  test('goals of a title hold for the paragraphs below it', () => {
    expect(read('1. Session 1 – Ice (Priority Goal 3)\n\n1.1 Malta offered to host the pilots.')[0]?.goals).toEqual([
      3,
    ]);
  });

  test('assessments, thanks, history and questions are no outcomes', () => {
    expect(
      brief(
        '1. Participants agreed that ice is a danger. Ministers thanked Malta for its offer. In 2011 ministers adopted the first charter. Malta asked whether nets count. Ministers took note of the report. Spain has been supporting the port since 2012.',
      ),
    ).toEqual([]);
  });

  test('an accepted offer is a decision and an offer', () => {
    expect(
      read('1. Ministers accepted the offer of Malta to host the next Forum.').map(
        (o) => `${o.kind} ${o.by.map((b) => b.party).join()}`,
      ),
    ).toEqual(['offer MLT', 'decision ']);
  });
});
