import { describe, expect, it, test } from 'vitest';
import { isSettled, silenceAt } from './stage.ts';

describe('silence', () => {
  const until = new Date('2031-10-26T00:30:00.000Z');
  const at = (ms: number) => new Date(until.getTime() + ms);
  test.each([
    ['a millisecond before, nobody objected', [], -1, 'running'],
    ['at the instant', [], 0, 'ended'],
    ['a millisecond after', [], 1, 'ended'],
    ['an objection a millisecond before', [-1], 5, 'broken'],
    ['an objection at the instant is late', [0], 5, 'ended'],
    ['an objection a millisecond after is late', [1], 5, 'ended'],
    ['broken before it ends', [-1000], -500, 'broken'],
  ])('%s', (_, received, now, state) => expect(silenceAt(until, received.map(at), at(now))).toBe(state));
  it('is published once nothing can be on its way any more', () => {
    expect([isSettled(until, at(0)), isSettled(until, at(89_999)), isSettled(until, at(90_000))]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
