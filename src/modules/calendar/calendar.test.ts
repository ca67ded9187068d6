import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { inOrder, isOff, type CalendarEntry } from './entry.ts';
import { cancelledDays, feedText, inFeed, type FeedFrame } from './feed.ts';
import { zoneRules } from './zone-rules.ts';

const frame: FeedFrame = {
  name: 'Redthread: calendar of the dialogue',
  origin: 'https://redthread.example.org',
  outcomeKindName: (kind) => kind,
  link: (path) => path,
};
const at = new Date('2026-04-01T12:00:00Z');
let count = 0;
const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: `0190a000-0000-7000-8000-${String(++count).padStart(12, '0')}`,
  kind: 'meeting',
  title: 'Test Meeting on Lakes',
  language: 'en',
  when: { kind: 'days', from: '2026-05-06', until: '2026-05-07' },
  place: null,
  state: 'confirmed',
  path: null,
  bodies: [],
  sequence: 0,
  changed: '2026-03-01T08:00:00Z',
  ...more,
});

function parsed(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return {
    calendar,
    events: calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component)),
  };
}
const one = (more: Partial<CalendarEntry>) => parsed(feedText([entry(more)], frame)).events[0]!;
const value = (event: ICAL.Event, name: string) => String(event.component.getFirstPropertyValue(name));

/** A calendar as it goes out: what each program needs is in the committed file. */
function sample(): CalendarEntry[] {
  count = 0;
  return [
    entry({
      title: 'Senior officials, spring; rooms “A, B”',
      place: 'Tirana, Albania',
      path: '/activities/A-7',
      bodies: [{ key: 'body:som', name: 'Senior Officials Meeting' }],
      sequence: 2,
    }),
    entry({
      title: 'Учебный курс по озёрам',
      kind: 'training',
      state: 'planned',
      when: { kind: 'days', from: '2026-12-30', until: '2027-01-02' },
    }),
    entry({ title: 'Training that will not be', kind: 'training', state: 'cancelled', sequence: 3 }),
    entry({
      title: 'Report on boats',
      kind: 'deadline',
      state: 'due',
      when: { kind: 'days', from: '2026-06-30', until: '2026-06-30' },
      path: '/commitments/C-12',
    }),
    entry({
      title: 'Call of the contact points',
      when: { kind: 'hours', from: '2026-10-25T00:30:00Z', until: '2026-10-25T01:30:00Z', zone: 'Europe/Budapest' },
    }),
  ];
}

describe('a feed', () => {
  it('is what is committed beside it', () => {
    const text = feedText(inOrder(sample()), frame);
    const file = join(import.meta.dirname, 'golden', 'feed.ics');
    // UPDATE_GOLDEN=1 writes it anew; read the difference before committing it.
    if (process.env.UPDATE_GOLDEN) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  it('says to programs what it is, how it is called and when to look again', () => {
    const { calendar } = parsed(feedText([entry()], frame));
    const says = (name: string) => String(calendar.getFirstPropertyValue(name));
    expect([says('version'), says('method'), says('x-wr-calname'), says('name')]).toEqual([
      '2.0',
      'PUBLISH',
      frame.name,
      frame.name,
    ]);
    expect([says('refresh-interval'), says('x-published-ttl')]).toEqual(['PT4H', 'PT4H']);
    expect(says('prodid')).toMatch(/^-\/\/Redthread/);
  });

  it('ends a whole-day event on the first day after it', () => {
    const event = one({});
    expect([event.startDate.isDate, event.startDate.toString(), event.endDate.toString()]).toEqual([
      true,
      '2026-05-06',
      '2026-05-08',
    ]);
    expect(one({ when: { kind: 'days', from: '2026-12-31', until: '2026-12-31' } }).endDate.toString()).toBe(
      '2027-01-01',
    );
  });

  it('tells tentative, confirmed and cancelled apart, and lets a deadline take no time', () => {
    expect(
      [
        one({ state: 'planned' }),
        one({}),
        one({ state: 'held' }),
        one({ state: 'cancelled' }),
        one({ state: 'postponed' }),
        one({ state: 'done', kind: 'deadline' }),
      ].map((event) => value(event, 'status')),
    ).toEqual(['TENTATIVE', 'CONFIRMED', 'CONFIRMED', 'CANCELLED', 'CANCELLED', 'CANCELLED']);
    expect([value(one({}), 'transp'), value(one({ kind: 'deadline', state: 'due' }), 'transp')]).toEqual([
      'OPAQUE',
      'TRANSPARENT',
    ]);
  });

  it('keeps the identity of an entry through a change and counts it', () => {
    const before = entry({});
    const after = {
      ...before,
      when: { kind: 'days', from: '2026-05-13', until: '2026-05-14' } as const,
      sequence: 1,
      changed: '2026-03-02T08:00:00Z',
    };
    const [one, other] = [before, after].map((each) => parsed(feedText([each], frame)).events[0]!);
    expect(other!.uid).toBe(one!.uid);
    expect([one!.sequence, other!.sequence]).toEqual([0, 1]);
    expect(value(other!, 'last-modified')).toBe('2026-03-02T08:00:00Z');
    expect(value(other!, 'dtstamp')).toBe('2026-03-02T08:00:00Z');
  });

  it('holds no entry without a fixed day, none older than a year, and cancelled ones while that is news', () => {
    const old = new Date(at.getTime() - (cancelledDays + 1) * 86_400_000).toISOString();
    const kept = inFeed(
      [
        entry({ title: 'a fixed day' }),
        entry({ title: 'some day in autumn', when: { kind: 'interval', from: '2026-09-01', until: '2026-11-30' } }),
        entry({ title: 'last year', when: { kind: 'days', from: '2025-03-30', until: '2025-03-31' } }),
        entry({ title: 'a year ago today', when: { kind: 'days', from: '2025-04-01', until: '2025-04-01' } }),
        entry({ title: 'cancelled lately', state: 'cancelled' }),
        entry({ title: 'cancelled long ago', state: 'cancelled', changed: old }),
        entry({ title: 'done long ago', state: 'done', kind: 'deadline', changed: old }),
      ],
      at,
    ).map(({ title }) => title);
    expect(kept).toEqual(['a year ago today', 'a fixed day', 'cancelled lately']);
  });

  it('reads back as it was written, whatever a title holds: lines are folded, characters escaped', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
        fc.option(fc.string({ unit: 'grapheme', maxLength: 120 })),
        (title, place) => {
          const text = feedText([entry({ title, place })], frame);
          for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          const event = parsed(text).events[0]!;
          // eslint-disable-next-line no-control-regex
          expect(event.summary).toBe(plain(title));
          if (place && plain(place) !== '') expect(event.location).toBe(plain(place));
        },
      ),
    );
  });

  it('lets no title bring properties of its own', () => {
    const text = feedText([entry({ title: 'x\r\nATTENDEE:mailto:eve@example.org\u2028y\u0007z' })], frame);
    expect(text).not.toMatch(/^ATTENDEE/m);
    expect(text).not.toContain('\u0007');
    expect(parsed(text).events).toHaveLength(1);
  });

  it('gives the same bytes for the same entries in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(sample(), { minLength: 5, maxLength: 5 }), (entries) => {
        expect(feedText(inFeed(entries, at), frame)).toBe(feedText(inFeed(sample(), at), frame));
      }),
    );
  });
});

/** A text as a calendar can hold it: control characters become spaces. */
const plain = (text: string) => text.replaceAll(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();

describe('hours', () => {
  const zones = ['Europe/Istanbul', 'Asia/Kabul', 'Europe/Budapest', 'Asia/Kathmandu', 'America/New_York', 'UTC'];

  it('are the same moment in every zone, also on the days when clocks change', () => {
    const moment = fc.integer({ min: Date.UTC(2014, 0, 1) / 60_000, max: Date.UTC(2032, 0, 1) / 60_000 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), moment, fc.integer({ min: 1, max: 3000 }), (zone, minute, length) => {
        const [from, until] = [minute, minute + length].map((n) => new Date(n * 60_000).toISOString());
        const event = one({ when: { kind: 'hours', from: from!, until: until!, zone } });
        expect(event.startDate.toJSDate().toISOString()).toBe(from);
        expect(event.endDate.toJSDate().toISOString()).toBe(until);
        // On the clock of the place, but for the hour that comes twice there.
        const zoned = Temporal.Instant.from(from!).toZonedDateTimeISO(zone);
        if (!event.startDate.toString().endsWith('Z'))
          expect(event.startDate.toString()).toBe(zoned.toPlainDateTime().toString({ smallestUnit: 'second' }));
      }),
      // An end in the first of the two hours: calendars do not agree on which one its clock time means.
      { numRuns: 300, examples: [['America/New_York', 26209623, 2997]] },
    );
  });

  it('know the changes of the clock by their date', () => {
    expect(zoneRules('Europe/Budapest', 2026, 2026)).toContain(
      'BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200',
    );
    expect(zoneRules('Europe/Budapest', 2026, 2026)).toContain(
      'BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100',
    );
    expect(zoneRules('Asia/Kabul', 2026, 2030).match(/BEGIN:/g)).toHaveLength(2);
    expect(zoneRules('Asia/Kabul', 2026, 2030)).toContain('TZOFFSETTO:+0430');
    // Türkiye stayed on summer time in 2016.
    expect(zoneRules('Europe/Istanbul', 2016, 2026)).not.toContain('DTSTART:2017');
  });
});

describe('an entry', () => {
  it('is off when nobody should appear for it', () => {
    expect(
      (['planned', 'confirmed', 'held', 'due', 'postponed', 'cancelled', 'done'] as const).filter((state) =>
        isOff({ state }),
      ),
    ).toEqual(['postponed', 'cancelled', 'done']);
  });
});
