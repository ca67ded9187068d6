import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkFolder, keysUsed, placeholdersOf, problemsOf, type Catalogue } from './check-messages.ts';

const plural = (forms: string[], input = 'count'): Catalogue[string] => [
  {
    declarations: [`input ${input}`, `local form = ${input}: plural`],
    selectors: ['form'],
    match: Object.fromEntries(forms.map((form) => [`form=${form}`, `{${input}} x`])),
  },
];

describe('messages that have come apart', () => {
  test('are named one by one', () => {
    const problems = problemsOf('common', {
      en: { hello: 'Hello {name}', only_here: 'x', empty: 'x' },
      ru: { hello: 'Привет {имя}', empty: ' ', extra: 'x' },
    });
    expect(problems).toEqual([
      'messages/common/ru.json: hello has the placeholders [имя], en has [name]',
      'messages/common/ru.json: only_here is missing',
      'messages/common/ru.json: empty is empty',
      'messages/common/ru.json: extra is not in en',
    ]);
  });

  test('an escaped brace is not a placeholder', () => {
    expect(placeholdersOf('write \\{this\\} for {that}')).toEqual(['that']);
  });

  test('a plural must have the forms its language needs, and only its count as placeholder', () => {
    const en = plural(['one', 'other']);
    expect(problemsOf('a', { en: { n: en }, ru: { n: plural(['one', 'few', 'many', 'other']) } })).toEqual([]);
    expect(problemsOf('a', { en: { n: en }, ru: { n: plural(['one', 'other']) } })).toEqual([
      'messages/a/ru.json: n has no plural form “few”',
      'messages/a/ru.json: n has no plural form “many”',
    ]);
    expect(problemsOf('a', { en: { n: en }, tr: { n: plural(['one', 'other'], 'number') } })).toEqual([
      'messages/a/tr.json: n has the placeholders [number], en has [count]',
    ]);
  });
});

test('the texts a page asks for are seen, other things called m are not', () => {
  const page = "import * as m from '#messages';\n {m.nav_today()} {m.nav_today()} {form.m.other} items.map(m => m)";
  expect(keysUsed(page)).toEqual(['nav_today']);
  expect(keysUsed('const m = meeting; m.title')).toEqual([]);
});

test('the messages of this repository agree in all four languages', () => {
  const { locales } = JSON.parse(readFileSync('project.inlang/settings.json', 'utf8')) as { locales: string[] };
  expect(locales).toEqual(['en', 'ru', 'tr', 'ar']);
  expect(checkFolder('messages', locales)).toEqual([]);
});
