import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Outbox, shelfAt, type Letter } from './outbox.ts';

const letter = (id: string, at = 0): Letter => ({ id, action: 'floor.turn.ask', input: {}, at });

/** A browser’s storage. */
function device() {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  };
  return { kept, shelf: () => shelfAt('letters', () => storage) };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 1));

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

describe('letters that wait', () => {
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
    const { kept, shelf } = device();
    const off = new Outbox({ post: () => Promise.reject(new Error('no line')), shelf: shelf(), wait: () => 60_000 });
    off.put(letter('a'));
    off.put(letter('b'));
    await soon();
    off.stop();
    const { carriedOut, post } = room([]);
    const on = new Outbox({ post, shelf: shelf() });
    expect(on.letters.map(({ id }) => id)).toEqual(['a', 'b']);
    await on.send();
    expect(carriedOut).toEqual(['a', 'b']);
    expect(kept.size).toBe(0);
  });

  it('arrive in order and none is lost, through any number of lost connections and closed pages', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('put', 'online', 'offline', 'closed'), { maxLength: 40 }),
        async (steps) => {
          const { shelf } = device();
          const arrived: string[] = [];
          let line = false;
          const open = () =>
            new Outbox({
              post: async ({ id }) => {
                if (!line) throw new Error('no line');
                arrived.push(id);
                return { ok: true, value: null };
              },
              shelf: shelf(),
              wait: () => 60_000,
            });
          let outbox = open();
          let count = 0;
          for (const step of steps) {
            if (step === 'put') outbox.put(letter(String(count++)));
            else if (step === 'closed') {
              outbox.stop();
              outbox = open();
            } else {
              line = step === 'online';
              await outbox.send();
            }
            await Promise.resolve();
          }
          line = true;
          outbox.stop();
          // What was on its way when the line came back may need a second round.
          for (outbox = open(); outbox.waiting > 0;) await outbox.send();
          expect([...new Set(arrived)]).toEqual(Array.from({ length: count }, (_, n) => String(n)));
          expect(shelf().read()).toEqual([]);
        },
      ),
      { numRuns: 50 },
    ));

  it('what is put while sending is sent too, and two runs at once send nothing twice', async () => {
    const sent: string[] = [];
    const outbox = new Outbox({
      post: async ({ id }) => {
        if (sent.length === 0) outbox.put(letter('2'));
        sent.push(id);
        return { ok: true, value: null };
      },
    });
    outbox.put(letter('1'));
    await Promise.all([outbox.send(), outbox.send()]);
    await soon();
    expect(sent).toEqual(['1', '2']);
  });

  it('two pages that share a shelf take nothing from each other', async () => {
    const { shelf } = device();
    const off = { post: () => Promise.reject(new Error('no line')), wait: () => 60_000 };
    const [one, other] = [new Outbox({ ...off, shelf: shelf() }), new Outbox({ ...off, shelf: shelf() })];
    one.put(letter('of one'));
    other.put(letter('of the other'));
    await soon();
    one.stop();
    other.stop();
    expect(
      shelf()
        .read()
        .map(({ id }) => id),
    ).toEqual(['of one', 'of the other']);
  });

  it('a shelf that holds something else is an empty one, and one that is switched off keeps nothing', async () => {
    for (const text of ['{', '"x"', '[{"id":1}]', '[null]', '[{"id":"1","action":"a","input":null,"at":1}]']) {
      const { kept, shelf } = device();
      kept.set('letters', text);
      expect(shelf().read()).toEqual([]);
    }
    const { carriedOut, post } = room([]);
    const off = shelfAt('letters', () => {
      throw new Error('switched off');
    });
    new Outbox({ post, shelf: off }).put(letter('a'));
    await soon();
    expect(carriedOut).toEqual(['a']);
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
