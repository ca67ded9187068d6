/**
 * Dates in Arabic text: Arabic-Indic figures, and the names of months as they are written from the Levant (شباط) over Egypt and
 * the Gulf (فبراير) to the Maghreb (فيفري, شتنبر), alone or as a pair (شباط/فبراير).
 */

import { plainFigures } from '../structure/figures.ts';

/** Days of the year and month that a form read; `null` for what does not stand there. */
export interface ArabicDate {
  from: [year: number, month: number, day: number | null];
  until: [year: number, month: number, day: number | null];
  /** 0 = Sunday. */
  weekday: number | null;
}

export interface ArabicForm {
  /** On text that went through `westernFigures`. */
  pattern: RegExp;
  read: (groups: (string | undefined)[]) => ArabicDate;
}

/** January to December; an alef is an alef with or without hamza. */
const MONTHS: readonly (readonly string[])[] = [
  ['كانون الثاني', 'يناير', 'جانفي'],
  ['شباط', 'فبراير', 'فيفري'],
  ['اذار', 'مارس'],
  ['نيسان', 'ابريل', 'افريل'],
  ['ايار', 'مايو', 'ماي'],
  ['حزيران', 'يونيو', 'يونيه', 'جوان'],
  ['تموز', 'يوليوز', 'يوليو', 'يوليه', 'جويلية'],
  ['اب', 'اغسطس', 'اغشت', 'غشت', 'اوت'],
  ['ايلول', 'سبتمبر', 'شتنبر'],
  ['تشرين الاول', 'اكتوبر'],
  ['تشرين الثاني', 'نوفمبر', 'نونبر'],
  ['كانون الاول', 'ديسمبر', 'دجنبر'],
];
const DAYS = ['الاحد', 'الاثنين', 'الثلاثاء', 'الاربعاء', 'الخميس', 'الجمعة', 'السبت'];

/** Whether a text may hold what only these forms read. */
export const isArabic = (text: string): boolean => /[\u0600-\u06ff]/.test(text);

/** Figures as 0–9, each alef bare; every character keeps its place. */
export const westernFigures = (text: string): string => plainFigures(text).replace(/[أإآٱ]/g, 'ا');

const NAMES = MONTHS.flat()
  .toSorted((a, b) => b.length - a.length)
  .join('|');
/** The name, and the same month in the other custom beside it. */
const M = `(${NAMES})(?:\\s?[/(]\\s?(?:${NAMES})\\)?)?`;
const D = '(\\d{1,2})(?!\\d)';
const Y = '(\\d{4})(?!\\d)(?:\\s?م(?![\\p{L}]))?';
const TO = '\\s{0,2}(?:-|–|—|/|الى|حتى|لغاية|و)\\s{0,2}';
const WD = `(?:(?:يوم\\s)?(${DAYS.join('|')})[،,]?\\s{1,2}(?:ال?موافق\\s)?)?`;
const SP = '[\\s,،]{1,3}(?:من\\s)?(?:عام\\s|سنة\\s)?';
const rx = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'gu');

const month = (name: string | undefined): number => MONTHS.findIndex((names) => names.includes(name ?? '')) + 1;
const weekday = (name: string | undefined): number | null => (name === undefined ? null : DAYS.indexOf(name));

/** From the most to the least specific. */
export const ARABIC_FORMS: readonly ArabicForm[] = [
  {
    pattern: rx(`${WD}${D}\\s${M}${SP}${Y}${TO}${D}\\s${M}${SP}${Y}`),
    read: (g) => between([g[3], month(g[2]), g[1]], [g[6], month(g[5]), g[4]], g[0]),
  },
  {
    pattern: rx(`${WD}${D}\\s${M}${TO}${D}\\s${M}${SP}${Y}`),
    read: (g) => between([g[5], month(g[2]), g[1]], [g[5], month(g[4]), g[3]], g[0]),
  },
  {
    pattern: rx(`${WD}${D}${TO}${D}\\s${M}${SP}${Y}`),
    read: (g) => between([g[4], month(g[3]), g[1]], [g[4], month(g[3]), g[2]], g[0]),
  },
  {
    pattern: rx(`${WD}${D}\\s${M}${SP}${Y}`),
    read: (g) => between([g[3], month(g[2]), g[1]], [g[3], month(g[2]), g[1]], g[0]),
  },
  {
    pattern: rx(`(\\d{4})/(\\d{1,2})/(\\d{1,2})`),
    read: (g) => between([g[0], Number(g[1]), g[2]], [g[0], Number(g[1]), g[2]], undefined),
  },
  {
    pattern: rx(`${M}${TO}${M}${SP}${Y}`),
    read: (g) => between([g[2], month(g[0]), undefined], [g[2], month(g[1]), undefined], undefined),
  },
  {
    pattern: rx(`${M}${SP}${Y}`),
    read: (g) => between([g[1], month(g[0]), undefined], [g[1], month(g[0]), undefined], undefined),
  },
];

type Written = [year: string | undefined, month: number, day: string | undefined];

function between(from: Written, until: Written, day: string | undefined): ArabicDate {
  const numbers = ([y, m, d]: Written): ArabicDate['from'] => [Number(y), m, d === undefined ? null : Number(d)];
  return { from: numbers(from), until: numbers(until), weekday: weekday(day) };
}
