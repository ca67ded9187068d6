import { languageTag } from './dates.ts';
import type { Locale } from './locales.ts';

/** The hours of a session on the clock of its place: `09:30–10:00`; with the day when wanted: `Tuesday, 6 May 2031, 09:30–10:00`. */
export function formatHours(from: Date | string, until: Date | string, zone: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(languageTag(locale), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  return format.formatRange(new Date(from), new Date(until));
}
