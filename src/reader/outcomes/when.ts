/** By when, or when: the interval an outcome names. */
import type { DateInterval } from '../reading.ts';
import { findDates } from '../facts/dates.ts';
import { matchesOf } from '../matches.ts';

/** The most exact date in the text that is not before the meeting, one after it first; `null` when none is named. */
export function whenOf(text: string, meetingEnd: string | null): DateInterval | null {
  const dates = findDates(text).filter(
    (d) => (meetingEnd === null || d.until >= meetingEnd) && !isName(text, d.start, d.end),
  );
  const order = { day: 0, month: 1, part: 1, year: 2 } as const;
  const after = (d: { until: string }) => (meetingEnd === null || d.until > meetingEnd ? 0 : 1);
  const best = [...dates].sort(
    (a, b) => after(a) - after(b) || order[a.precision] - order[b.precision] || a.start - b.start,
  )[0];
  return best ? { from: best.from, until: best.until, asWritten: best.asWritten } : null;
}

/** "Agenda 2030" and "Vision 2050" are names, not dates. */
function isName(text: string, start: number, end: number): boolean {
  return (
    /(?:Agenda|Vision|Strategy|Goals?|Convention|Plan|Framework|Declaration|Protocol|resolution|No\.?)\s$/i.test(
      text.slice(0, start),
    ) || /^\s(?:Agenda|Strategy|Vision|Convention|Declaration|Framework|Protocol|Report)\b/.test(text.slice(end))
  );
}

/** Where one report of what was said ends and the next begins: "would host a workshop in May and invited all to come". */
const NEXT_VERB =
  /(?:;\s|,?\s(?:and|but|while)\s)(?=(?:has |have |had |also |further )*(?:invited|asked|requested|urged|called (?:up)?on|offered|announced|proposed|suggested|recommended|encouraged|agreed|decided|adopted|endorsed|approved|tasked|stated|informed)\b)/gi;

/** When what the verb at `index` says is to be: by a date in its own part of the sentence, else by one elsewhere in it. */
export function whenAt(masked: string, index: number, text: string, meetingEnd: string | null): DateInterval | null {
  const cuts = matchesOf(NEXT_VERB, masked).map((m) => m.index + m[0].length);
  if (cuts.length === 0) return whenOf(text, meetingEnd);
  const from = cuts.findLast((cut) => cut <= index) ?? 0;
  const until = cuts.find((cut) => cut > index) ?? masked.length;
  return whenOf(masked.slice(from, until), meetingEnd) ?? whenOf(text, meetingEnd);
}
