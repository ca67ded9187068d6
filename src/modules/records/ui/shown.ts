import type { OutcomeKind, Severity } from '../../../reader/reading.ts';
import type { OutcomeState } from '../outcome.ts';

// What the pages of this module show: plain data, already what this person may see, in the language of the page.

export interface ShownParty {
  /** Key of the party, `null` when the register does not know the name. */
  party: string | null;
  /** The name to print: as of the report's date. */
  name: string;
  asWritten: string;
}

export interface ShownInterval {
  from: string;
  until: string;
  asWritten: string;
}

export interface ShownOutcome {
  id: string;
  /** Counts up with every change; goes back with a form so that nobody overwrites what they did not see. */
  revision: number;
  kind: OutcomeKind;
  state: OutcomeState;
  /** `[start, end)` in the text of the shown version. */
  start: number;
  end: number;
  text: string;
  /** Label path `5.a`. */
  paragraph: string | null;
  by: ShownParty[];
  to: ShownParty[];
  goals: number[];
  when: ShownInterval | null;
  /** Rule of the reader, `null` when a person added it. */
  rule: string | null;
  confidence: number | null;
}

export interface ShownFinding {
  id: string;
  code: string;
  severity: Severity;
  message: string;
  start: number;
  end: number;
}

export interface ShownParagraph {
  id: string;
  /** Permanent number within the report, for `#p12`; none before it is adopted. */
  number?: number;
  label: string | null;
  /** True when the report printed no label here and it was supplied by position. */
  labelSupplied: boolean;
  level: number;
  /** First character of `text` in the text of the version. */
  start: number;
  text: string;
}

/** A place where the text points elsewhere; `target` is the id of a paragraph of the same report. */
export interface ShownReference {
  target: string | null;
  start: number;
  end: number;
}
