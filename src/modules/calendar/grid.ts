import { Temporal } from 'temporal-polyfill';
import { daysOf, inOrder, lengthInDays, type CalendarEntry } from './entry.ts';

/** Longer entries (a project, a deployment) are named once for the month instead of filling every day of it. */
export const mostDaysDrawn = 14;

export interface Day {
  /** ISO day. */
  day: string;
  /** False for the days of the neighbouring months that fill the first and the last week. */
  inside: boolean;
  entries: CalendarEntry[];
}

export interface Month {
  /** `2026-10` */
  month: string;
  weeks: Day[][];
  /** Days as the columns stand: the first week gives their names. */
  columns: string[];
  /** Longer than can be drawn day by day. */
  running: CalendarEntry[];
  /** Somewhere in an interval that touches this month. */
  undated: CalendarEntry[];
}

/** First day of the week in a language, 1 Monday … 7 Sunday (Unicode CLDR week data, through Intl). */
export function firstWeekday(languageTag: string): number {
  const locale = new Intl.Locale(languageTag) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
}

/** Days from the first of the week in which the month begins to the last of the week in which it ends. */
export function daysOfGrid(month: string, first: number): string[] {
  const begin = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const before = (begin.dayOfWeek - first + 7) % 7;
  const weeks = Math.ceil((before + begin.daysInMonth) / 7);
  return Array.from({ length: weeks * 7 }, (_, n) => begin.add({ days: n - before }).toString());
}

/** First and last day that a month's page shows, neighbouring days included. */
export function rangeOfGrid(month: string, first: number): { from: string; until: string } {
  const days = daysOfGrid(month, first);
  return { from: days[0]!, until: days.at(-1)! };
}

/** Puts entries into the weeks of a month. */
export function monthOf(month: string, first: number, entries: readonly CalendarEntry[]): Month {
  const days = daysOfGrid(month, first);
  const ordered = inOrder(entries);
  const drawn = ordered.filter(({ when }) => when.kind !== 'interval' && lengthInDays(when) <= mostDaysDrawn);
  const inMonth = ({ when }: CalendarEntry) => {
    const { from, until } = daysOf(when);
    return from.slice(0, 7) <= month && until.slice(0, 7) >= month;
  };
  const weeks: Day[][] = [];
  for (const [n, day] of days.entries()) {
    if (n % 7 === 0) weeks.push([]);
    weeks.at(-1)!.push({
      day,
      inside: day.startsWith(month),
      entries: drawn.filter(({ when }) => daysOf(when).from <= day && daysOf(when).until >= day),
    });
  }
  return {
    month,
    weeks,
    columns: days.slice(0, 7),
    running: ordered.filter(
      (entry) => entry.when.kind !== 'interval' && lengthInDays(entry.when) > mostDaysDrawn && inMonth(entry),
    ),
    undated: ordered.filter((entry) => entry.when.kind === 'interval' && inMonth(entry)),
  };
}

/** The month before or after. */
export const shiftedMonth = (month: string, by: number): string =>
  Temporal.PlainYearMonth.from(month).add({ months: by }).toString();

/** `2026-02` → `2026-02-28` */
export const lastDay = (month: string): string => {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month);
  return `${month}-${daysInMonth}`;
};

/** Entries of a list under the month in which they begin, in order; those that began earlier under the first. */
export function byMonth(
  entries: readonly CalendarEntry[],
  from: string,
): { month: string; entries: CalendarEntry[] }[] {
  const months = new Map<string, CalendarEntry[]>();
  for (const entry of inOrder(entries)) {
    const begins = daysOf(entry.when).from;
    const month = (begins < from ? from : begins).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  return [...months].map(([month, list]) => ({ month, entries: list }));
}
