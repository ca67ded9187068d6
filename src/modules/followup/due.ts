/** Days are ISO texts, `2019-10-09`; so they compare as texts. Nothing here asks the clock: today is an argument. */
export const recurrences = ['monthly', 'quarterly', 'half-yearly', 'yearly'] as const;
export type Recurrence = (typeof recurrences)[number];

const months: Readonly<Record<Recurrence, number>> = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 };

const parts = (day: string): [number, number, number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
};
const iso = (year: number, month: number, date: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

/** Days of a month counted from 1. */
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * The day as many calendar months later. The last day of a month leads to the last day (so that “by the end of the month” stays that);
 * a day the later month does not have becomes its last.
 */
export function addMonths(day: string, count: number): string {
  const [year, month, date] = parts(day);
  const index = year * 12 + (month - 1) + count;
  const [laterYear, laterMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  const last = daysIn(laterYear, laterMonth);
  return iso(laterYear, laterMonth, date === daysIn(year, month) ? last : Math.min(date, last));
}

export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

/** The interval in which something recurring is due the next time. The database moves it by the same rule (`later_by`). */
export function dueAgain(due: { from: string; until: string }, period: Recurrence): { from: string; until: string } {
  return { from: addMonths(due.from, months[period]), until: addMonths(due.until, months[period]) };
}

/** Days before the last due day from which on something is due soon. */
export const soonDays = 30;

/** none: no day was named, or it is settled; later; soon; overdue: the last day it could be due is past. */
export const dueStates = ['none', 'later', 'soon', 'overdue'] as const;
export type DueState = (typeof dueStates)[number];

/** How an open commitment stands to its last due day; on that day itself it is not yet overdue. */
export function dueState(open: boolean, until: string | null, today: string): DueState {
  if (!open || until === null) return 'none';
  if (until < today) return 'overdue';
  return until <= addDays(today, soonDays) ? 'soon' : 'later';
}

/** Whole calendar months from one day to a later one; 0 when it is not later. */
export function monthsBetween(from: string, to: string): number {
  if (to <= from) return 0;
  const [fromYear, fromMonth] = parts(from);
  const [toYear, toMonth] = parts(to);
  const count = (toYear - fromYear) * 12 + (toMonth - fromMonth);
  return addMonths(from, count) <= to ? count : count - 1;
}

/** After how many months without a word an open commitment is silent. Lists, the loom, the state of play, threads and reminders all go by this. */
export const silentMonths = 12;

/** The last day that is long enough ago: what was heard of on it, or before, and not since is silent. */
export const silentUntil = (today: string): string => addMonths(today, -silentMonths);

/**
 * Silence: since when nothing was heard, for how many whole months, and whether that is too long. What was never heard of is silent since it was raised.
 * @param heard last day something was heard, `null` for never.
 */
export function silence(
  heard: string | null,
  raised: string,
  today: string,
): { since: string; ever: boolean; months: number; long: boolean } {
  const since = heard ?? raised;
  return { since, ever: heard !== null, months: monthsBetween(since, today), long: since <= silentUntil(today) };
}

/** Whether a commitment is silent: open, and too long nothing was heard of it. */
export const isSilent = (
  { state, heard, raised }: { state: string; heard: string | null; raised: string },
  today: string,
): boolean => state === 'open' && silence(heard, raised, today).long;
