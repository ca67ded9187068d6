import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInQueue, isSettled, type Shelf, type WaitingCheckIn } from './check-in-queue.ts';

const shelf = (): Shelf & { kept: Map<string, string> } => {
  const kept = new Map<string, string>();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
};
const one = (n: number): WaitingCheckIn => ({
  id: `id-${n}`,
  participant: `p-${n}`,
  at: `2031-05-06T07:00:0${n % 10}Z`,
});

describe('check-ins that wait on the device', () => {
  it('arrive each at least once and in order, through any number of lost connections and closed browsers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('add', 'online', 'offline', 'closed'), { maxLength: 40 }),
        async (steps) => {
          const device = shelf();
          let queue = checkInQueue(device, 'm');
          const arrived: string[] = [];
          let added = 0;
          for (const step of steps) {
            if (step === 'add') queue.add(one(added++));
            else if (step === 'closed') queue = checkInQueue(device, 'm');
            else
              await queue.send(async ({ id }) => {
                if (step === 'offline') return 'later';
                arrived.push(id);
                return 'sent';
              });
          }
          await queue.send(async ({ id }) => (arrived.push(id), 'sent'));
          expect(arrived).toEqual(Array.from({ length: added }, (_, n) => `id-${n}`));
          expect(queue.waiting()).toEqual([]);
        },
      ),
    );
  });

  it('what is added while sending is sent too, and two runs at once send nothing twice', async () => {
    const queue = checkInQueue(shelf(), 'm');
    const arrived: string[] = [];
    queue.add(one(1));
    const send = async ({ id }: WaitingCheckIn) => {
      if (arrived.length === 0) queue.add(one(2));
      arrived.push(id);
      return 'sent' as const;
    };
    await Promise.all([queue.send(send), queue.send(send)]);
    expect(arrived).toEqual(['id-1', 'id-2']);
  });

  it('a shelf that holds something else is an empty one', () => {
    for (const text of ['{', '"x"', '[{"id":1}]']) {
      const device = shelf();
      device.kept.set('redthread.check-in.m', text);
      expect(checkInQueue(device, 'm').waiting()).toEqual([]);
    }
  });
});

it('a refusal settles, being signed out or a fault of the server does not', () => {
  expect([200, 403, 404, 409, 422].map(isSettled)).toEqual([true, true, true, true, true]);
  expect([401, 408, 429, 500, 503].map(isSettled)).toEqual([false, false, false, false, false]);
});
