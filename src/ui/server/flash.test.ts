import type { Cookies } from '@sveltejs/kit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leaveFlash, takeFlash } from './flash.ts';

/** A browser's cookie jar as far as it matters here: what is set is there until it is deleted. */
function jar(): Cookies {
  const kept = new Map<string, string>();
  return {
    get: (name: string) => kept.get(name),
    set: (name: string, value: string) => void kept.set(name, value),
    delete: (name: string) => void kept.delete(name),
  } as unknown as Cookies;
}

test('a sentence is said once', () => {
  const cookies = jar();
  leaveFlash(cookies, 'Saved.', false);
  expect(takeFlash(cookies)).toBe('Saved.');
  expect(takeFlash(cookies)).toBeNull();
});

test('a sentence of any length and script fits into a cookie, and a short one is not touched', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (sentence) => {
      const cookies = jar();
      leaveFlash(cookies, sentence.toWellFormed(), false);
      const said = takeFlash(cookies)!;
      expect(encodeURIComponent(said).length).toBeLessThanOrEqual(3500);
      if (encodeURIComponent(sentence.toWellFormed()).length <= 3500) expect(said).toBe(sentence.toWellFormed());
    }),
  );
});
