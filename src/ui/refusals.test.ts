import { afterEach, expect, test } from 'vitest';
import { overwriteGetLocale } from '#runtime';
import { Refusal } from '../kernel/refusal.ts';
import { problemOf, shown } from './refusals.ts';

const speaking = (locale: 'en' | 'ru') => overwriteGetLocale(() => locale);
afterEach(() => speaking('en'));

const overtaken = new Refusal('records.outcome.changed', 'Leyla confirmed it at 09:41 UTC, after you opened it.');

test('an English page keeps the sentence of the action, which says most', () => {
  speaking('en');
  expect(shown(overtaken)).toMatchObject({ sentence: overtaken.sentence, english: null });
});

test('another language has its own words for the code, and the action’s sentence below them', () => {
  speaking('ru');
  const page = shown(overtaken);
  expect(page.sentence).toMatch(/^После того как/);
  expect(page.english).toBe(overtaken.sentence);
});

test('a refused token has words in each language', () => {
  speaking('ru');
  for (const code of ['people.token.too-many', 'people.token.not-found'])
    expect(shown(new Refusal(code, 'A token.')).sentence).toMatch(/токен/);
});

test('a code without words of its own keeps its sentence in any language', () => {
  speaking('ru');
  expect(shown(new Refusal('records.file.one', 'A corrected version is one file.'))).toMatchObject({
    sentence: 'A corrected version is one file.',
    english: null,
  });
});

test('the sentence stands at its field', () => {
  const refusal = shown(
    new Refusal('input.invalid', 'x', { faults: [{ field: 'goals', sentence: 'A goal is a number.' }] }),
  );
  expect(problemOf(refusal, 'goals')).toBe('A goal is a number.');
  expect(problemOf(refusal, 'kind')).toBeUndefined();
  expect(problemOf(null, 'kind')).toBeUndefined();
});
