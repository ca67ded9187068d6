import { Temporal } from 'temporal-polyfill';
import type { Delivery } from './kinds.ts';

/** Digests come at this hour; between `quietFrom` and this hour no mail goes out at all. */
export const morning = 7;
export const quietFrom = 21;

const inZone = (at: Date, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

const toDate = (moment: Temporal.ZonedDateTime): Date => new Date(moment.epochMilliseconds);

/** Seven in the morning on the day of `moment` or the next on which `fits` holds, not before `moment`. */
function nextMorning(moment: Temporal.ZonedDateTime, fits: (day: Temporal.PlainDate) => boolean): Date {
  for (let day = moment.toPlainDate(); ; day = day.add({ days: 1 })) {
    const wanted = day.toZonedDateTime({ timeZone: moment.timeZoneId, plainTime: { hour: morning } });
    if (fits(day) && Temporal.ZonedDateTime.compare(wanted, moment) >= 0) return toDate(wanted);
  }
}

/**
 * When a notice may go out, on the clock of the person: at once, but not at night; a daily digest at seven in the morning; a weekly one
 * on Monday at seven.
 * @param zone IANA name
 */
export function deliverAt(delivery: Exclude<Delivery, 'none'>, at: Date, zone: string): Date {
  const moment = inZone(at, zone);
  if (delivery === 'weekly') return nextMorning(moment, (day) => day.dayOfWeek === 1);
  const night = moment.hour < morning || moment.hour >= quietFrom;
  return delivery === 'at-once' && !night ? at : nextMorning(moment, () => true);
}

/** Whether a text names a time zone this program knows. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
