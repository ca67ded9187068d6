import type { Named, Reading, ReadingOutcome, ReadingSession, Span, Statement } from '../../reader/reading.ts';
import type { DraftedOutcome } from './outcome.ts';
import type { ParagraphKind } from './text.ts';

/** A paragraph of the adopted version with what it was written from. */
export interface AdoptedParagraph {
  id: string;
  kind: ParagraphKind;
  text: string;
  session: string | null;
  underRule: boolean;
  outcomes: DraftedOutcome[];
  /** Whose words it gives: parties of the interventions it was written from, as printed. Empty under the rule. */
  speakers: Named[];
}

export interface AdoptedSession {
  id: string;
  kind: ReadingSession['kind'];
  moderators: string[];
  goals: number[];
  underRule: boolean;
}

/** The text of the file does not hold the adopted paragraph as it is. */
export class ParagraphNotFound extends Error {
  readonly index: number;
  constructor(index: number) {
    super(`paragraph ${index} is not in the text of the file`);
    this.index = index;
  }
}

/** Where each adopted paragraph stands in the text that was read back. @throws ParagraphNotFound */
export function spansOf(text: string, paragraphs: readonly Pick<AdoptedParagraph, 'text'>[]): Span[] {
  let from = 0;
  return paragraphs.map(({ text: words }, index) => {
    const start = text.indexOf(words, from);
    if (start < 0) throw new ParagraphNotFound(index);
    from = start + words.length;
    return [start, from];
  });
}

export interface PublishedReading {
  reading: Reading;
  /** By place among the paragraphs of the reading: the adopted paragraph it is, or null. */
  known: ({ id: string; underRule: boolean } | null)[];
  /** By place among the sessions of the reading. */
  sessionRules: boolean[];
}

/**
 * What the record says: paragraphs, facts, attendance, references and findings as the reader finds them in the very file, statements, sessions and outcomes as the draft
 * knows them. Nothing under the Chatham House Rule says who spoke.
 */
export function publishedReading(
  read: Reading,
  adopted: readonly AdoptedParagraph[],
  sessions: readonly AdoptedSession[],
): PublishedReading {
  const spans = spansOf(read.text, adopted);
  const within = (start: number) => spans.findIndex(([from, until]) => from <= start && start < until);
  const known = read.paragraphs.map(({ span }) => {
    const at = within(span[0]);
    return at >= 0 && spans[at]![0] === span[0] ? { id: adopted[at]!.id, underRule: adopted[at]!.underRule } : null;
  });
  const told = sessionsTold(read, adopted, sessions, spans);
  return {
    reading: {
      ...read,
      statements: statementsOf(read, adopted, spans, within),
      outcomes: adopted.flatMap((one, index) => one.outcomes.map((outcome) => outcomeAt(outcome, spans[index]![0]))),
      sessions: told.map(({ session }) => session),
    },
    known,
    sessionRules: told.map(({ underRule }) => underRule),
  };
}

function statementsOf(
  read: Reading,
  adopted: readonly AdoptedParagraph[],
  spans: readonly Span[],
  within: (start: number) => number,
): Statement[] {
  const own = adopted.flatMap((one, index): Statement[] =>
    one.underRule ? [] : one.speakers.map((by) => ({ by, paragraph: null, span: spans[index]! })),
  );
  const others = read.statements.filter(({ span }) => {
    const one = adopted[within(span[0])];
    return !one?.underRule && (one?.speakers.length ?? 0) === 0;
  });
  return [...own, ...others].toSorted((a, b) => a.span[0] - b.span[0]);
}

function outcomeAt(outcome: DraftedOutcome, offset: number): ReadingOutcome {
  const start = offset + outcome.start;
  return {
    kind: outcome.kind,
    paragraph: null,
    text: outcome.text,
    span: [start, start + outcome.text.length],
    by: outcome.by,
    to: outcome.to,
    goals: outcome.goals,
    when: outcome.when && { ...outcome.when, asWritten: outcome.when.asWritten ?? outcome.when.from },
    rule: '',
    confidence: 1,
  };
}

/** One session for each heading of one, with the paragraphs that report it. */
function sessionsTold(
  read: Reading,
  adopted: readonly AdoptedParagraph[],
  sessions: readonly AdoptedSession[],
  spans: readonly Span[],
): { session: ReadingSession; underRule: boolean }[] {
  const readIds = (index: number) => {
    const [from, until] = spans[index]!;
    return read.paragraphs.filter(({ span }) => span[0] >= from && span[0] < until).map(({ id }) => id);
  };
  return sessions.flatMap((one) => {
    const own = adopted.flatMap(({ session }, index) => (session === one.id ? [index] : []));
    if (own.length === 0) return [];
    const title = adopted[own.find((index) => adopted[index]!.kind === 'heading') ?? own[0]!]!.text.slice(0, 140);
    return [
      {
        session: {
          kind: one.kind,
          title,
          moderators: one.underRule ? [] : one.moderators,
          goals: one.goals,
          paragraphs: own.flatMap(readIds),
        },
        underRule: one.underRule,
      },
    ];
  });
}
