import type { Locale } from './locales.ts';

/** Arabic dates with the figures the reports use, so that a date and its printed source can be compared at a glance. */
const tag: Record<Locale, string> = { en: 'en-GB', ru: 'ru', tr: 'tr', ar: 'ar-u-nu-latn' };

// A formatter costs far more to make than to use; there are few, so all are kept.
const formatters = new Map<string, unknown>();
function kept<T>(key: string, make: () => T): T {
  const found = formatters.get(key) as T | undefined;
  if (found !== undefined) return found;
  const made = make();
  formatters.set(key, made);
  return made;
}

const format = (locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  kept(`${locale}${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(tag[locale], options));
const numbers = (locale: Locale, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  kept(`${locale}#${options.style ?? ''}${options.unit ?? ''}`, () => new Intl.NumberFormat(tag[locale], options));
const lists = (locale: Locale): Intl.ListFormat =>
  kept(`${locale}&`, () => new Intl.ListFormat(tag[locale], { type: 'conjunction' }));

const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const long: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeZone: 'UTC' };
const short: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' };

/** `2019-10-09` → `9 October 2019`. */
export const formatDay = (day: string, locale: Locale): string => format(locale, long).format(noon(day));

/** `2019-10-09` → `9 Oct 2019`, for tables. */
export const formatShortDay = (day: string, locale: Locale): string => format(locale, short).format(noon(day));

/** The language with its region and figures, for `Intl`. */
export const languageTag = (locale: Locale): string => tag[locale];

/** `2019-10` → `October 2019`. */
export const formatMonth = (month: string, locale: Locale): string =>
  format(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(noon(`${month}-01`));

/** The weekday of a day, `Wednesday`; short `Wed`. */
export const formatWeekday = (day: string, locale: Locale, length: 'long' | 'short' = 'long'): string =>
  format(locale, { weekday: length, timeZone: 'UTC' }).format(noon(day));

/** Last day of the month of `day`. */
function lastOfMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/**
 * Two days as one expression, `9–10 October 2019`; whole months and years as such, `February 2026`, `2026`; one day
 * when they are the same or the second is unknown.
 */
export function formatDays(from: string, until: string | null, locale: Locale): string {
  if (until === null || until <= from) return formatDay(from, locale);
  const whole = from.endsWith('-01') && until === lastOfMonth(until);
  const wholeYears = whole && from.endsWith('-01-01') && until.endsWith('-12-31');
  const parts: Intl.DateTimeFormatOptions = wholeYears
    ? { year: 'numeric' }
    : whole
      ? { year: 'numeric', month: 'long' }
      : { year: 'numeric', month: 'long', day: 'numeric' };
  return format(locale, { ...parts, timeZone: 'UTC' }).formatRange(noon(from), noon(until));
}

/** A moment, in universal time and saying so. */
export const formatMoment = (moment: Date | string, locale: Locale): string =>
  format(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(moment)) + ' UTC';

export const formatNumber = (value: number, locale: Locale): string => numbers(locale).format(value);

/** `0.93` → `93 %`. */
export const formatShare = (value: number, locale: Locale): string =>
  numbers(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value);

/** A list as the language writes it: `A, B and C`. */
export const formatList = (items: readonly string[], locale: Locale): string => lists(locale).format(items);

/** The same in its parts, so that each item can be a link. */
export const listParts = (items: readonly string[], locale: Locale): { type: 'element' | 'literal'; value: string }[] =>
  lists(locale).formatToParts(items);

/** Whole months as years and months: `31` → `2 years 7 months`, in the unit words of the language. */
export function formatMonths(months: number, locale: Locale): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const unit = (value: number, name: 'year' | 'month') =>
    numbers(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
  return [years > 0 ? unit(years, 'year') : '', rest > 0 || years === 0 ? unit(rest, 'month') : '']
    .filter((part) => part !== '')
    .join(' ');
}

/** A deadline in the zone it was stated in, and saying which: `31 March 2027 at 18:00 Central European Time`. */
export const formatDeadline = (instant: Date | string, zone: string, locale: Locale): string =>
  format(locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).format(new Date(instant));
