import type { Finding, Reading } from '../reading.ts';
import { acronymTwice, acronymUnexplained, acronymUnlikeRegister } from './rules/acronyms.ts';
import {
  attendanceCount,
  attendanceDuplicate,
  attendanceNamed,
  attendanceOrder,
  partyUnknown,
  speakerNamed,
  speakerNotListed,
} from './rules/attendance.ts';
import { headerDate, impossibleDate, noDate, noTitle, placeMode, rangeOrder, weekday } from './rules/dates.ts';
import { namePeriod, twoNames } from './rules/names.ts';
import { outcomeNoDate, outcomeNoOwner, outcomeRepeated, promisePast, vagueVerb } from './rules/outcomes.ts';
import { danglingReference, referenceDirection, selfReference } from './rules/references.ts';
import { doubledWord, footnoteMark, longSentence, noStructure, numberWord, unbalanced } from './rules/text.ts';
import { findingsOf, type LintRule } from './rule.ts';

/** The catalogue of the text check, in the order a drafter meets them: who, when and where, what, how it is written. */
export const rules: readonly LintRule[] = [
  attendanceCount,
  attendanceDuplicate,
  attendanceOrder,
  partyUnknown,
  speakerNotListed,
  speakerNamed,
  attendanceNamed,
  noTitle,
  noDate,
  weekday,
  impossibleDate,
  rangeOrder,
  headerDate,
  placeMode,
  namePeriod,
  twoNames,
  acronymTwice,
  acronymUnlikeRegister,
  acronymUnexplained,
  outcomeNoOwner,
  outcomeNoDate,
  vagueVerb,
  outcomeRepeated,
  promisePast,
  danglingReference,
  selfReference,
  referenceDirection,
  numberWord,
  doubledWord,
  unbalanced,
  longSentence,
  footnoteMark,
  noStructure,
];

/** Runs every rule on a finished reading. Findings come in the order of the text. */
export function lint(reading: Omit<Reading, 'findings'>): Finding[] {
  const context = { reading, asOf: reading.meeting.endDate ?? reading.meeting.startDate };
  return rules
    .flatMap((rule) => findingsOf(rule, context))
    .sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}
