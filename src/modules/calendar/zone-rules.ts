import { Temporal } from 'temporal-polyfill';

interface Observance {
  /** Local time at which it begins, in the offset that held before. */
  begins: string;
  before: number;
  after: number;
}

/** `+0530`, with seconds where a zone once had some (RFC 5545 §3.3.14). */
function offset(nanoseconds: number): string {
  const seconds = Math.abs(nanoseconds) / 1e9;
  const two = (value: number) => String(Math.trunc(value)).padStart(2, '0');
  const odd = seconds % 60 ? two(seconds % 60) : '';
  return `${nanoseconds < 0 ? '-' : '+'}${two(seconds / 3600)}${two((seconds / 60) % 60)}${odd}`;
}

const local = (moment: Temporal.PlainDateTime): string =>
  moment.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');

function observances(zone: string, from: Temporal.Instant, until: Temporal.Instant): Observance[] {
  const start = from.toZonedDateTimeISO(zone);
  const found: Observance[] = [
    {
      begins: local(start.toPlainDateTime().with({ month: 1, day: 1, hour: 0, minute: 0, second: 0 })),
      before: start.offsetNanoseconds,
      after: start.offsetNanoseconds,
    },
  ];
  let known = start.offsetNanoseconds;
  for (let next = start.getTimeZoneTransition('next'); next; next = next.getTimeZoneTransition('next')) {
    if (Temporal.Instant.compare(next.toInstant(), until) > 0) break;
    // The moment of the change on a clock that has not been changed yet.
    const begins = next.toInstant().toZonedDateTimeISO('UTC').toPlainDateTime().add({ nanoseconds: known });
    found.push({ begins: local(begins), before: known, after: next.offsetNanoseconds });
    known = next.offsetNanoseconds;
  }
  return found;
}

/**
 * VTIMEZONE of an IANA zone for the years from – until (RFC 5545 §3.6.5): every change of the clock by its date, so that a
 * calendar that does not know the zone, or knows it with old rules, still shows the right hour.
 * @param from, until first and last year (inclusive); a year is added on both sides, so that no event lies before the first rule.
 */
export function zoneRules(zone: string, from: number, until: number): string {
  const moment = (year: number) =>
    Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(zone).toInstant();
  const parts = observances(zone, moment(from - 1), moment(until + 2)).map(({ begins, before, after }) => {
    const name = after > before ? 'DAYLIGHT' : 'STANDARD';
    return [
      `BEGIN:${name}`,
      `DTSTART:${begins}`,
      `TZOFFSETFROM:${offset(before)}`,
      `TZOFFSETTO:${offset(after)}`,
      `END:${name}`,
    ];
  });
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...parts.flat(), 'END:VTIMEZONE'].join('\r\n');
}
