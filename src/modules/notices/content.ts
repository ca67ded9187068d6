import type { NoticeKind } from './kinds.ts';

/** The sentences there are; some kinds have several. */
export const sentences = [
  'asked',
  'update-asked',
  'claim-waiting',
  'claim-confirmed',
  'claim-returned',
  'due',
  'overdue',
  'silence',
  'meeting-date',
  'meeting-invited',
  'meeting-changed',
  'meeting-withdrawn',
  'meeting-cancelled',
  'meeting-answer',
  'meeting-answer-late',
  'plan-call',
  'plan-deadline',
  'plan-late',
  'comment-round',
  'plan-endorsed',
  'draft-circulated',
  'draft-silence',
  'draft-broken',
  'draft-adopted',
  'report-checked',
  'report-published',
  'tie',
] as const;
export type Sentence = (typeof sentences)[number];

/** What a notice about a meeting brings along for calendars, as its person gets it. */
export interface ForCalendar {
  method: 'publish' | 'request' | 'cancel';
  uid: string;
  sequence: number;
  /** When it was changed last, ISO instant. */
  changed: string;
  title: string;
  /** First and last day, ISO. */
  from: string;
  until: string;
  place: string | null;
}

/** What there is to say of a notice, as its person may see it when the mail is sent. */
export interface Content {
  /** Id of the notice. */
  id: string;
  kind: NoticeKind;
  sentence: Sentence;
  title: string;
  /** Whose it is; null where the sentence names nobody. */
  who: string | null;
  /** The day it is about: due, answer by, heard last, held; ISO. */
  day: string | null;
  /** Address without language. */
  path: string;
  /** Goes with a mail about this one thing; a digest brings nothing along. */
  calendar?: ForCalendar | null;
}
