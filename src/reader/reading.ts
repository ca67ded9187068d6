/**
 * The reading: what the reader gives back for one meeting report, format `redthread-reading/1`.
 *
 * Every `span` is `[start, end)` in UTF-16 units of `Reading.text`. Dates are ISO 8601 days (`2019-10-09`).
 * `party` is the stable key of a party: ISO 3166-1 alpha-3 for a state (`AFG`), `org:<slug>` for an
 * organisation the lexicon knows (`org:icmpd`), `body:<slug>` for a body of the dialogue, `null` when only the written name is known.
 */
export type Span = readonly [start: number, end: number];

export interface Reading {
  format: 'redthread-reading/1';
  source: { name: string; mediaType: string; sha256: string; pages: number | null };
  /** The normalised text; every span points into it. */
  text: string;
  meeting: MeetingFacts;
  attendance: Attendance;
  paragraphs: ReadingParagraph[];
  sessions: ReadingSession[];
  statements: Statement[];
  outcomes: ReadingOutcome[];
  references: Reference[];
  findings: Finding[];
}

export interface MeetingFacts {
  title: string | null;
  startDate: string | null;
  endDate: string | null;
  place: string | null;
  mode: 'in-person' | 'online' | 'hybrid' | null;
  rule: 'chatham-house' | null;
}

export interface Attendance {
  statedParticipants: number | null;
  statedCountries: number | null;
  statedCountriesAndOrganisations: number | null;
  states: NamedAt[];
  organisations: NamedAt[];
}

/** A party as it stands in the text. */
export interface Named {
  party: string | null;
  asWritten: string;
}
export interface NamedAt extends Named {
  span: Span;
}

export interface ReadingParagraph {
  /** Built from the labels on the way down: `p5`, `p5.a`; unlabelled ones are `u1`, `u2` … */
  id: string;
  /** As printed (`5.`, `a.`), or supplied by position when missing in a lettered list (`labelSupplied`). `null` without numbering. */
  label: string | null;
  labelSupplied?: true;
  level: number;
  parent: string | null;
  text: string;
  span: Span;
}

export interface ReadingSession {
  kind: 'opening' | 'plenary' | 'tour-de-table' | 'break-out' | 'closing' | 'session';
  title: string;
  moderators: string[];
  goals: number[];
  paragraphs: string[];
}

export interface Statement {
  by: Named;
  /** The label path of its paragraph (`8`, `7.iii`), `null` without numbering. */
  paragraph: string | null;
  span: Span;
}

export const outcomeKinds = ['recommendation', 'decision', 'action-point', 'offer', 'request', 'announcement'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

export interface DateInterval {
  from: string;
  until: string;
  asWritten: string;
}

export interface ReadingOutcome {
  kind: OutcomeKind;
  /** Label path `5.a`, or `null`. */
  paragraph: string | null;
  /** The whole sentence or list entry. */
  text: string;
  span: Span;
  by: Named[];
  to: Named[];
  goals: number[];
  when: DateInterval | null;
  /** Dotted name of the rule that found it, `offer.ready-to`. */
  rule: string;
  /** 0 to 1. */
  confidence: number;
}

export interface Reference {
  kind: 'paragraph' | 'meeting' | 'document';
  asWritten: string;
  /** The paragraph id it points to inside this report, else `null`. */
  target: string | null;
  span: Span;
}

export type Severity = 'error' | 'warning' | 'note';

export interface Finding {
  /** Dotted name of the rule, `attendance.count`. */
  code: string;
  severity: Severity;
  /** One sentence a drafter acts on. */
  message: string;
  span: Span;
}
