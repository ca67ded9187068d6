import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { landing } from './steps.ts';

describe('the page after signing in', () => {
  it.each(['/', '/reports?year=2019', '/ru/outcomes/1#sentence'])('is %s', (next) => {
    expect(landing(next, 'en')).toBe(next);
  });

  it.each([
    '',
    null,
    undefined,
    'reports',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example',
    '/a\nb',
    '/\t/elsewhere',
    'javascript:alert(1)',
    ['/'],
  ])('is not %j', (next) => {
    expect(landing(next, 'en')).toBe('/');
    expect(landing(next, 'ar')).toBe('/ar');
  });

  it('is never on another host', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `/${text}`),
        ),
        (next) => {
          expect(new URL(landing(next, 'en'), 'https://redthread.example.org').host).toBe('redthread.example.org');
        },
      ),
      { numRuns: 2000 },
    );
  });
});
