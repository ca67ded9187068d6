import * as m from '#messages';
import { formatDay, formatDays } from '../../../ui/dates.ts';
import type { Locale } from '../../../ui/locales.ts';
import type { Term } from '../index.ts';

/** One day, a whole month or year by its name, else "between … and …": an interval of doubt must not look like a term. */
function unsureDay(from: string, until: string, locale: Locale): string {
  if (from === until) return formatDay(from, locale);
  const nextDay = new Date(Date.parse(until) + 86_400_000).toISOString().slice(0, 10);
  const wholeYear = from.endsWith('-01-01') && until === `${from.slice(0, 4)}-12-31`;
  const wholeMonth = from.endsWith('-01') && from.slice(0, 7) === until.slice(0, 7) && nextDay.endsWith('-01');
  if (wholeYear || wholeMonth) return formatDays(from, until, locale);
  return m.reg_between({ from: formatDay(from, locale), until: formatDay(until, locale) });
}

/** When it began, as exactly as we know: a day, an interval, or "… or earlier". */
export function beginText({ beginsFrom, beginsUntil }: Term, locale: Locale): string {
  if (beginsFrom === null) return m.reg_or_earlier({ day: formatDay(beginsUntil, locale) });
  return unsureDay(beginsFrom, beginsUntil, locale);
}

/** When it ended, as exactly as we know; '' while nothing speaks for an end. */
export function endText({ endsFrom, endsUntil }: Term, locale: Locale): string {
  if (endsFrom === null) return '';
  if (endsUntil === null) return m.reg_not_known_after({ day: formatDay(endsFrom, locale) });
  return unsureDay(endsFrom, endsUntil, locale);
}

/** When a name was used: "until …", "since …", both, or '' for always. */
export function useText(name: { usedFrom: string | null; usedUntil: string | null }, locale: Locale): string {
  const { usedFrom, usedUntil } = name;
  if (usedFrom === null && usedUntil === null) return '';
  if (usedUntil === null) return m.reg_since({ day: formatDay(usedFrom ?? '', locale) });
  if (usedFrom === null) return m.reg_until({ day: formatDay(usedUntil, locale) });
  return m.reg_since_until({ from: formatDay(usedFrom, locale), until: formatDay(usedUntil, locale) });
}
