import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slugFor } from './report.ts';

const meeting = {
  title: 'Annual Senior Officials Meeting',
  start_day: '2019-10-09',
  place: 'Skopje, North Macedonia',
  mode: null,
};

test('a report is named by day and town', () => {
  expect(slugFor(meeting, new Set())).toBe('2019-10-09-skopje');
  expect(slugFor({ ...meeting, place: 'Durrës' }, new Set())).toBe('2019-10-09-durres');
});
test('else by how it met, else by its title, else by nothing but its number', () => {
  expect(slugFor({ ...meeting, place: null, mode: 'online' }, new Set())).toBe('2019-10-09-online');
  expect(slugFor({ ...meeting, place: null }, new Set())).toBe('2019-10-09-annual-senior-officials-meeting');
  expect(slugFor({ title: 'الاجتماع', start_day: null, place: null, mode: null }, new Set(['undated-report']))).toBe(
    'undated-report-2',
  );
});
test('every name fits the address and is new', () => {
  const slugs = fc.array(fc.string(), { maxLength: 5 });
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.option(fc.string({ unit: 'grapheme' })),
      slugs,
      (title, place, more) => {
        const given = { title, place, start_day: '2020-01-01', mode: null };
        const taken = new Set([...more, slugFor(given, new Set())]);
        const slug = slugFor(given, taken);
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(taken.has(slug)).toBe(false);
      },
    ),
  );
});
