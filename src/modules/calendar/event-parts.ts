import { Temporal } from 'temporal-polyfill';
import type { CalendarEntry } from './entry.ts';

/** A text as a calendar can hold it: control characters and line separators become spaces (RFC 5545 §3.1 allows none). */
// eslint-disable-next-line no-control-regex
export const plain = (text: string): string =>
  text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();

/** Whether the clock shows this time twice on that day. */
const comesTwice = (moment: Temporal.ZonedDateTime): boolean =>
  !moment
    .toPlainDateTime()
    .toZonedDateTime(moment.timeZoneId, { disambiguation: 'earlier' })
    .equals(moment.toPlainDateTime().toZonedDateTime(moment.timeZoneId, { disambiguation: 'later' }));

/** Moments and days as Temporal values only: given a Date with a zone, the library writes the wrong hour. */
export function times(entry: Pick<CalendarEntry, 'when'>) {
  const { when } = entry;
  if (when.kind === 'hours') {
    const zoned = (moment: string) => Temporal.Instant.from(moment).toZonedDateTimeISO(when.zone);
    const [start, end] = [zoned(when.from), zoned(when.until)];
    // An hour that comes twice, when clocks go back, cannot be told apart on the clock of its place.
    if (comesTwice(start) || comesTwice(end)) return { start: start.toInstant(), end: end.toInstant() };
    // A moment takes no time: no end at all (RFC 5545 §3.6.1), since an end must be later than the start.
    return { start, ...(start.equals(end) ? {} : { end }), timezone: when.zone };
  }
  // The end of a whole-day event is the first day on which it is over.
  const day = Temporal.PlainDate.from(when.from);
  return { start: day, end: Temporal.PlainDate.from(when.until).add({ days: 1 }), allDay: true };
}
