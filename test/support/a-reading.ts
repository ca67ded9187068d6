import type { Named, NamedAt, Reading, ReadingOutcome, ReadingParagraph, Statement } from '../../src/reader/reading.ts';

type Given = Partial<Omit<Reading, 'findings' | 'attendance' | 'meeting'>> & {
  meeting?: Partial<Reading['meeting']>;
  attendance?: Partial<Reading['attendance']>;
};

/** By rule: readings in which it speaks, and readings like them in which it must be silent. */
export type LintExamples = Record<string, { speaks: Omit<Reading, 'findings'>[]; silent: Omit<Reading, 'findings'>[] }>;

/** A reading for tests of rules that look at a finished reading: paragraphs are the blocks of `text`, unless given. */
export function aReading(text: string, given: Given = {}): Omit<Reading, 'findings'> {
  return {
    format: 'redthread-reading/1',
    source: { name: 'example.txt', mediaType: 'text/plain', sha256: '0'.repeat(64), pages: null },
    text,
    paragraphs: blocks(text),
    sessions: [],
    statements: [],
    outcomes: [],
    references: [],
    ...given,
    meeting: {
      title: 'Example meeting',
      startDate: '2023-05-10',
      endDate: '2023-05-11',
      place: null,
      mode: null,
      rule: null,
      ...given.meeting,
    },
    attendance: {
      statedParticipants: null,
      statedCountries: null,
      statedCountriesAndOrganisations: null,
      states: [],
      organisations: [],
      ...given.attendance,
    },
  };
}

/** Blocks between blank lines; `3. Text` becomes paragraph p3 with label `3.`. */
function blocks(text: string): ReadingParagraph[] {
  let at = 0;
  return text.split('\n\n').map((block, i) => {
    const start = at;
    at += block.length + 2;
    const label = /^(\d+)\.\s/.exec(block);
    return {
      id: label ? `p${label[1]}` : `u${i + 1}`,
      label: label ? `${label[1]}.` : null,
      level: 1,
      parent: null,
      text: block,
      span: [start, start + block.length],
    };
  });
}

/** Places names in a text, in order: `named('A, B', ['AFG', 'A'], [null, 'B'])`. */
export function named(text: string, ...pairs: [party: string | null, asWritten: string][]): NamedAt[] {
  let from = 0;
  return pairs.map(([party, asWritten]) => {
    const start = text.indexOf(asWritten, from);
    if (start < 0) throw new Error(`“${asWritten}” is not in the text`);
    from = start + asWritten.length;
    return { party, asWritten, span: [start, from] };
  });
}

export function anOutcome(text: string, given: Partial<ReadingOutcome> = {}): ReadingOutcome {
  return {
    kind: 'recommendation',
    paragraph: '1',
    text,
    span: [0, text.length],
    by: [],
    to: [],
    goals: [],
    when: null,
    rule: 'test',
    confidence: 1,
    ...given,
  };
}

export function aStatement(by: Named, span: Statement['span'] = [0, 5]): Statement {
  return { by, paragraph: '1', span };
}
