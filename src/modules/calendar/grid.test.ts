import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { daysOf, type CalendarEntry, type When } from './entry.ts';
import { byMonth, daysOfGrid, firstWeekday, lastDay, monthOf, shiftedMonth } from './grid.ts';

const month = fc
  .tuple(fc.integer({ min: 1993, max: 2060 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`);
const first = fc.integer({ min: 1, max: 7 });
let count = 0;
const entry = (when: When, title = 'Test Meeting on Lakes'): CalendarEntry => ({
  uid: String(++count),
  kind: 'meeting',
  title,
  language: null,
  when,
  place: null,
  state: 'confirmed',
  path: null,
  bodies: [],
  sequence: 0,
  changed: '2026-01-01T00:00:00Z',
});
const days = (from: string, until = from): When => ({ kind: 'days', from, until });

describe('the weeks of a month', () => {
  it('begin on the first day of the week and hold every day of the month once', () => {
    fc.assert(
      fc.property(month, first, (month, first) => {
        const grid = daysOfGrid(month, first);
        expect(grid.length % 7).toBe(0);
        expect(Temporal.PlainDate.from(grid[0]!).dayOfWeek).toBe(first);
        expect(new Set(grid).size).toBe(grid.length);
        expect(grid).toEqual(grid.toSorted());
        expect(grid.filter((day) => day.startsWith(month))).toHaveLength(
          Temporal.PlainYearMonth.from(month).daysInMonth,
        );
        // No week without a day of the month.
        expect(
          grid.slice(0, 7).some((day) => day.startsWith(month)) && grid.slice(-7).some((day) => day.startsWith(month)),
        ).toBe(true);
      }),
    );
  });

  it('begin on Monday in English, Russian and Turkish, on Saturday in Arabic', () => {
    expect(['en-GB', 'ru', 'tr', 'ar-u-nu-latn'].map(firstWeekday)).toEqual([1, 1, 1, 6]);
  });
});

describe('entries of a month', () => {
  it('stand on every day they take, in this month and its neighbours', () => {
    const grid = monthOf('2026-12', 1, [entry(days('2026-12-31', '2027-01-02'))]);
    const on = grid.weeks.flat().filter(({ entries }) => entries.length > 0);
    expect(on.map(({ day, inside }) => [day, inside])).toEqual([
      ['2026-12-31', true],
      ['2027-01-01', false],
      ['2027-01-02', false],
    ]);
  });

  it('are named once when they run longer than two weeks, and stand on no day while that is not fixed', () => {
    const grid = monthOf('2026-05', 1, [
      entry(days('2026-04-01', '2026-09-30'), 'a project'),
      entry({ kind: 'interval', from: '2026-01-01', until: '2026-06-30' }, 'some day'),
      entry({ kind: 'interval', from: '2026-06-01', until: '2026-06-30' }, 'not in May'),
    ]);
    expect(grid.weeks.flat().every(({ entries }) => entries.length === 0)).toBe(true);
    expect(grid.running.map(({ title }) => title)).toEqual(['a project']);
    expect(grid.undated.map(({ title }) => title)).toEqual(['some day']);
  });

  it('are all somewhere when they touch the month', () => {
    const when = fc
      .tuple(fc.constantFrom('days', 'interval'), fc.integer({ min: -60, max: 60 }), fc.integer({ min: 0, max: 90 }))
      .map(([kind, shift, length]): When => {
        const from = Temporal.PlainDate.from('2026-05-15').add({ days: shift });
        return { kind: kind as 'days', from: from.toString(), until: from.add({ days: length }).toString() };
      });
    fc.assert(
      fc.property(fc.array(when, { maxLength: 30 }), first, (all, first) => {
        const entries = all.map((one) => entry(one));
        const grid = monthOf('2026-05', first, entries);
        const shown = new Set(
          [...grid.weeks.flat().flatMap((day) => day.entries), ...grid.running, ...grid.undated].map(({ uid }) => uid),
        );
        for (const { uid, when } of entries)
          if (when.from <= '2026-05-31' && when.until >= '2026-05-01') expect(shown.has(uid)).toBe(true);
      }),
    );
  });

  it('take their days from the clock of their place', () => {
    expect(
      daysOf({ kind: 'hours', from: '2026-05-06T20:30:00Z', until: '2026-05-06T21:30:00Z', zone: 'Asia/Kabul' }),
    ).toEqual({ from: '2026-05-07', until: '2026-05-07' });
  });
});

describe('months', () => {
  it('pass over the end of a year', () => {
    expect([shiftedMonth('2026-12', 1), shiftedMonth('2026-01', -1), shiftedMonth('2026-05', 12)]).toEqual([
      '2027-01',
      '2025-12',
      '2027-05',
    ]);
    expect([lastDay('2024-02'), lastDay('2026-02'), lastDay('2026-12')]).toEqual([
      '2024-02-29',
      '2026-02-28',
      '2026-12-31',
    ]);
  });

  it('of a list begin with what began before', () => {
    const list = byMonth(
      [entry(days('2026-07-01'), 'later'), entry(days('2025-11-01', '2026-08-01'), 'running')],
      '2026-05-10',
    );
    expect(list.map(({ month, entries }) => [month, entries.map(({ title }) => title)])).toEqual([
      ['2026-05', ['running']],
      ['2026-07', ['later']],
    ]);
  });
});
