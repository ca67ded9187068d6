import { expect, it } from 'vitest';
import { isSettled } from './check-in.ts';

it('a refusal settles, being signed out or a fault of the server does not', () => {
  expect([200, 403, 404, 409, 422].map(isSettled)).toEqual([true, true, true, true, true]);
  expect([401, 408, 429, 500, 503].map(isSettled)).toEqual([false, false, false, false, false]);
});
