import { expect, test } from 'vitest';
import { afterwards, placeOf } from './review-order.ts';

const outcomes = [
  { id: 'a', state: 'confirmed' },
  { id: 'b', state: 'proposed' },
  { id: 'c', state: 'rejected' },
  { id: 'd', state: 'proposed' },
] as const;

test('the desk begins at what was asked for, else at the first open one', () => {
  expect(placeOf(outcomes, 'c')).toBe(2);
  expect(placeOf(outcomes, 'gone')).toBe(1);
  expect(placeOf(outcomes, null)).toBe(1);
  expect(placeOf([outcomes[0]], null)).toBe(0);
  expect(placeOf([], null)).toBe(0);
});

test('after a decision comes the next open one, then those before, then it stays', () => {
  expect(afterwards(outcomes, 0)).toBe('b');
  expect(afterwards(outcomes, 1)).toBe('d');
  expect(afterwards(outcomes, 3)).toBe('b');
  expect(afterwards([outcomes[0], outcomes[1]], 1)).toBe('b');
  expect(afterwards([], 0)).toBe('');
});
