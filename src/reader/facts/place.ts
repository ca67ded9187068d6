/** Where the meeting was held: town and country as written. */
import type { Para } from '../structure/document.ts';
import { arabicPlace } from './arabic-place.ts';
import { findParty } from '../lexicon/lookup.ts';
import { findDates } from './dates.ts';
import type { FoundDate } from './dates.ts';

const NAME =
  "\\p{Lu}[\\p{L}\\p{M}'’.-]*(?:\\s(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|de|da|do|del|la|le|of|and|the|es|ar|al)){0,4}";
const PLACE = `${NAME}(?:,\\s(?:the\\s)?${NAME}){0,3}`;
const ONLINE =
  /^(?:on-?line|virtual(?:ly)?|video\w*|hybrid|zoom|webex|(?:microsoft |ms )?teams|webinar|tele-?conference)\b/i;
const NO_PLACE =
  /\b(?:meeting|conference|session|summit|forum|report|summary|process|communiqu|statement|committee|council|group|dialogue|minutes|conclusions|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|ministers|leaders|draft|final|agenda|item|annex|date|dates|chair|workshop|rapporteurs|network|forum|talks|retreat|lunch|board|seminar|plenary|consultations?|united nations|secretariat|day)\b/i;

/** The place, or `null` when only "Online" or nothing is printed. */
export function placeIn(front: readonly Para[], main: readonly Para[], date: FoundDate | null): string | null {
  const told = toldPlace(main.slice(0, 2), date);
  const printed = beforeDate(front, date) ?? beforeDate(front, null);
  const town = told ?? printed;
  return (
    labelledPlace(front) ??
    [printed, aloneBesideDate(front)].find((line) => line?.includes(',') && told?.endsWith(`, ${line}`)) ??
    town ??
    toldPlace(main, date) ??
    dateline(main) ??
    datedLine(main) ??
    aloneBesideDate(front) ??
    toldInTitle(front) ??
    arabicPlace(front)
  );
}

/** `shouted`: a dateline prints the town in capitals; elsewhere a short word in capitals is an acronym. */
function tidyPlace(raw: string, shouted = false): string | null {
  let text = raw
    .trim()
    .replace(/\s+(?:and|or|as well as|&|\/)\s+(?:on-?line|virtual(?:ly)?|via\s|by video)\b.*$/i, '')
    .replace(/\s*\((?:hybrid|on-?line|virtual)[^)]*\)?$/i, '');
  text = text
    .replace(/^(?:held\s)?(?:in|at|venue:|place:|location:)\s+/i, '')
    .replace(/^the\s(?=city\b)/i, '')
    .replace(/^city of\s/i, '')
    .replace(/\s(?:and|or|of|the)$/, '')
    .replace(/[\s,;:.–—-]+$/, '')
    .replace(/^[\s,;:–—(-]+/, '');
  const parts = text.split(/,\s*/);
  while (parts.length > 1 && NO_PLACE.test(parts.at(-1) ?? '')) parts.pop();
  text = parts.join(', ');
  if (/[’']s$/.test(text)) return null;
  if (/^(?:[A-Z]{2,7}|[IVXLC]+\s[A-Z]+|(?:UN |United Nations )?Headquarters)$/.test(text) && !shouted) return null;
  if (text === '' || ONLINE.test(text) || text.length > 80 || !/^\p{Lu}/u.test(text) || NO_PLACE.test(text))
    return null;
  return text;
}

/** "Location: Ohrid, North Macedonia and online". */
function labelledPlace(front: readonly Para[]): string | null {
  for (const p of front) {
    const m = /^(?:location|venue|place|where)\s?[:–-]\s?(.{2,120})$/i.exec(p.text);
    const place = m ? tidyPlace(withoutVenue((m[1] ?? '').split(/[;|]/)[0] ?? '')) : null;
    if (place) return place;
  }
  return null;
}

/** "Sucre – Bolivia, ". */
const TOWN_DASH_COUNTRY = /^(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?)\s[–—-]\s(\p{Lu}[\p{L}\s]{2,40}?)(?=[\s,;:]*$)/u;

/** "Antalya, 15 December 2016"; "(Bali, Indonesia, 3-5 May 2010)"; "9 October 2019, Skopje". */
function beforeDate(front: readonly Para[], meeting: FoundDate | null): string | null {
  for (const p of front) {
    if (p.text.length > 260 || /\b(?:published|posted|updated|issued)\b/i.test(p.text)) continue;
    for (const d of findDates(p.text)) {
      if (d.precision === 'year' || (meeting !== null && d.asWritten !== meeting.asWritten)) continue;
      const before = p.text
        .slice(0, d.start)
        .replace(/(?:on|from|held)\s*$/i, '')
        .replace(/\s\((\p{Lu}[^()\d]{2,40})\)(?=[\s,;:–-]*$)/u, (bracket, country: string) =>
          ONLINE.test(country) ? bracket : `, ${country}`,
        )
        .replace(TOWN_DASH_COUNTRY, (line, town: string, country: string) =>
          findParty(country)?.kind === 'state' ? `${town}, ${country}` : line,
        )
        .replace(
          /\s*\(?(?:(?:and|or|as well as|&|\/|\+)\s)?(?:on-?line|virtual(?:ly)?|hybrid(?: format| mode)?|via (?:\w+ ?){1,2}|zoom|webex)\)?[\s,|–—-]*$/i,
          ' ',
        );
      const after = p.text.slice(d.end);
      const near = new RegExp(`(?:^|[(:;.|–—-]\\s*|\\bin\\s|\\bat\\s|\\s)(${PLACE})[\\s,;:–—|(-]*$`, 'u').exec(
        before.slice(-120),
      );
      const lead = near ? before.slice(-120).slice(0, near.index + near[0].indexOf(near[1] ?? '')) : '';
      const place = near ? tidyPlace(withoutVenue(lastParts(near[1] ?? '', lead))) : null;
      if (place) return place;
      const next = new RegExp(`^[\\s,;:–—|)(-]+(?:in\\s|at\\s)?(${PLACE})`, 'u').exec(after);
      const follow = next ? tidyPlace(withoutVenue(next[1] ?? '')) : null;
      if (follow) return follow;
    }
  }
  return null;
}

/** Of "Senior Officials, Suva, Fiji" only what is a place. */
function lastParts(text: string, lead: string): string {
  const shouted = text === text.toUpperCase() ? text.replace(/^.*\s(?:IN|AT)\s(?:THE\s)?/, '') : text;
  const parts = shouted.split(/,\s*/);
  while (parts.length > 1 && NO_PLACE.test(parts[0] ?? '')) parts.shift();
  if (parts.length > 1 && /\b(?!in|at)\p{Ll}+\s$/u.test(lead)) parts.shift();
  return parts.slice(-3).join(', ');
}

/** "since the Fourth Meeting held in Dhaka in November 1999". */
function isOfOtherTime(text: string, meeting: FoundDate): boolean {
  const dates = findDates(text).filter((d) => d.precision !== 'year');
  return dates.length > 0 && dates.every((d) => d.until < meeting.from || d.from > meeting.until);
}

/** "was held in Nadi, Fiji, on …", "met in Suva". */
function toldPlace(main: readonly Para[], meeting: FoundDate | null): string | null {
  for (const p of main.slice(0, 6))
    for (const s of p.sentences) {
      if (/\b(?:next|previous|last|recalling|recalled|will be|would be|to be|previously|upcoming)\b/i.test(s.text))
        continue;
      const verb = HELD.exec(s.text);
      if (!verb || (meeting !== null && isOfOtherTime(s.text, meeting))) continue;
      const found = [...s.text.slice(verb.index).matchAll(IN_PLACE)]
        .map((m) => ({ at: verb.index + m.index, place: m.index > 260 ? null : tidyPlace(withoutVenue(m[1] ?? '')) }))
        .filter((m) => m.place !== null);
      const day = findDates(s.text).find((d) => d.precision === 'day');
      const near = day ? found.filter((m) => m.at < day.start).at(-1) : undefined;
      const place = (near ?? found[0])?.place;
      if (place) return place;
    }
  return null;
}

const HELD =
  /\b(?:held|met|came together|meeting in|convened|concluded|opened|began|took place|gathered|co-hosted|hosted|conducted|organi[sz]ed|assembled|ended|closed|to hold the)\b/i;
const IN_PLACE = new RegExp(
  `\\s(?:in|at)\\s(?:the\\s(?:city|cities|town|capital|island)\\s(?:of\\s)?)?(${PLACE})`,
  'gu',
);

/** "the Grand Hotel, Suva, Fiji" is in Suva. */
function withoutVenue(text: string): string {
  const parts = text.split(/,\s*(?:the\s)?/);
  while (
    parts.length > 1 &&
    /\b(?:hotel|centre|center|house|palace|hall|headquarters|office|building|resort|university|ministry|embassy|parliament|room|club)\b/i.test(
      parts[0] ?? '',
    )
  )
    parts.shift();
  return parts.slice(0, 3).join(', ');
}

/** "ABU DHABI, 17 January 2017 – The …": a dateline with its day. */
function datedLine(main: readonly Para[]): string | null {
  const text = main[0]?.text ?? '';
  const day = findDates(text.slice(0, 80)).find((d) => d.precision === 'day' && d.start < 50);
  const m = day ? new RegExp(`^(${PLACE})[\\s,]*$`, 'u').exec(text.slice(0, day.start)) : null;
  return m ? tidyPlace(m[1] ?? '', true) : null;
}

/** "Skopje, North Macedonia: Given the …". */
function dateline(main: readonly Para[]): string | null {
  const m = new RegExp(`^(${PLACE})\\s?(?:\\([^)]{0,40}\\)\\s?)?(?::|–|—|-{1,2})\\s`, 'u').exec(main[0]?.text ?? '');
  return m && (m[1] ?? '').length < 50 ? tidyPlace(m[1] ?? '') : null;
}

/** A line of its own that is nothing but a place, next to a line that is nothing but a date. */
function aloneBesideDate(front: readonly Para[]): string | null {
  for (const [i, p] of front.entries()) {
    if (!findDates(p.text).some((d) => d.precision === 'day' && d.end - d.start > p.text.length - 14)) continue;
    for (const other of [front[i - 1], front[i + 1]]) {
      const m = other
        ? new RegExp(
            `^\\(?(${PLACE})(?:\\s(?:and|or|&|/)\\s(?:on-?line|virtual(?:ly)?).*|\\s\\((?:hybrid|on-?line|virtual)[^)]*\\))?\\)?$`,
            'u',
          ).exec(other.text.trim())
        : null;
      const place = m ? tidyPlace(m[1] ?? '') : null;
      if (place) return place;
    }
  }
  return null;
}

function toldInTitle(front: readonly Para[]): string | null {
  for (const p of front) {
    const m = new RegExp(`\\b(?:held|meeting|conference|hosted)\\s(?:in|at)\\s(${PLACE})$`, 'u').exec(p.text);
    const place = m ? tidyPlace(m[1] ?? '') : null;
    if (place) return place;
  }
  return null;
}
