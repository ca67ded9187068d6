import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { When } from './entry.ts';
import { plain, times } from './event-parts.ts';
import { zoneRules } from './zone-rules.ts';

/**
 * publish: the date, before anybody is asked. request: an invitation, or its update, told apart from the one before by its sequence. cancel: the meeting, or the
 * invitation of this one recipient, is off.
 */
export const invitationMethods = ['publish', 'request', 'cancel'] as const;
export type InvitationMethod = (typeof invitationMethods)[number];

/** A meeting as one recipient gets it for the own calendar. */
export interface InvitationEvent {
  method: InvitationMethod;
  /** The same through every message, and in the feeds. */
  uid: string;
  /** Rises with every change: of two messages the one with the higher sequence, then the later stamp, is newer (RFC 5546 §2.1.5). */
  sequence: number;
  /** When it was changed last, ISO instant: the stamp of the message. */
  changed: string;
  title: string;
  when: When;
  place: string | null;
  description: string;
  /** Absolute address of its page. */
  url: string;
}

export interface Mailbox {
  name: string;
  address: string;
}

const methods: Record<InvitationMethod, ICalCalendarMethod> = {
  publish: ICalCalendarMethod.PUBLISH,
  request: ICalCalendarMethod.REQUEST,
  cancel: ICalCalendarMethod.CANCEL,
};
const statuses: Record<InvitationMethod, ICalEventStatus> = {
  publish: ICalEventStatus.TENTATIVE,
  request: ICalEventStatus.CONFIRMED,
  cancel: ICalEventStatus.CANCELLED,
};

/** A parameter value holds no double quote and knows no escapes (RFC 5545 §3.2): a backslash before its end would take the quote for some readers. */
const parameter = (text: string): string => plain(text).replaceAll('"', "'").replaceAll('\\', '/');

/**
 * What goes with a mail as `text/calendar` (RFC 5546, RFC 6047). The recipient is the only attendee that is named: nobody learns from it who else is invited.
 * The answer is given on the page of the meeting, so no reply is asked for.
 */
export function invitationText(event: InvitationEvent, organizer: Mailbox, attendee: Mailbox): string {
  const years = [Number(event.when.from.slice(0, 4)), Number(event.when.until.slice(0, 4))];
  const calendar = ical({
    prodId: '//Redthread//Calendar//EN',
    method: methods[event.method],
    timezone: { name: null, generator: (zone: string) => zoneRules(zone, Math.min(...years), Math.max(...years)) },
  });
  const changed = Temporal.Instant.from(event.changed);
  const made = calendar.createEvent({
    id: event.uid,
    sequence: event.sequence,
    stamp: changed,
    lastModified: changed,
    ...times(event),
    summary: plain(event.title),
    status: statuses[event.method],
    organizer: { name: parameter(organizer.name), email: organizer.address },
    url: event.url,
    description: plain(event.description),
    ...(event.place ? { location: plain(event.place) } : {}),
  });
  // A date that is merely published asks nobody (RFC 5546 §3.2.1).
  if (event.method !== 'publish')
    made.createAttendee({
      name: parameter(attendee.name),
      email: attendee.address,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
      rsvp: false,
    });
  return calendar.toString();
}
