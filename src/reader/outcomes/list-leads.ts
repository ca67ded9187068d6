/** The lines that introduce lists, and what their entries are. */
import type { OutcomeKind } from '../reading.ts';

export interface LeadRule {
  name: string;
  kind: OutcomeKind;
  pattern: RegExp;
  confidence: number;
}

/** "Third: Recommendations", "Session 4 – Way forward". */
const NUMBERED = '(?:\\p{L}+(?:\\s\\d{1,2})?\\s?[:–—-]\\s)?';
const QUALIFIERS = "(?:[\\p{L}’'/&-]+\\s)";

/** Headings: under these, entries are what the heading says, unless a sentence speaks for itself. */
export const HEADINGS: readonly LeadRule[] = [
  {
    name: 'recommendation.heading-list',
    kind: 'recommendation',
    pattern: new RegExp(
      `^${NUMBERED}${QUALIFIERS}{0,5}(?:recommendations?|suggestions?|proposals?)(?:\\s(?:and|for|of|on|from|to|by|&)\\s[^.]{0,80}|\\s\\([^)]*\\))?\\W{0,3}$`,
      'iu',
    ),
    confidence: 0.84,
  },
  {
    name: 'action-point.heading-list',
    kind: 'action-point',
    pattern: new RegExp(
      `^${NUMBERED}${QUALIFIERS}{0,4}(?:action points?|actions?(?: items?| list)?|agreed actions?|next steps|way forward|the way ahead|way ahead|follow[- ]?up(?: actions?)?|commitments?|priority actions|future (?:actions|steps))(?:\\s(?:and|for|of|on|&)\\s[^.]{0,60})?\\W{0,3}$`,
      'iu',
    ),
    confidence: 0.82,
  },
  {
    name: 'decision.heading-list',
    kind: 'decision',
    pattern: new RegExp(
      `^${NUMBERED}${QUALIFIERS}{0,3}(?:approved|adopted|endorsed|agreed?|decided?|decisions?|resolutions?|resolved?|declare)(?:\\s(?:and|of|by|on|taken|adopted|at|as)\\s[^.]{0,60})?\\W{0,3}$`,
      'iu',
    ),
    confidence: 0.84,
  },
  {
    name: 'announcement.heading-line',
    kind: 'announcement',
    pattern:
      /^(?:dates? (?:and (?:place|venue) )?(?:of|for) )?(?:the )?(?:next|forthcoming|upcoming) (?:\p{L}+ ){0,2}(?:meetings?|sessions?|conference|forum|workshop|events?)\W{0,3}$/iu,
    confidence: 0.78,
  },
];

/** Sentences that end with a colon: what their last verb says. */
export const LEADS: readonly LeadRule[] = [
  {
    name: 'recommendation.list',
    kind: 'recommendation',
    pattern: /\b(?:recommend\w*|suggest\w*|propos(?:als?|ed|es|e)|advised)\b/i,
    confidence: 0.95,
  },
  {
    name: 'action-point.agreed-list',
    kind: 'action-point',
    pattern:
      /\bagreed:$|\b(?:agreed?(?: (?:to|on|that|upon|the following|as follows)|:)|(?:was|were) agreed(?= |:)|action points?|next steps|way forward|follow[- ]?up|commit(?:ted|s)?(?: themselves| ourselves)? to|undert(?:ook|ake)|pledged? to|will (?:work|take|undertake|implement)|following (?:actions|commitments|measures|steps)|timetable|work ?plan|actions were)\b/i,
    confidence: 0.93,
  },
  {
    name: 'decision.list',
    kind: 'decision',
    pattern:
      /\b(?:decide[sd]?|adopt(?:s|ed)?|endorse[sd]?|approve[sd]?|accept(?:s|ed)?|resolve[sd]?|decisions?|agree)\b/i,
    confidence: 0.88,
  },
  {
    name: 'request.list',
    kind: 'request',
    pattern:
      /\b(?:urge[sd]?|call(?:s|ed)? (?:up)?on|invite[sd]?|request(?:s|ed)?|encourage[sd]?|ask(?:s|ed)?|task(?:s|ed)?|direct(?:s|ed)?|instruct(?:s|ed)?|appeal(?:s|ed)? to)\b/i,
    confidence: 0.86,
  },
  {
    name: 'offer.list',
    kind: 'offer',
    pattern: /\b(?:offer(?:s|ed)? to|(?:is|are) (?:ready|willing|prepared) to|plans? to)\b/i,
    confidence: 0.82,
  },
];

export const BREAK_OUT =
  /\b(?:break-?\s?out|working|discussion|parallel|regional|thematic)\s?(?:group|session|table|workshop)s?\b|\bround ?tables?\b|^table\s\w\b/i;

/** "… discussed the following topics:" introduces no outcomes. */
export const NOT_OUTCOMES =
  /\b(?:including|such as|namely|topics?|themes?|issues|areas|sessions?|agenda|questions?|challenges?|findings|presentations?|discussed|addressed|focus(?:ed|sing)?|objectives? (?:of|was|were)|participants? (?:were|from)|attended|noted|welcomed|heard|reviewed|considered|intended to|aims?|observations|raised|documents?|tasks? (?:was|were|given)|deferred|purposes?|(?:also|were|was) present)\b[^.;]{0,60}:$/i;
export const CALLED =
  /(?:suggestions|recommendations|proposals|actions?|action points|steps|measures|decisions|commitments|projects)\b[^.;]{0,60}:$/i;
