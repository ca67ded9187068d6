import { expect, test } from 'vitest';
import { nestedFields } from './nested-fields.ts';

const form = (...pairs: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return data;
};

test('dotted names nest, repeated names are lists, files are left out', () => {
  const data = form(['title.en', 'Lake'], ['title.ar', 'بحيرة'], ['goals', 'a'], ['goals', 'b'], ['kind', 'training']);
  data.append('file', new File(['x'], 'x.txt'));
  expect(nestedFields(data)).toEqual({ title: { en: 'Lake', ar: 'بحيرة' }, goals: ['a', 'b'], kind: 'training' });
});
test('a name of any kind stays a field and reaches nothing else', () => {
  const fields = nestedFields(form(['__proto__.admin', 'yes'], ['title', 'x'], ['title.en', 'Lake'], ['', 'y']));
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  expect(Object.hasOwn(fields, '__proto__')).toBe(true);
  expect(fields['title']).toEqual({ en: 'Lake' });
});
