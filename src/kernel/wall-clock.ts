import { Temporal } from 'temporal-polyfill';

/** Whether a text names a time zone this system knows. */
export function isZone(zone: string): boolean {
  try {
    return (
      new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '' && /^[A-Za-z]/.test(zone)
    );
  } catch {
    return false;
  }
}

/**
 * The instant of a wall-clock time in a zone.
 * @param local `2027-03-31T18:00`, as a form gives it.
 * @returns the instant, or a sentence: a time that the clock skips or shows twice on that day is no deadline.
 */
export function instantOf(local: string, zone: string): { instant: Date } | { fault: string } {
  let time: Temporal.PlainDateTime;
  try {
    time = Temporal.PlainDateTime.from(local, { overflow: 'reject' });
  } catch {
    return { fault: 'Give day and time, for instance 2027-03-31 18:00.' };
  }
  if (!isZone(zone)) return { fault: `“${zone}” is no time zone; write one as Europe/Vienna.` };
  try {
    const zoned = time.toZonedDateTime(zone, { disambiguation: 'reject' });
    return { instant: new Date(zoned.epochMilliseconds) };
  } catch {
    return {
      fault: 'The clock is changed at that hour, so the time does not exist or comes twice. Choose another hour.',
    };
  }
}

/** The wall-clock time of an instant in a zone, to the minute: what a form shows again. */
export function localOf(instant: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/** The day of an instant on the clock of a zone, ISO. */
export const dayIn = (instant: Date, zone: string): string => localOf(instant, zone).slice(0, 10);
