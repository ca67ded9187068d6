/** What kind of meeting, when and where: title, dates, place, mode, rule. */
import type { MeetingFacts } from '../reading.ts';
import type { Doc, Para, Sentence } from '../structure/document.ts';
import { findDates } from './dates.ts';
import type { FoundDate } from './dates.ts';
import { placeIn } from './place.ts';
import { titleOf } from './title.ts';

/** Reads the facts from the lines before the text and from the first paragraphs. */
export function readMeeting(doc: Doc): MeetingFacts {
  const main = doc.paras.filter((p) => p.zone === 'main').slice(0, 14);
  const front = [...doc.paras.filter((p) => p.zone === 'front'), ...datelinePara(main)];
  const header = headerDate(front);
  const dateline = main[0] ? findDates(main[0].text.slice(0, 80)).find((d) => d.precision === 'day') : undefined;
  const told =
    toldDate(main, (header ?? dateline)?.from.slice(0, 4) ?? null) ?? (header === null ? looseDate(main) : null);
  const date = withRange(withDuration(chooseDate(header, told), main), main);
  const place = placeIn(front, main, date);
  const mode = modeOf(front, main, place);
  const rule = doc.paras.some((p) => /\bchatham\s+house\b/i.test(p.text)) ? 'chatham-house' : null;
  return {
    title: titleOf(front, main),
    startDate: date?.from ?? null,
    endDate: date?.until ?? null,
    place,
    mode,
    rule,
  };
}

/** "Bangkok and via Teams, 2 February 2022." before the first sentence is a line of its own. */
function datelinePara(main: readonly Para[]): Para[] {
  const first = main[0];
  const line = first?.sentences[0];
  if (!first || !line || line.text.length > 110 || first.sentences.length < 2 || NOT_MEETING.test(line.text)) return [];
  const day = findDates(line.text).some((d) => d.precision === 'day');
  return day && !/\b(?:was|were|is|are|held|took|met|opened|gathered)\b/i.test(line.text)
    ? [{ ...first, text: line.text, start: line.start, end: line.end, sentences: [line] }]
    : [];
}

interface Placed extends FoundDate {
  para: Para;
}

const NOT_MEETING =
  /\b(?:publi[sc]\w*|posted|updated|press release|issued|modified|created|released|uploaded|printed|accessed|version|draft of|adopted|retrieved|date of issue|distr)\b/i;
const HELD =
  /\b(?:held|took place|taken place|takes place|met|came together|meeting|convened|conven\w+|gathered|assembled|hosted|organi[sz]ed|arranged|conducted|opened|began|concluded|attended|participated|brought together|session|conference|forum|summit|workshop)\b/i;
const EARLIER =
  /\b(?:previous|last|earlier|preceding|recall(?:ing|ed|s)?|following up|since|next|upcoming|forthcoming|(?:will|would) (?:\w+ly )?(?:be|take|host|hold|meet|convene)|to be held|scheduled|adopted (?:on|in|at)|signed|entered into force)\b/i;

function daysIn(para: Para, text: string, offset: number): Placed[] {
  return findDates(text)
    .filter((d) => d.precision === 'day')
    .map((d) => ({ ...d, start: d.start + offset, end: d.end + offset, para }));
}

function headerDate(front: readonly Para[]): Placed | null {
  const dates = front
    .filter((p) => p.text.length < 300 && !NOT_MEETING.test(p.text))
    .flatMap((p) => daysIn(p, p.text, p.start));
  return dates.find((d) => d.until > d.from) ?? dates[0] ?? null;
}

const NO_YEAR =
  /(\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December))\b(?!,?\s{0,2}(?:of\s)?\d{4})/gi;

/** "took place on 24 and 25 May": the year of the dateline. Its place in the text is that of the sentence. */
function withYear(para: Para, s: Sentence, year: string | null): Placed[] {
  if (year === null || !NO_YEAR.test(s.text)) return [];
  return daysIn(para, s.text.replace(NO_YEAR, `$1 ${year}`), s.start);
}

/** A date in the running text that is said of this meeting. */
function toldDate(main: readonly Para[], year: string | null): Placed | null {
  for (const para of main)
    for (const s of para.sentences) {
      if (
        !/\b(?:held|took place|met|came together|convened|gathered|arranged|organi[sz]ed|hosted|conducted|assembled|concluded|opened|began|co-hosted)\b|\b(?:meeting|conference|session|assembly|forum|summit|workshop) \(\d/i.test(
          s.text,
        ) ||
        EARLIER.test(s.text)
      )
        continue;
      const days = [
        ...daysIn(para, s.text, s.start),
        ...(para === main[0] || para === main[1] ? withYear(para, s, year) : []),
      ];
      const found = days.find((d) => isOfMeeting(s, d)) ?? days.find((d) => isDateline(s, d));
      if (found) return found;
    }
  return null;
}

/** "COLOMBO, 24 January 2017 – Ministers concluded …": the day of the news, and of the meeting unless the sentence names another. */
const isDateline = (s: Sentence, { start, end }: Placed): boolean =>
  /^\p{Lu}[\p{L}\s,’'-]{2,40},\s$/u.test(s.text.slice(0, start - s.start)) &&
  /^\s?[–—-]/.test(s.text.slice(end - s.start));

function isOfMeeting(s: Sentence, date: Placed): boolean {
  const before = s.text.slice(0, date.start - s.start);
  const verb =
    /\b(?:held|took place|met|came together|convened|gathered|arranged|organi[sz]ed|hosted|conducted|assembled|concluded|opened|began|co-hosted)\b/gi;
  const last = [...before.matchAll(verb)].at(-1);
  if (/\b(?:meeting|conference|session|assembly|forum|summit|workshop) \($/i.test(before)) return true;
  if (last) return before.length - last.index < 220;
  return /(?:^|[:–—]\s)(?:on|from|between|in)\s(?:the\s)?$/i.test(before) && verb.test(s.text);
}

function looseDate(main: readonly Para[]): Placed | null {
  for (const para of main.slice(0, 6))
    for (const s of para.sentences)
      if (HELD.test(s.text) && !EARLIER.test(s.text)) for (const d of daysIn(para, s.text, s.start)) return d;
  return null;
}

/** The running text wins over the page header. */
function chooseDate(header: Placed | null, told: Placed | null): Placed | null {
  if (!header || !told) return told ?? header;
  if (header.from === told.from && header.until === told.until) return told;
  const within = header.from <= told.from && told.until <= header.until;
  if (within) return header;
  return told;
}

/** "The Committee opened its session on 8 April" in a report that also says "from 8 to 19 April": the range. */
function withRange(date: Placed | null, main: readonly Para[]): Placed | null {
  if (!date || date.until !== date.from) return date;
  for (const para of main.slice(0, 5))
    for (const s of para.sentences) {
      if (!HELD.test(s.text) || EARLIER.test(s.text)) continue;
      const range = daysIn(para, s.text, s.start).find((d) => d.from === date.from && d.until > d.from);
      if (range) return range;
    }
  return date;
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const DURATION: Record<string, number> = { two: 2, three: 3, four: 4, five: 5, '2': 2, '3': 3, '4': 4, '5': 5 };

/** "concluded a two-day meeting today", "which closed today": the day of the dateline is the last. */
const CLOSED_TODAY = /\b(?:conclud|end|clos|wrapp)ed (?:[\w-]+ ){0,7}today\b/i;

/** One start day and "three-day meeting": the end is computed. */
function withDuration(date: Placed | null, main: readonly Para[]): Placed | null {
  if (!date || date.until !== date.from) return date;
  for (const para of main.slice(0, 5)) {
    const m =
      /\b(two|three|four|five|[2-5])[- ]day(?:s|-long)?\s(?:\w+\s){0,3}(?:meeting|conference|consultations?|workshop|session|event|forum|seminar|summit|dialogue|retreat)\b/i.exec(
        para.text,
      );
    const days = m ? DURATION[(m[1] ?? '').toLowerCase()] : undefined;
    if (!m || days === undefined) continue;
    if (main.slice(0, 3).some((p) => CLOSED_TODAY.test(p.text)))
      return { ...date, from: dayAfter(date.from, 1 - days) };
    return { ...date, until: dayAfter(date.from, days - 1) };
  }
  return date;
}

const ONLINE =
  /\b(?:virtual(?:ly)?|on-?line|video-?\s?(?:tele)?conferenc\w*|tele-?conference|by video|(?:via )?(?:zoom|webex|(?:ms|microsoft) teams)|remotely|webinar|in the room or online)\b/i;
const HYBRID =
  /\bhybrid\b|\b(?:in|into) the room\b[^.]{0,80}\b(?:on-?line|remotely)\b|\b(?:in[- ]person|physical(?:ly)?)\b[^.;]{0,60}\b(?:on-?line|virtual(?:ly)?|remote(?:ly)?)\b|\b(?:on-?line|virtual(?:ly)?)\b[^.;]{0,40}\b(?:in[- ]person|physical(?:ly)?)\b/i;

/** Arabic text that speaks of a screen: how the meeting was held is not read from it, so nothing is said. */
const MAY_BE_ONLINE = /افتراضي|عن بُ?عد|عبر (?:ال[إا]نترنت|الفيديو|زوو?م)|الاتصال المرئي|مختلط|هجين/;

function modeOf(front: readonly Para[], main: readonly Para[], place: string | null): MeetingFacts['mode'] {
  const lines = front.map((p) => p.text);
  if (
    lines.some(
      (t) =>
        HYBRID.test(t) ||
        (ONLINE.test(t) &&
          /(?:\b(?:and|or|as well as|plus)\s|\s[/&]\s)(?:on-?line|virtual|via |by video|remote|zoom|webex|microsoft teams)/i.test(
            t,
          )),
    )
  )
    return 'hybrid';
  if (lines.some((t) => ONLINE.test(t) && t.length < 160)) return 'online';
  for (const para of main.slice(0, 10))
    for (const s of para.sentences) {
      if (!isAboutThisMeeting(s.text)) continue;
      if (HYBRID.test(s.text)) return 'hybrid';
      if (ONLINE.test(s.text))
        return place !== null && /\b(?:and|or|as well as)\s(?:on-?line|virtual|via |by video|remote)/i.test(s.text)
          ? 'hybrid'
          : 'online';
    }
  if (place === null || [...front, ...main].some(({ text }) => MAY_BE_ONLINE.test(text))) return null;
  return 'in-person';
}

const isAboutThisMeeting = (text: string): boolean =>
  (/\bin the room\b[^.]{0,80}\b(?:on-?line|remotely)\b/i.test(text) ||
    /\b(?:held|convened|took place|met|meeting was|conducted|organi[sz]ed|hosted|gathered)\b[^.;]{0,120}\b(?:virtual|on-?line|video|tele-?conf|remote|hybrid|in[- ]person|via\b)/i.test(
      text,
    ) ||
    /\b(?:virtual|online|hybrid)\s(?:\w+\s){0,3}(?:meeting|conference|session|forum|summit|workshop|consultations?)\s(?:was|took|gathered|brought|of|on)\b/i.test(
      text,
    ) ||
    /\bmet\s(?:virtually|online)\b|\bin (?:a )?hybrid (?:format|mode|setting)\b|\b(?:conceived|organi[sz]ed|designed|planned|run) as a hybrid\b|\bheld (?:its|their) (?:[\w-]+ ){0,3}hybrid meeting\b|\bin (?:a )?virtual (?:format|mode|setting)\b/i.test(
      text,
    )) &&
  !/\b(?:virtual|online) meetings\b|\b(?:be|will|would|should) (?:\w+ )?(?:held|organi[sz]ed|conducted|hosted)\b/i.test(
    text,
  );
