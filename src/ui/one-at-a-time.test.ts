import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

function desk() {
  const ran: string[] = [];
  const keys = oneAtATime<string>((command) => {
    ran.push(command);
    if (command === 'accept') keys.sent();
  });
  return { ran, keys };
}

test('a command waits until the one before is answered, in order', () => {
  const { ran, keys } = desk();
  for (const command of ['accept', 'next', 'accept', 'next']) keys.press(command);
  expect(ran).toEqual(['accept']);
  keys.answered(true);
  expect(ran).toEqual(['accept', 'next', 'accept']);
  keys.answered(true);
  expect(ran).toEqual(['accept', 'next', 'accept', 'next']);
});

test('after a refusal what waited is dropped, and the desk goes on', () => {
  const { ran, keys } = desk();
  for (const command of ['accept', 'accept', 'accept']) keys.press(command);
  keys.answered(false);
  expect(ran).toEqual(['accept']);
  keys.press('next');
  expect(ran).toEqual(['accept', 'next']);
});
