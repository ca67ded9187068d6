import { expect, test } from 'vitest';
import { commandOf } from './review-keys.ts';

const press = (key: string, code = '', more = {}) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

test('letters do what the help says, in either case', () => {
  expect(commandOf(press('j'), false)).toBe('next');
  expect(commandOf(press('A'), false)).toBe('accept');
  expect(commandOf(press('?'), false)).toBe('help');
  expect(commandOf(press('q'), false)).toBeNull();
});

test('a key typed in a field or with a modifier is nobody’s command', () => {
  expect(commandOf(press('a'), true)).toBeNull();
  expect(commandOf(press('a', 'KeyA', { ctrlKey: true }), false)).toBeNull();
  expect(commandOf(press('x', 'KeyX', { metaKey: true }), false)).toBeNull();
});

test('a Cyrillic or Arabic keyboard works by the place of the key; a Latin letter elsewhere keeps its own meaning', () => {
  expect(commandOf(press('ф', 'KeyA'), false)).toBe('accept');
  expect(commandOf(press('ت', 'KeyJ'), false)).toBe('next');
  expect(commandOf(press('q', 'KeyA'), false)).toBeNull();
  expect(commandOf(press('Enter', 'Enter'), false)).toBeNull();
});
