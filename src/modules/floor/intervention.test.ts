import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockText, leftAt, spokenByParty } from './budget.ts';
import { offsetFrom } from './clock.ts';
import { spokenAt, stepList, stepTurn, turnCommands, turnSteps, type Turn, type TurnCommand } from './intervention.ts';

type Listed = Turn & { id: string; party: string };
const fresh = (id: string, kind: Turn['kind'] = 'statement'): Listed => ({
  id,
  kind,
  party: `party of ${Number(id) % 3}`,
  state: 'waiting',
  given: null,
  since: null,
  spoken: 0,
  ended: null,
});
const ids = ['0', '1', '2', '3', '4'];

/** Commands to any turn in any order, each some milliseconds after the one before; some of them sent twice, some late. */
const commands = fc.array(
  fc.record({
    id: fc.constantFrom(...ids),
    command: fc.constantFrom(...turnCommands),
    wait: fc.integer({ min: 0, max: 100_000 }),
  }),
  { maxLength: 60 },
);

/** Runs them over a list. `each` sees the list after every command, with what time somebody spoke so far. */
function run(
  list: { id: string; command: TurnCommand; wait: number }[],
  each: (turns: Listed[], now: number, spoken: number) => void,
) {
  let turns = ids.map((id) => fresh(id, id === '4' ? 'point-of-order' : 'statement'));
  let [now, spoken] = [1_000_000, 0];
  for (const { id, command, wait } of list) {
    if (turns.some(({ state }) => state === 'speaking')) spoken += wait;
    now += wait;
    const after = stepList(turns, id, command, now) ?? [];
    turns = turns.map((turn) => after.find((one) => one.id === turn.id) ?? turn);
    each(turns, now, spoken);
  }
}

describe('turns under any commands in any order', () => {
  it('never two speakers, and who speaks has a running clock', () =>
    fc.assert(
      fc.property(commands, (list) =>
        run(list, (turns) => {
          expect(turns.filter(({ state }) => state === 'speaking').length).toBeLessThanOrEqual(1);
          for (const turn of turns) expect(turn.since !== null).toBe(turn.state === 'speaking');
        }),
      ),
    ));

  it('times add up: what all have spoken is the time in which somebody had the floor', () =>
    fc.assert(
      fc.property(commands, (list) =>
        run(list, (turns, now, spoken) => {
          expect(turns.reduce((sum, turn) => sum + spokenAt(turn, now), 0)).toBe(spoken);
        }),
      ),
    ));

  it('no time is lost or given back; who spoke was given the floor; who is over has an end', () =>
    fc.assert(
      fc.property(commands, (list) => {
        const before = new Map<string, number>();
        run(list, (turns, now) => {
          for (const turn of turns) {
            const spoken = spokenAt(turn, now);
            expect(spoken).toBeGreaterThanOrEqual(before.get(turn.id) ?? 0);
            before.set(turn.id, spoken);
            if (spoken > 0) expect(turn.given).not.toBeNull();
            expect(turn.ended !== null).toBe(!['waiting', 'speaking', 'paused'].includes(turn.state));
          }
        });
      }),
    ));

  it('a command sent again at once finds nothing to do, but for one that is undone by itself', () =>
    fc.assert(
      fc.property(fc.constantFrom(...turnCommands), fc.constantFrom(...ids), (command, id) => {
        const turn = { ...fresh(id), state: 'waiting' as const };
        const once = stepTurn(turn, command, 5);
        if (once) expect(stepTurn(once, command, 5)).toBeNull();
      }),
    ));
});

describe('a turn', () => {
  it('has exactly the steps of the table', () => {
    expect(
      Object.entries(turnSteps).flatMap(([command, steps]) =>
        Object.entries(steps).map(([a, b]) => `${command}: ${a} → ${b}`),
      ),
    ).toEqual([
      'give: waiting → speaking',
      'pause: speaking → paused',
      'resume: paused → speaking',
      'stop: speaking → done',
      'stop: paused → done',
      'waive: waiting → waived',
      'withdraw: waiting → withdrawn',
      'write: waiting → written',
      'absent: waiting → absent',
      'back: waived → waiting',
      'back: withdrawn → waiting',
      'back: absent → waiting',
      'back: written → waiting',
      'back: done → paused',
    ]);
  });

  it('loses the floor to the next speaker, and is only interrupted by a point of order', () => {
    const speaking = stepTurn(fresh('0'), 'give', 1000)!;
    const list = [speaking, fresh('1'), fresh('4', 'point-of-order')];
    expect(stepList(list, '1', 'give', 3000)!.map(({ id, state, spoken }) => [id, state, spoken])).toEqual([
      ['0', 'done', 2000],
      ['1', 'speaking', 0],
    ]);
    expect(stepList(list, '4', 'give', 3000)!.map(({ id, state }) => [id, state])).toEqual([
      ['0', 'paused'],
      ['4', 'speaking'],
    ]);
  });

  it('gains no time from a clock that goes back', () => {
    const speaking = stepTurn(fresh('0'), 'give', 5000)!;
    expect(spokenAt(speaking, 4000)).toBe(0);
    expect(stepTurn(speaking, 'stop', 4000)).toMatchObject({ spoken: 0, state: 'done' });
  });
});

describe('time', () => {
  const limits = { secondsEach: 180, secondsParty: 300 };
  const spoke = (id: string, party: string, spoken: number, kind: Turn['kind'] = 'statement') => ({
    ...fresh(id, kind),
    party,
    spoken,
  });

  it('ends with the turn’s own or with what the delegation has left, whichever is first', () => {
    const turn = { ...spoke('1', 'a', 0), since: 0 };
    expect(leftAt(turn, [turn], limits, 60_000)).toBe(120_000);
    expect(leftAt(turn, [turn, spoke('2', 'a', 200_000)], limits, 60_000)).toBe(40_000);
    expect(leftAt(turn, [turn], { secondsEach: null, secondsParty: null }, 60_000)).toBeNull();
    expect(leftAt(turn, [turn], limits, 200_000)).toBe(-20_000);
  });

  it('a point of order is not charged to the delegation', () => {
    const order = { ...spoke('1', 'a', 50_000, 'point-of-order') };
    expect(spokenByParty([order, spoke('2', 'a', 1000)], 'a', 0)).toBe(1000);
    expect(leftAt(order, [order], { secondsEach: null, secondsParty: 10 }, 0)).toBeNull();
  });

  it('is shown as a clock', () => {
    expect([125_000, 124_001, 0, -999, -1000, -61_000, 3_600_000].map(clockText)).toEqual([
      '2:05',
      '2:05',
      '0:00',
      '0:00',
      '−0:01',
      '−1:01',
      '1:00:00',
    ]);
  });

  it('is that of the server on a device whose clock is wrong by any amount, to within the quickest message', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -1e11, max: 1e11 }),
        fc.array(fc.integer({ min: 5, max: 4000 }), { minLength: 1, maxLength: 20 }),
        (wrong, delays) => {
          let offset: number | null = null;
          let server = 1_800_000_000_000;
          for (const delay of delays) {
            server += 15_000;
            offset = offsetFrom(offset, server, server + delay + wrong);
          }
          expect(offset! + wrong).toBe(-Math.min(...delays));
        },
      ),
    ));

  it('follows a device clock that is set anew in the middle', () => {
    expect(offsetFrom(offsetFrom(null, 1000, 1010), 2000, 3_602_010)).toBe(-3_600_010);
  });
});
