import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { inOrder, isDeadline, isOff, type CalendarEntry, type EntryKind } from './entry.ts';
import { plain, times } from './event-parts.ts';
import { zoneRules } from './zone-rules.ts';

/** A cancelled entry stays in the feed, as cancelled, this long, so that every calendar that copied it hears of it. */
export const cancelledDays = 90;
/** How often a calendar program is asked to look again. */
export const refreshHours = 4;
/** Months back that a feed reaches; ahead it has no end. */
export const monthsBack = 12;

export interface FeedFrame {
  /** Name of the calendar, as programs list it. */
  name: string;
  /** Public address of the installation, for links. */
  origin: string;
  outcomeKindName: (kind: EntryKind) => string;
  /** Address of a page in the language of the feed. */
  link: (path: string) => string;
}

/**
 * Entries that belong into a feed at a moment: with a fixed day, not older than twelve months, cancelled ones while that is news.
 * @param at the moment of the request
 */
export function inFeed(entries: readonly CalendarEntry[], at: Date): CalendarEntry[] {
  const now = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  const oldest = now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ months: monthsBack }).toString();
  const news = now.subtract({ hours: 24 * cancelledDays });
  return inOrder(entries).filter(
    (entry) =>
      entry.when.kind !== 'interval' &&
      entry.when.until.slice(0, 10) >= oldest &&
      (!isOff(entry) || Temporal.Instant.compare(Temporal.Instant.from(entry.changed), news) >= 0),
  );
}

const statusOf = (entry: CalendarEntry): ICalEventStatus => {
  if (isOff(entry)) return ICalEventStatus.CANCELLED;
  return entry.state === 'planned' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
};

/**
 * The feed as text (RFC 5545, RFC 7986), METHOD:PUBLISH. The same entries give the same bytes, so that a calendar that asks again
 * gets a short answer: DTSTAMP is the moment of the last change, not of the request.
 */
export function feedText(entries: readonly CalendarEntry[], frame: FeedFrame): string {
  const years = entries.flatMap(({ when }) => [Number(when.from.slice(0, 4)), Number(when.until.slice(0, 4))]);
  const rules = (zone: string) => zoneRules(zone, Math.min(...years), Math.max(...years));
  const calendar = ical({
    name: frame.name,
    prodId: '//Redthread//Calendar//EN',
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshHours * 3600,
    timezone: { name: null, generator: rules },
  });
  for (const entry of entries) {
    const changed = Temporal.Instant.from(entry.changed);
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: changed,
      lastModified: changed,
      ...times(entry),
      summary: plain(isDeadline(entry) ? `${frame.outcomeKindName(entry.kind)}: ${entry.title}` : entry.title),
      status: statusOf(entry),
      transparency: isDeadline(entry) ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      categories: [{ name: frame.outcomeKindName(entry.kind) }],
      ...(entry.place ? { location: plain(entry.place) } : {}),
      ...(entry.bodies.length > 0 ? { description: plain(entry.bodies.map(({ name }) => name).join(', ')) } : {}),
      ...(entry.path ? { url: `${frame.origin}${frame.link(entry.path)}` } : {}),
    });
  }
  return calendar.toString();
}
