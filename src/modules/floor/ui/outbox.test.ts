import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Outbox, type Letter } from './outbox.ts';

const letter = (id: string, at = 0): Letter => ({ id, action: 'floor.turn.ask', input: {}, at });

/** A line that loses what the script says: the command on its way there, or the answer on its way back. */
function room(losses: ('none' | 'command' | 'answer')[]) {
  const carriedOut: string[] = [];
  let sends = 0;
  return {
    carriedOut,
    post: async ({ id }: Letter) => {
      const loss = losses[sends++] ?? 'none';
      if (loss === 'command') throw new Error('no line');
      if (!carriedOut.includes(id)) carriedOut.push(id);
      if (loss === 'answer') throw new Error('no answer');
      return { ok: true as const, value: null };
    },
  };
}

describe('letters to the room', () => {
  it('each is carried out once and in order over a line that loses commands and answers', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('none' as const, 'command' as const, 'answer' as const), { maxLength: 20 }),
        fc.integer({ min: 1, max: 6 }),
        async (losses, count) => {
          const { carriedOut, post } = room(losses);
          const answered: string[] = [];
          const { promise, resolve } = Promise.withResolvers<void>();
          const outbox = new Outbox({
            post,
            wait: () => 0,
            answered: ({ id }) => void (answered.push(id) === count && resolve()),
          });
          const names = Array.from({ length: count }, (_, index) => String(index));
          for (const name of names) outbox.put(letter(name));
          await promise;
          expect(carriedOut).toEqual(names);
          expect(answered).toEqual(names);
        },
      ),
      { numRuns: 50 },
    ));

  it('survives a closed page: what was not answered is sent by the next one', async () => {
    let kept: Letter[] = [];
    const shelf = { read: () => kept, write: (letters: readonly Letter[]) => void (kept = [...letters]) };
    const off = new Outbox({ post: () => Promise.reject(new Error('no line')), shelf, wait: () => 60_000 });
    off.put(letter('a'));
    off.put(letter('b'));
    await new Promise((resolve) => setTimeout(resolve, 1));
    off.stop();
    expect(kept.map(({ id }) => id)).toEqual(['a', 'b']);
    const { carriedOut, post } = room([]);
    const on = new Outbox({ post, shelf });
    await on.send();
    expect(carriedOut).toEqual(['a', 'b']);
    expect(kept).toEqual([]);
  });

  it('a newer save takes the place of one that waits, never of one on its way', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const sent: string[] = [];
    const outbox = new Outbox({
      post: async ({ id }) => {
        sent.push(id);
        if (id === '1') await promise;
        return { ok: true, value: null };
      },
    });
    const all = () => true;
    outbox.put(letter('1'), all);
    outbox.put(letter('2'), all);
    outbox.put(letter('3'), all);
    resolve();
    await new Promise((done) => setTimeout(done, 5));
    expect(sent).toEqual(['1', '3']);
  });

  it('a command to the room is given up when its time is over', async () => {
    let now = 0;
    const lost: string[] = [];
    const outbox = new Outbox({
      post: () => Promise.reject(new Error('no line')),
      patience: 20_000,
      now: () => now,
      wait: () => 60_000,
      gaveUp: ({ id }) => void lost.push(id),
    });
    outbox.put(letter('old', 0));
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(lost).toEqual([]);
    now = 20_001;
    await outbox.send();
    expect(lost).toEqual(['old']);
    expect(outbox.waiting).toBe(0);
  });
});
