import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locales, localised, splitLocale } from './locales.ts';

describe('the language in an address', () => {
  test('is the first segment, and English has none', () => {
    expect(splitLocale('/ru/reports/7')).toEqual({ locale: 'ru', path: '/reports/7' });
    expect(splitLocale('/ar')).toEqual({ locale: 'ar', path: '/' });
    expect(splitLocale('/reports')).toEqual({ locale: 'en', path: '/reports' });
    expect(splitLocale('/russia')).toEqual({ locale: 'en', path: '/russia' });
    expect(splitLocale('/en/reports')).toEqual({ locale: 'en', path: '/en/reports' });
  });

  test('keeps the query of the front page', () => {
    expect(localised('/?q=a', 'tr')).toBe('/tr?q=a');
    expect(localised('/', 'tr')).toBe('/tr');
  });

  test('comes back out of every address it was put into', () => {
    const segment = fc
      .stringMatching(/^[a-z0-9-]{1,12}$/)
      .filter((text) => !(locales as readonly string[]).includes(text));
    fc.assert(
      fc.property(fc.constantFrom(...locales), fc.array(segment, { maxLength: 4 }), (locale, segments) => {
        const path = `/${segments.join('/')}`;
        expect(splitLocale(localised(path, locale))).toEqual({ locale, path });
      }),
    );
  });
});
