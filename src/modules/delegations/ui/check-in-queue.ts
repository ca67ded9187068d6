/** A check-in on its way: made on the device, kept there until the server has it. */
export interface WaitingCheckIn {
  /** Made here, so that a repeated send counts once. */
  id: string;
  participant: string;
  /** When the badge was read, ISO instant. */
  at: string;
}

/** What of `localStorage` the queue uses. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

/** `sent`: the server has it, done or refused for good. `later`: try again. */
export type Sending = (one: WaitingCheckIn) => Promise<'sent' | 'later'>;

/**
 * Check-ins of one meeting that are not sent yet, kept on the device through a closed browser and a lost connection.
 * One is taken from the shelf only after the server has answered.
 */
export function checkInQueue(shelf: Shelf, meeting: string) {
  const key = `redthread.check-in.${meeting}`;
  let sending: Promise<void> | null = null;

  const read = (): WaitingCheckIn[] => {
    try {
      const kept: unknown = JSON.parse(shelf.getItem(key) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isWaiting) : [];
    } catch {
      return [];
    }
  };
  const write = (list: readonly WaitingCheckIn[]) => shelf.setItem(key, JSON.stringify(list));

  return {
    waiting: read,
    add(one: WaitingCheckIn): void {
      write([...read(), one]);
    },
    /** Sends what waits, in order, until one has to wait longer. Calls that overlap share one run. */
    send(send: Sending): Promise<void> {
      sending ??= (async () => {
        for (let next = read()[0]; next !== undefined; next = read()[0]) {
          const sent = next;
          if ((await send(sent)) === 'later') return;
          write(read().filter(({ id }) => id !== sent.id));
        }
      })().finally(() => {
        sending = null;
      });
      return sending;
    },
  };
}

const isWaiting = (one: unknown): one is WaitingCheckIn =>
  typeof one === 'object' &&
  one !== null &&
  (['id', 'participant', 'at'] as const).every((field) => typeof (one as Record<string, unknown>)[field] === 'string');

/** Whether an answer of the server settles a check-in: done, or refused for a reason that will not change. Signed out, too many calls and faults of the server wait. */
export const isSettled = (status: number): boolean =>
  status < 400 || (status < 500 && status !== 401 && status !== 408 && status !== 429);
