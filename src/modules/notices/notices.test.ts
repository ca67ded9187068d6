import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { noticeKinds, usualDelivery } from './kinds.ts';
import { remindersDue, type Facts, type Owed } from './reminders.ts';
import { deliverAt, isZone } from './timing.ts';
import { usualZone } from './zones.ts';

const zones = ['Europe/Istanbul', 'Asia/Kabul', 'Europe/Budapest', 'America/New_York', 'UTC'];
const zone = fc.constantFrom(...zones);
const moment = fc
  .integer({ min: Date.UTC(2015, 0, 1) / 60_000, max: Date.UTC(2031, 0, 1) / 60_000 })
  .map((minutes) => new Date(minutes * 60_000));
const day = 86_400_000;
const since = new Date('2000-01-01T00:00:00Z');

const owed = (more: Partial<Owed> = {}): Owed => ({
  subject: 'c1',
  due: '2026-06-30',
  heard: '2026-01-01',
  done: false,
  people: ['p1'],
  ...more,
});
const facts = (more: Partial<Facts> = {}, of = 'UTC'): Facts => ({
  owed: [],
  silentMonths: 12,
  deadlines: [],
  events: [],
  people: new Map([
    ['p1', { zone: of, since }],
    ['p2', { zone: of, since }],
  ]),
  ...more,
});
const at = (text: string) => new Date(text);
const keys = (of: Facts, when: Date) =>
  remindersDue(of, when).map(({ person, kind, occurrence }) => `${person} ${kind} ${occurrence}`);

describe('something due on 30 June', () => {
  it.each([
    ['2026-05-30T12:00:00Z', []],
    ['2026-05-31T12:00:00Z', ['p1 due 30:2026-06-30']],
    ['2026-06-22T12:00:00Z', ['p1 due 30:2026-06-30']],
    ['2026-06-23T12:00:00Z', ['p1 due 7:2026-06-30']],
    ['2026-06-30T23:59:00Z', ['p1 due 7:2026-06-30']],
    ['2026-07-01T00:00:00Z', ['p1 overdue 2026-06-30']],
    ['2026-08-29T12:00:00Z', ['p1 overdue 2026-06-30']],
    ['2026-08-30T12:00:00Z', []],
  ])('on %s: %j', (when, expected) => expect(keys(facts({ owed: [owed()] }), at(when))).toEqual(expected));

  it('is counted on the clock of the person', () => {
    const kabul = facts({ owed: [owed()] }, 'Asia/Kabul');
    expect(keys(kabul, at('2026-06-30T20:00:00Z'))).toEqual(['p1 overdue 2026-06-30']);
    expect(keys(facts({ owed: [owed()] }, 'America/New_York'), at('2026-07-01T02:00:00Z'))).toEqual([
      'p1 due 7:2026-06-30',
    ]);
  });

  it('is never told of when it is done, to nobody who has no right, and not before the 30 days', () => {
    fc.assert(
      fc.property(moment, zone, (when, of) => {
        expect(remindersDue(facts({ owed: [owed({ done: true })] }, of), when)).toEqual([]);
        expect(remindersDue(facts({ owed: [owed({ people: ['stranger'] })] }, of), when)).toEqual([]);
        if (when < at('2026-05-30T00:00:00Z')) expect(remindersDue(facts({ owed: [owed()] }, of), when)).toEqual([]);
      }),
    );
  });
});

describe('silence', () => {
  it('of twelve months is told once, until something is heard again', () => {
    const silent = (heard: string) => facts({ owed: [owed({ due: null, heard })] });
    expect(keys(silent('2025-06-15'), at('2026-06-14T12:00:00Z'))).toEqual([]);
    expect(keys(silent('2025-06-15'), at('2026-06-15T12:00:00Z'))).toEqual(['p1 silence 2025-06-15']);
    expect(keys(silent('2026-06-15'), at('2026-06-16T12:00:00Z'))).toEqual([]);
    // Years of history that come in at once are no news.
    expect(keys(silent('2019-10-09'), at('2026-06-16T12:00:00Z'))).toEqual([]);
  });
});

describe('a deadline of the plan', () => {
  const deadline = (done = false) =>
    facts({
      deadlines: [
        {
          kind: 'plan-deadline',
          subject: 'cycle',
          moment: at('2026-06-30T21:59:00Z'),
          zone: 'Europe/Budapest',
          done,
          people: ['p1'],
        },
      ],
    });
  it.each([
    ['2026-06-15T12:00:00Z', []],
    ['2026-06-16T12:00:00Z', ['p1 plan-deadline 14:2026-06-30']],
    ['2026-06-27T12:00:00Z', ['p1 plan-deadline 3:2026-06-30']],
    ['2026-06-30T21:59:00Z', ['p1 plan-deadline 3:2026-06-30']],
    ['2026-06-30T22:00:00Z', ['p1 plan-deadline late:2026-06-30']],
    ['2026-07-31T12:00:00Z', []],
  ])('on %s: %j', (when, expected) => {
    expect(keys(deadline(), at(when))).toEqual(expected);
    expect(keys(deadline(true), at(when))).toEqual([]);
  });
});

describe('an event', () => {
  const event = (when: string, by: string | null = null) =>
    facts({
      events: [{ kind: 'asked', subject: 'o1', occurrence: '1', at: at(when), by, people: ['p1', 'p2'] }],
      people: new Map([
        ['p1', { zone: 'UTC', since }],
        ['p2', { zone: 'UTC', since: at('2026-06-10T00:00:00Z') }],
      ]),
    });
  it('is news for thirty days, to those who had a right then, and not to who did it', () => {
    const now = at('2026-06-20T12:00:00Z');
    expect(keys(event('2026-06-15T00:00:00Z'), now)).toEqual(['p1 asked 1', 'p2 asked 1']);
    expect(keys(event('2026-06-09T00:00:00Z'), now)).toEqual(['p1 asked 1']);
    expect(keys(event('2026-06-15T00:00:00Z', 'p1'), now)).toEqual(['p2 asked 1']);
    expect(keys(event('2026-05-01T00:00:00Z'), now)).toEqual([]);
    expect(keys(event('2026-06-21T00:00:00Z'), now)).toEqual([]);
  });
});

describe('reminders', () => {
  const anOwed = fc.record({
    subject: fc.constantFrom('c1', 'c2', 'c3'),
    due: fc.option(
      fc.integer({ min: 0, max: 400 }).map((n) => new Date(Date.UTC(2026, 0, 1) + n * day).toISOString().slice(0, 10)),
    ),
    heard: fc
      .integer({ min: 0, max: 700 })
      .map((n) => new Date(Date.UTC(2024, 6, 1) + n * day).toISOString().slice(0, 10)),
    done: fc.boolean(),
    people: fc.subarray(['p1', 'p2', 'p3']),
  });
  const some = fc.record({ owed: fc.array(anOwed, { maxLength: 6 }) });
  const starts = fc.integer({ min: 0, max: 400 }).map((n) => Date.UTC(2026, 0, 1) + n * day);

  it('hold no key twice, and are the same for the same facts', () => {
    fc.assert(
      fc.property(some, starts, zone, ({ owed }, start, of) => {
        const all = keys(facts({ owed }, of), new Date(start));
        const whole = remindersDue(facts({ owed }, of), new Date(start)).map((one) => JSON.stringify(one));
        expect(new Set(whole).size).toBe(whole.length);
        expect(keys(facts({ owed }, of), new Date(start))).toEqual(all);
      }),
    );
  });

  it('after a week without a server tell each person of a thing at most once where seven days would have told oftener, and nothing the days would not', () => {
    fc.assert(
      fc.property(anOwed, starts, zone, fc.integer({ min: 1, max: 30 }), (one, start, of, outage) => {
        const known = facts({ owed: [one] }, of);
        const tick = (n: number) => keys(known, new Date(start + n * day));
        const daily = new Set(Array.from({ length: outage + 1 }, (_, n) => tick(n)).flat());
        const afterwards = tick(outage);
        for (const key of afterwards) expect(daily.has(key)).toBe(true);
        const dates = afterwards.filter((key) => / (due|overdue) /.test(key)).map((key) => key.split(' ')[0]);
        expect(new Set(dates).size).toBe(dates.length);
      }),
    );
  });

  it('of one due day are 30, 7, overdue, in this order, whatever the moments at which the clock is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 60 }), zone, (hours, of) => {
        const moments = hours.toSorted((a, b) => a - b).map((n) => new Date(Date.UTC(2026, 3, 1) + n * day));
        const order: string[] = [];
        for (const when of moments)
          for (const key of keys(facts({ owed: [owed({ heard: '2026-04-01' })] }, of), when))
            if (!order.includes(key)) order.push(key);
        const wanted = ['p1 due 30:2026-06-30', 'p1 due 7:2026-06-30', 'p1 overdue 2026-06-30'];
        expect(order).toEqual(wanted.filter((key) => order.includes(key)));
      }),
    );
  });
});

describe('a mail goes out', () => {
  const local = (when: Date, of: string) =>
    Temporal.Instant.fromEpochMilliseconds(when.getTime()).toZonedDateTimeISO(of);

  it('never before its cause, never at night, a digest at seven, a weekly one on Monday', () => {
    fc.assert(
      fc.property(moment, zone, (when, of) => {
        const once = deliverAt('at-once', when, of);
        const daily = deliverAt('daily', when, of);
        const weekly = deliverAt('weekly', when, of);
        for (const one of [once, daily, weekly]) expect(one >= when).toBe(true);
        expect(local(once, of).hour).toBeGreaterThanOrEqual(7);
        expect(local(once, of).hour).toBeLessThan(21);
        for (const one of [daily, weekly]) expect([local(one, of).hour, local(one, of).minute]).toEqual([7, 0]);
        expect(local(weekly, of).dayOfWeek).toBe(1);
        expect(daily.getTime() - when.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
        expect(weekly.getTime() - when.getTime()).toBeLessThanOrEqual(7 * day + 3_600_000);
      }),
    );
  });

  it('at once by day', () => {
    const noon = at('2026-06-30T12:00:00Z');
    expect(deliverAt('at-once', noon, 'Europe/Budapest')).toEqual(noon);
    expect(deliverAt('at-once', at('2026-06-30T23:30:00Z'), 'Asia/Kabul').toISOString()).toBe(
      '2026-07-01T02:30:00.000Z',
    );
  });
});

describe('a zone', () => {
  it('is that of the capital of the party, else universal time', () => {
    expect([usualZone(['AFG']), usualZone(['org:iom', 'TUR']), usualZone(['org:iom']), usualZone([])]).toEqual([
      'Asia/Kabul',
      'Europe/Istanbul',
      'UTC',
      'UTC',
    ]);
    expect([isZone('Europe/Budapest'), isZone('Mars/Base'), isZone('')]).toEqual([true, false, false]);
  });
});

it('every kind has a usual way', () => {
  expect(Object.keys(usualDelivery).toSorted()).toEqual([...noticeKinds].toSorted());
});
