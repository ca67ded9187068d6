/**
 * Dates as reports print them → intervals of days. Day, month and year in any usual order, ranges over days, months and
 * years, and the vaguer spans a promise uses ("the second half of 2022", "early 2017", "end of February").
 */
import { matchesOf } from '../matches.ts';
import { sieveOf } from '../sieve/sieve.ts';
import { ARABIC_FORMS, isArabic, westernFigures } from './arabic-dates.ts';
import type { ArabicDate } from './arabic-dates.ts';

export interface FoundDate {
  from: string;
  until: string;
  asWritten: string;
  start: number;
  end: number;
  /** `day`: exact; `month`, `part`: a span; `year`: only a year. */
  precision: 'day' | 'month' | 'part' | 'year';
  /** Weekday printed before the first day, 0 = Sunday. */
  weekday: number | null;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const M = `(${MONTH})\\b\\.?`;
const D = '(\\d{1,2})(?:\\s?(?:st|nd|rd|th))?(?!\\d)';
const Y = '(\\d{4})(?!\\d)';
const TO = '\\s{0,2}(?:-{1,3}|–|—|‐|−|to|until|through|till|and|&|/)\\s{0,2}(?:the\\s)?';
const WD = `(?:(${DAYS.join('|')}|sun|mon|tue|tues|wed|thu|thur|thurs|fri|sat)\\.?,?\\s{1,2}(?:the\\s)?)?`;
const OF = '(?:\\s(?:day\\s)?of)?\\s{0,2},?\\s{0,2}';
const SP = '[\\s,]{0,3}';

interface Form {
  pattern: RegExp;
  read: (g: (string | undefined)[]) => Omit<FoundDate, 'asWritten' | 'start' | 'end'> | null;
}

const month = (name: string | undefined): number =>
  MONTHS.findIndex((m) => m.startsWith((name ?? '?').toLowerCase().slice(0, 3))) + 1;
const weekdayOf = (name: string | undefined): number | null =>
  name === undefined ? null : DAYS.findIndex((d) => d.startsWith(name.toLowerCase().slice(0, 3)));
const pad = (n: number): string => String(n).padStart(2, '0');
export const lastDay = (year: number, mon: number): number => new Date(Date.UTC(year, mon, 0)).getUTCDate();

/** ISO day, or `null` for a day that does not exist. */
export function isoDay(year: number, mon: number, day: number): string | null {
  if (mon < 1 || mon > 12 || day < 1 || year < 1800 || year > 2200 || day > lastDay(year, mon)) return null;
  return `${year}-${pad(mon)}-${pad(day)}`;
}

function exact(
  from: [string | undefined, number, string | undefined],
  until: [string | undefined, number, string | undefined],
  weekday: string | undefined,
): ReturnType<Form['read']> {
  const a = isoDay(Number(from[0]), from[1], Number(from[2]));
  const b = isoDay(Number(until[0]), until[1], Number(until[2]));
  if (a === null || b === null || b < a) return null;
  return { from: a, until: b, precision: 'day', weekday: weekdayOf(weekday) };
}

function span(
  from: string | null,
  until: string | null,
  precision: 'month' | 'part' | 'year',
): ReturnType<Form['read']> {
  return from === null || until === null || until < from ? null : { from, until, precision, weekday: null };
}

function monthSpan(year: number, first: number, last: number): ReturnType<Form['read']> {
  return span(isoDay(year, first, 1), isoDay(year, last, lastDay(year, last || 1)), 'month');
}

const ORDINAL: Record<string, number> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  last: 9,
  final: 9,
};

function yearPart(which: string, unit: string, year: number): ReturnType<Form['read']> {
  const months = /half|semester/i.test(unit) ? 6 : /trimester|third/i.test(unit) ? 4 : 3;
  const n = Math.min(ORDINAL[which.toLowerCase()] ?? Number(which), 12 / months);
  if (!Number.isInteger(n) || n < 1) return null;
  const first = (n - 1) * months + 1;
  const found = monthSpan(year, first, first + months - 1);
  return found && { ...found, precision: 'part' };
}

function vaguePart(which: string, year: number, mon: number | null): ReturnType<Form['read']> {
  const w = which.toLowerCase();
  const third = /early|beginning|start/.test(w) ? 0 : /mid/.test(w) ? 1 : 2;
  if (mon === null)
    return span(isoDay(year, third * 4 + 1, 1), isoDay(year, third * 4 + 4, lastDay(year, third * 4 + 4)), 'part');
  const days: [number, number][] = [
    [1, 10],
    [11, 20],
    [21, lastDay(year, mon)],
  ];
  const [a, b] = days[third] as [number, number];
  return span(isoDay(year, mon, a), isoDay(year, mon, b), 'part');
}

function weekOf(which: string, year: number, mon: number): ReturnType<Form['read']> {
  const n = ORDINAL[which.toLowerCase()] ?? 1;
  const last = lastDay(year, mon || 1);
  const first = n > 4 ? last - 6 : (n - 1) * 7 + 1;
  return span(isoDay(year, mon, first), isoDay(year, mon, Math.min(first + 6, last)), 'part');
}

const rx = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'giu');
const SEASON: Record<string, [number, number]> = { spring: [3, 5], summer: [6, 8], autumn: [9, 11], fall: [9, 11] };
const VAGUE = '(early(?:\\sin)?|late(?:\\sin)?|mid|middle of|beginning of|start of|end of|the end of)';

function fromArabic({ from, until, weekday }: ArabicDate): ReturnType<Form['read']> {
  const a = isoDay(from[0], from[1], from[2] ?? 1);
  const b = isoDay(until[0], until[1], until[2] ?? lastDay(until[0], until[1] || 1));
  if (a === null || b === null || b < a) return null;
  return { from: a, until: b, precision: from[2] === null ? 'month' : 'day', weekday };
}

const ARABIC: Form[] = ARABIC_FORMS.map(({ pattern, read }) => ({ pattern, read: (g) => fromArabic(read(g)) }));

/** From the most to the least specific; what one form has read, a later one leaves alone. */
const FORMS: Form[] = [
  {
    pattern: rx(`${WD}${D}${OF}${M}${SP}${Y}(?:,?\\s\\d{1,2}[:.]\\d{2})?${TO}(?:\\w{3,9},?\\s)?${D}${OF}${M}${SP}${Y}`),
    read: (g) => exact([g[3], month(g[2]), g[1]], [g[6], month(g[5]), g[4]], g[0]),
  },
  {
    pattern: rx(`${WD}${D}${OF}${M}${TO}(?:(?:${DAYS.join('|')}),?\\s)?${D}${OF}${M}${SP}${Y}`),
    read: (g) => exact([g[5], month(g[2]), g[1]], [g[5], month(g[4]), g[3]], g[0]),
  },
  {
    pattern: rx(`${WD}${D},\\s?(?:\\d{1,2},\\s?){0,4}(?:\\d{1,2}\\s)?(?:and|&)\\s${D}${OF}${M}${SP}${Y}`),
    read: (g) => exact([g[4], month(g[3]), g[1]], [g[4], month(g[3]), g[2]], g[0]),
  },
  {
    pattern: rx(`${WD}${D}${TO}(?:(?:${DAYS.join('|')}),?\\s)?${D}${OF}${M}${SP}${Y}`),
    read: (g) => exact([g[4], month(g[3]), g[1]], [g[4], month(g[3]), g[2]], g[0]),
  },
  {
    pattern: rx(`${WD}${M}\\s{1,2}${D}${TO}${M}\\s{1,2}${D}${SP}${Y}`),
    read: (g) => exact([g[5], month(g[1]), g[2]], [g[5], month(g[3]), g[4]], g[0]),
  },
  {
    pattern: rx(`${WD}${M}\\s{1,2}${D}${TO}${D}${SP}${Y}`),
    read: (g) => exact([g[4], month(g[1]), g[2]], [g[4], month(g[1]), g[3]], g[0]),
  },
  {
    pattern: rx(`${WD}${D}${OF}${M}${SP}${Y}`),
    read: (g) => exact([g[3], month(g[2]), g[1]], [g[3], month(g[2]), g[1]], g[0]),
  },
  {
    pattern: rx(`${WD}${M}\\s{1,2}${D}${SP}${Y}`),
    read: (g) => exact([g[3], month(g[1]), g[2]], [g[3], month(g[1]), g[2]], g[0]),
  },
  {
    pattern: rx(`(\\d{1,2})\\s?[-–]\\s?(\\d{1,2})[./](\\d{1,2})[./]${Y}`),
    read: (g) => exact([g[3], Number(g[2]), g[0]], [g[3], Number(g[2]), g[1]], undefined),
  },
  {
    pattern: rx(`(\\d{1,2})[./](\\d{1,2})[./]?(?:${Y})?\\s?[-–]\\s?(\\d{1,2})[./](\\d{1,2})[./]${Y}`),
    read: (g) => exact([g[2] ?? g[5], Number(g[1]), g[0]], [g[5], Number(g[4]), g[3]], undefined),
  },
  {
    pattern: rx(`(\\d{4})-(\\d{2})-(\\d{2})`),
    read: (g) => exact([g[0], Number(g[1]), g[2]], [g[0], Number(g[1]), g[2]], undefined),
  },
  {
    pattern: rx(`(\\d{1,2})[./](\\d{1,2})[./]${Y}`),
    read: (g) =>
      exact([g[2], Number(g[1]), g[0]], [g[2], Number(g[1]), g[0]], undefined) ??
      exact([g[2], Number(g[0]), g[1]], [g[2], Number(g[0]), g[1]], undefined),
  },
  {
    pattern: rx(
      `(first|second|third|fourth|last|final|1st|2nd|3rd|4th)\\s(half|semester|quarter|trimester)\\s(?:of\\s(?:the\\syear\\s)?)?${Y}`,
    ),
    read: (g) => yearPart(g[0] ?? '', g[1] ?? '', Number(g[2])),
  },
  { pattern: rx(`()Q([1-4])\\s(?:of\\s)?${Y}`), read: (g) => yearPart(g[1] ?? '', 'quarter', Number(g[2])) },
  {
    pattern: rx(`(?:the\\s)?${VAGUE}[\\s-]${M}${SP}${Y}`),
    read: (g) => vaguePart(g[0] ?? '', Number(g[2]), month(g[1])),
  },
  { pattern: rx(`(?:the\\s)?${VAGUE}[\\s-]${Y}`), read: (g) => vaguePart(g[0] ?? '', Number(g[1]), null) },
  {
    pattern: rx(`(first|second|third|fourth|last|1st|2nd|3rd|4th)\\sweek\\s(?:of|in)\\s${M}${SP}${Y}`),
    read: (g) => weekOf(g[0] ?? '', Number(g[2]), month(g[1])),
  },
  { pattern: rx(`${M}${TO}${M}${SP}${Y}`), read: (g) => monthSpan(Number(g[2]), month(g[0]), month(g[1])) },
  { pattern: rx(`${M}${OF}${Y}`), read: (g) => monthSpan(Number(g[1]), month(g[0]), month(g[0])) },
  {
    pattern: rx(`(?:the\\s)?(spring|summer|autumn|fall)(?:\\sof)?\\s${Y}`),
    read: (g) => monthSpan(Number(g[1]), ...(SEASON[(g[0] ?? '').toLowerCase()] ?? [1, 12])),
  },
  {
    pattern: rx(`((?:19|20)\\d{2})\\s?[-–]\\s?((?:19|20)\\d{2})`),
    read: (g) => span(isoDay(Number(g[0]), 1, 1), isoDay(Number(g[1]), 12, 31), 'year'),
  },
  {
    pattern: rx(`((?:19|20)\\d{2})`),
    read: (g) => span(isoDay(Number(g[0]), 1, 1), isoDay(Number(g[0]), 12, 31), 'year'),
  },
];

/** The forms that cannot be read in a text without the name of a month. */
const NAMES_MONTH = new Set(FORMS.map((form) => form.pattern).filter((pattern) => pattern.source.includes(M)));
const mayRead = sieveOf(FORMS.map(({ pattern }) => pattern));
const ANY_MONTH = new RegExp(MONTH, 'iu');

let last: { text: string; found: readonly FoundDate[] } = { text: '', found: [] };

/** All dates in a text, in order, not overlapping. Linear: every form is bounded. The text asked for last is known still: each rule that fits a sentence asks when. */
export function findDates(text: string): readonly FoundDate[] {
  if (last.text !== text) last = { text, found: datesIn(text) };
  return last.found;
}

function datesIn(text: string): FoundDate[] {
  const arabic = isArabic(text);
  const plain = arabic ? westernFigures(text) : text;
  if (!/\d{4}/.test(plain)) return [];
  const monthNamed = ANY_MONTH.test(plain);
  const forms = mayRead(plain)
    .map((number) => FORMS[number]!)
    .filter(({ pattern }) => monthNamed || !NAMES_MONTH.has(pattern));
  const found: FoundDate[] = [];
  let left = plain;
  for (const { pattern, read } of arabic ? [...ARABIC, ...forms] : forms) {
    const before = found.length;
    for (const m of matchesOf(pattern, left)) {
      const date = read(m.slice(1));
      const [start, end] = [m.index, m.index + m[0].length];
      if (date) found.push({ ...date, asWritten: text.slice(start, end), start, end });
    }
    for (const { start, end } of found.slice(before))
      left = left.slice(0, start) + '\0'.repeat(end - start) + left.slice(end);
  }
  return found.sort((a, b) => a.start - b.start);
}
