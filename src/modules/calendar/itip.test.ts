import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { invitationMethods, invitationText, type InvitationEvent } from './itip.ts';

const organizer = { name: 'Redthread', address: 'meetings@redthread.example.org' };
const attendee = { name: 'Delphine Sample', address: 'delphine@example.org' };
const event = (more: Partial<InvitationEvent> = {}): InvitationEvent => ({
  method: 'request',
  uid: '0190a000-0000-7000-8000-000000000001',
  sequence: 3,
  changed: '2031-01-02T08:00:00Z',
  title: 'Test Meeting on Lakes',
  when: { kind: 'days', from: '2031-05-06', until: '2031-05-07' },
  place: 'Tirana, Albania',
  description: 'Answer on the page of the meeting.',
  url: 'https://redthread.example.org/meetings/2031-05-06-working-group',
  ...more,
});

function parsed(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent');
  return { calendar, events, one: new ICAL.Event(events[0]!) };
}
const value = (component: ICAL.Component, name: string) => String(component.getFirstPropertyValue(name));

describe('an invitation for a calendar', () => {
  it.each(invitationMethods)('is what RFC 5546 asks of %s', (method) => {
    const { calendar, events, one } = parsed(invitationText(event({ method }), organizer, attendee));
    expect(value(calendar, 'method')).toBe(method.toUpperCase());
    expect(events).toHaveLength(1);
    expect(one.uid).toBe(event().uid);
    expect(one.sequence).toBe(3);
    expect(value(one.component, 'dtstamp')).toBe('2031-01-02T08:00:00Z');
    expect(value(one.component, 'organizer')).toBe('mailto:meetings@redthread.example.org');
    expect(value(one.component, 'status')).toBe(
      { publish: 'TENTATIVE', request: 'CONFIRMED', cancel: 'CANCELLED' }[method],
    );
    expect(one.attendees.map((who) => String(who.getFirstValue()).toLowerCase())).toEqual(
      method === 'publish' ? [] : ['mailto:delphine@example.org'],
    );
  });
  it('holds whole days, the last included', () => {
    const { one } = parsed(invitationText(event(), organizer, attendee));
    expect([one.startDate.isDate, one.startDate.toString(), one.endDate.toString()]).toEqual([
      true,
      '2031-05-06',
      '2031-05-08',
    ]);
  });
  it('is of lines that end in CRLF and have at most 75 octets, also of texts that have more', () => {
    const text = invitationText(
      event({ title: 'Türkiye, Қазақстан ve göller üzerine '.repeat(9) }),
      organizer,
      attendee,
    );
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n]/);
    }
    expect(parsed(text).one.summary).toBe('Türkiye, Қазақстан ve göller üzerine '.repeat(9).trim());
  });
  it('lets no text from outside bring a property, a line or another event', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom(
        'x\r\nATTENDEE:mailto:all@example.org',
        'x\nEND:VEVENT\nBEGIN:VEVENT',
        'a";CN=b:mailto:c@d',
        '\\n\\,;:',
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, (title, place, description, name) => {
        const text = invitationText(
          event({ title: title.toWellFormed(), place: place.toWellFormed(), description: description.toWellFormed() }),
          organizer,
          { ...attendee, name: name.toWellFormed() },
        );
        const { calendar, events, one } = parsed(text);
        expect(calendar.getAllProperties('method')).toHaveLength(1);
        expect(events).toHaveLength(1);
        expect(one.uid).toBe(event().uid);
        expect(one.attendees.map((who) => String(who.getFirstValue()).toLowerCase())).toEqual([
          'mailto:delphine@example.org',
        ]);
        expect(one.component.getAllProperties('organizer')).toHaveLength(1);
      }),
    );
  });
});
