import { expect, test } from 'vitest';
import { locales } from '../../../kernel/language-map.ts';
import { conceptName } from './concept-names.ts';
import { concepts, regions } from './concepts.ts';

test('every concept and region has its name in the four languages of the interface, and is there once', () => {
  const all = [...concepts, ...regions];
  for (const { key } of all)
    for (const language of locales) expect(conceptName(key)[language], `${key} ${language}`).toMatch(/\S/);
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
});
