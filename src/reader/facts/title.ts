/** The name of the meeting as written: not the process, not the kind of document, not the date line. */
import type { Para } from '../structure/document.ts';
import { findDates } from './dates.ts';

const MEETING =
  /\b(?:meetings?|conference|forum|summit|session|workshop|seminar|consultations?|retreat|symposium|round ?table|assembly|committee|council|dialogue|working groups?|congress|colloquium|briefing)\b/i;
/** Headings of a report that speak of the meeting and do not name it. */
const OF_REPORT =
  /^(?:agenda item|item \d|(?:opening|history|organi[sz]ation|adoption|closure|conduct) of|attendance|participation|introduction)\b/i;
const KIND =
  /^(?:(?:the|draft|final|joint|revised|provisional|short|executive|official|chair(?:man|person|s)?(?:['’]s|s['’])?|co-?chairs?['’]?s?|president(?:['’]s)?|forum|leaders['’]?|ministerial|outcome|concluding|summary)\s)*(?:report|summary|minutes|communiqu[eé]|conclusions?|statement|declaration|record|proceedings|recommendations|outcomes?|document|note|press release|summary\s?\/\s?conclusions|action points|agenda)(?:\s(?:and|&|\/)\s?\w+)?\W{0,3}$/i;

/** The title, white space collapsed; `null` when no line can be one. */
export function titleOf(front: readonly Para[], main: readonly Para[]): string | null {
  const lines = front.filter(
    (p) =>
      p.text.length >= 6 && p.text.length <= 260 && !KIND.test(p.text) && !isDateLine(p.text) && p.kind !== 'table-row',
  );
  const named = lines.filter((p) => MEETING.test(p.text) && !OF_REPORT.test(p.text));
  const best = [...named].sort((a, b) => score(b) - score(a))[0];
  if (best) return clean(wholeTitle(best, front));
  const told =
    main[0] &&
    /\b(?:[Tt]he|A)\s((?:\p{Lu}[\p{L}\p{N}-]*|of|the|on|and|for|in|\d+(?:st|nd|rd|th))(?:\s(?:\p{Lu}[\p{L}\p{N}()'’-]*|of|the|on|and|for|in|to)){1,14})\s(?:was|gathered|met|brought|took|were|convened)\b/u.exec(
      main[0].text,
    );
  if (told?.[1] && MEETING.test(told[1])) return clean(told[1]);
  return lines[0] ? clean(lines[0].text) : null;
}

/** A title set over several lines: one that ends in "and", "of", "the" … goes on in the next. */
function wholeTitle(first: Para, front: readonly Para[]): string {
  let text = first.text;
  for (const next of front.slice(front.indexOf(first) + 1)) {
    if (!/\b(?:and|or|of|on|in|for|with|to|the|from|between|by|&)$/i.test(text) || isDateLine(next.text)) break;
    text = `${text} ${next.text}`;
  }
  return text;
}

function score(p: Para): number {
  const words = p.text.split(/\s+/).length;
  return (
    (/\b(?:meeting|conference|summit|session|workshop|consultations?|retreat|forum)\b/i.test(p.text) ? 4 : 0) +
    (words >= 4 ? 2 : 0) +
    (words > 30 ? -3 : 0) +
    (beginsWithDateline(p.text) ? -8 : 0) +
    (/^(?:\W|report|summary|minutes|communiqu)/i.test(p.text) ? -1 : 0)
  );
}

const isDateLine = (text: string): boolean =>
  findDates(text).some((d) => d.precision === 'day' && d.end - d.start > text.length * 0.35);

/** `Istanbul, 16–17 April 2024` and then something else: a line below the title that happens to speak of the session. */
const beginsWithDateline = (text: string): boolean =>
  findDates(text).some(({ precision, start }) => {
    const before = text.slice(0, start);
    return precision === 'day' && /^(?:\p{Lu}[\p{L}'’-]*[\s,]*){0,4}$/u.test(before) && !MEETING.test(before);
  });

const clean = (text: string): string =>
  text
    .replace(
      /^(?:(?:draft|final|summary)\s)*(?:report|summary|minutes|communiqu[eé]|conclusions|chair['’]s summary|statement|record)\s(?:of|from|on)\s(?:the\s)?/i,
      '',
    )
    .replace(
      /^(?:joint\s)?(?:communiqu[eé]|declaration|statement|report)\s(?:adopted|issued)\s(?:at|by|on)\s(?:the\s)?(?:conclusion of\s(?:the\s)?)?/i,
      '',
    )
    .replace(/,\sheld\s(?:in|at|on|from|online|virtually)\b.*$/i, '')
    .replace(/\s*\([^()]{0,60}\d{4}[^()]{0,40}\)$/, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s*:–-]+$/, '')
    .trim();
