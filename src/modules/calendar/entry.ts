import { Temporal } from 'temporal-polyfill';
import { activityKinds } from '../../kernel/activity-kinds.ts';

/** What stands in the calendar: meetings of the records, activities by their kind, and days on which something is due. */
export const entryKinds = [...activityKinds, 'deadline', 'plan-inputs', 'plan-comments'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Of an activity as it stands; `due` and `done` are of a deadline. */
export const entryStates = ['planned', 'confirmed', 'held', 'postponed', 'cancelled', 'due', 'done'] as const;
export type EntryState = (typeof entryStates)[number];

/**
 * When: whole days (both inclusive), hours in the zone of the place, or somewhere in an interval of days.
 * An interval is never drawn on a day and never put into a feed: nobody should travel on a guess.
 */
export type When =
  | { kind: 'days'; from: string; until: string }
  | { kind: 'hours'; from: string; until: string; zone: string }
  | { kind: 'interval'; from: string; until: string };

/** Kinds that say until when something is due. */
export const deadlineKinds: readonly EntryKind[] = ['deadline', 'plan-inputs', 'plan-comments'];
export const isDeadline = (entry: Pick<CalendarEntry, 'kind'>): boolean => deadlineKinds.includes(entry.kind);

export interface CalendarEntry {
  /** Stable through every change: the id of the thing, which is what calendars know it by. */
  uid: string;
  kind: EntryKind;
  title: string;
  /** BCP 47 language of the title, where it is known. */
  language: string | null;
  when: When;
  place: string | null;
  state: EntryState;
  /** Address of its page without language; null when it has none yet. */
  path: string | null;
  bodies: { key: string; name: string }[];
  /** How often what the calendar shows was changed. */
  sequence: number;
  /** When it was changed last, ISO instant. */
  changed: string;
}

/** An entry nobody should appear for: cancelled, put off, or settled. */
export const isOff = (entry: Pick<CalendarEntry, 'state'>): boolean =>
  entry.state === 'cancelled' || entry.state === 'postponed' || entry.state === 'done';

/** First and last day of an entry, as its own place counts them. */
export function daysOf(when: When): { from: string; until: string } {
  if (when.kind !== 'hours') return { from: when.from, until: when.until };
  const day = (moment: string) => Temporal.Instant.from(moment).toZonedDateTimeISO(when.zone).toPlainDate().toString();
  return { from: day(when.from), until: day(when.until) };
}

/** How many days an entry takes, from 1. */
export function lengthInDays(when: When): number {
  const { from, until } = daysOf(when);
  return Temporal.PlainDate.from(from).until(until, { largestUnit: 'days' }).days + 1;
}

/** By first day, longer ones first, then by title, so that two readings of the same calendar are equal. */
export function inOrder(entries: readonly CalendarEntry[]): CalendarEntry[] {
  return entries.toSorted((a, b) => {
    const [one, other] = [daysOf(a.when), daysOf(b.when)];
    return (
      one.from.localeCompare(other.from) ||
      other.until.localeCompare(one.until) ||
      a.title.localeCompare(b.title, 'en') ||
      a.uid.localeCompare(b.uid)
    );
  });
}
