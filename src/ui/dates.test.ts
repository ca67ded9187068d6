import { expect, test } from 'vitest';
import { formatDay, formatDays, formatList, formatMoment } from './dates.ts';

test('a day is written as the language writes it, wherever the server stands', () => {
  expect(formatDay('2019-10-09', 'en')).toBe('9 October 2019');
  expect(formatDay('2019-10-09', 'ru')).toBe('9 октября 2019 г.');
  expect(formatDay('2019-10-09', 'tr')).toBe('9 Ekim 2019');
  expect(formatDay('2019-10-09', 'ar')).toBe('9 أكتوبر 2019');
});

test('two days become one expression, and a range that runs backwards is not invented', () => {
  expect(formatDays('2019-10-09', '2019-10-10', 'en')).toMatch(/^9\s?–\s?10 October 2019$/u);
  expect(formatDays('2019-10-09', '2019-10-09', 'en')).toBe('9 October 2019');
  expect(formatDays('2019-10-09', null, 'en')).toBe('9 October 2019');
  expect(formatDays('2019-10-09', '2018-01-01', 'en')).toBe('9 October 2019');
});

test('whole months and years are named as such', () => {
  expect(formatDays('2026-02-01', '2026-02-28', 'en')).toBe('February 2026');
  expect(formatDays('2024-02-01', '2024-02-28', 'en')).toMatch(/^1\s?–\s?28 February 2024$/u);
  expect(formatDays('2026-09-01', '2026-11-30', 'en')).toMatch(/^September\s?–\s?November 2026$/u);
  expect(formatDays('2026-01-01', '2026-12-31', 'en')).toBe('2026');
  expect(formatDays('2022-07-01', '2022-12-31', 'tr')).toMatch(/^Temmuz\s?–\s?Aralık 2022$/u);
});

test('a moment names its time zone', () => {
  expect(formatMoment('2026-11-23T08:44:00Z', 'en')).toBe('23 Nov 2026, 08:44 UTC');
});

test('a list ends as the language ends it', () => {
  expect(formatList(['A', 'B', 'C'], 'en')).toBe('A, B and C');
  expect(formatList(['A', 'B', 'C'], 'ru')).toBe('A, B и C');
});
