/** Who holds an office, as the report itself says: "Turkey as Chair", "the Hungarian Co-Chair", "chaired by Fiji". */
import { matchesOf } from '../matches.ts';
import type { Mention } from './mentions.ts';
import { mentionAt, PARTY } from './view.ts';
import type { View } from './view.ts';

export interface Holder {
  party: string | null;
  asWritten: string;
}
/** Role (`chair`, `co-chair`, `secretariat` …) → holders. Empty when the report does not say. */
export type Offices = Map<string, Holder[]>;

const OF_A_PART =
  /^\s?(?:of|for)\s(?:the\s)?(?:[^,;.]{0,60}\s)?(?:⟦S\d+⟧|working groups?|groups?|committee|sub-?committee|session|regional|panel|task)/i;

const IN_OFFICE = new RegExp(
  `(${PARTY}),? (?:as|in (?:its|his|her|their) capacity as|acting as|serving as|representing) (?:the )?(${PARTY})`,
  'g',
);
const APPOSITION = new RegExp(
  `(${PARTY})(?: of (?:the )?[^,;.⟦]{0,60}(?:${'⟦M\\d+⟧'})?)?, (?:the )?(${PARTY})(?=[;,. ])`,
  'g',
);
const IN_BRACKETS = new RegExp(`(${PARTY})[^;()⟦]{0,60}\\((${PARTY})\\)`, 'g');
const CHAIRED_BY = new RegExp(`\\b(co-)?chaired (?:jointly )?by ((?:[^.;⟦]{0,160}${PARTY}){1,3})`, 'gi');
const EACH_PARTY = new RegExp(PARTY, 'g');
const UNDER = new RegExp(`under the (?:chairmanship|chairpersonship|presidency) of (?:[^.;⟦]{0,120})(${PARTY})`, 'gi');
const PRESIDED = new RegExp(`(${PARTY}) (?:chaired|presided over|took the chair)`, 'g');
const HOSTED_BY = new RegExp(`\\b(?:hosted|organi[sz]ed) by (?:the )?(?:[^.;,⟦]{0,60})(${PARTY})`, 'gi');
/** Each of the last four holds one of these. */
const VERB = /\bchair|\bpresid|took the chair|\bhosted by|\borgani[sz]ed by/i;

/** Learns from every sentence; the first clear statement wins. */
export function learnOffices(views: readonly View[]): Offices {
  const offices: Offices = new Map();
  const learn = (role: string | null, holders: (Holder | null)[]): void => {
    const found = holders.filter((h) => h !== null);
    if (role !== null && found.length > 0 && !offices.has(role)) offices.set(role, found);
  };
  for (const view of views) {
    if (view.mentions.some(isOffice)) {
      for (const m of view.mentions) if (isOffice(m) && m.party !== null) learn(m.role, [holderOf(m)]);
      learnBeside(view, learn);
    }
    if (VERB.test(view.masked)) learnFromVerb(view, learn);
  }
  return offices;
}

type Learn = (role: string | null, holders: (Holder | null)[]) => void;

/** The office is named beside its holder. */
function learnBeside(view: View, learn: Learn): void {
  const { masked } = view;
  for (const m of matchesOf(IN_OFFICE, masked)) {
    const rest = masked.slice(m.index + m[0].length);
    if (!OF_A_PART.test(rest)) learn(roleAt(view, m[2]), [known(view, m[1])]);
  }
  for (const m of matchesOf(APPOSITION, masked)) {
    const between = m[0].slice((m[1] ?? '').length);
    if (!OF_A_PART.test(between)) learn(roleAt(view, m[1]), [known(view, m[2])]);
  }
  for (const m of matchesOf(IN_BRACKETS, masked)) learn(roleAt(view, m[1]), [known(view, m[2])]);
}

/** A verb tells who holds the office. */
function learnFromVerb(view: View, learn: Learn): void {
  const { masked } = view;
  for (const m of masked.matchAll(CHAIRED_BY)) {
    if (/session|group|panel|round ?table|segment/i.test(masked.slice(Math.max(0, m.index - 70), m.index))) continue;
    const marks = [...(m[2] ?? '').matchAll(EACH_PARTY)].map((x) => known(view, x[0])).filter((h) => h !== null);
    const joint = m[1] !== undefined || /\band\b/.test(m[2] ?? '');
    learn(joint ? 'co-chair' : 'chair', joint ? marks : marks.slice(0, 1));
  }
  for (const m of masked.matchAll(UNDER)) learn('chair', [known(view, m[1])]);
  for (const m of masked.matchAll(PRESIDED)) learn('chair', [known(view, m[1])]);
  for (const m of masked.matchAll(HOSTED_BY)) learn('host', [known(view, m[1])]);
}

function roleAt(view: View, mark: string | undefined): string | null {
  const mention = mentionAt(view, mark ?? '');
  return mention?.kind === 'office' ? mention.role : null;
}

function known(view: View, mark: string | undefined): Holder | null {
  const mention = mentionAt(view, mark ?? '');
  return mention && mention.party !== null && mention.kind !== 'office' ? holderOf(mention) : null;
}

const isOffice = (m: Mention): boolean => m.kind === 'office';
const holderOf = (m: Mention): Holder => ({ party: m.party, asWritten: m.text });
