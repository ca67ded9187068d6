/** One command on its way. */
export interface Letter {
  /** Made here; the server carries it out once, however often it arrives. */
  id: string;
  action: string;
  input: Record<string, unknown>;
  /** When it was put here, ms. */
  at: number;
}

export type Sent =
  | { ok: true; value: unknown }
  | { ok: false; refusal: { code: string; sentence: string; english: string | null; field: string | null } };

/** Sends one letter. @throws when there is no answer: no connection, or a server that is down. */
export type Post = (letter: Letter) => Promise<Sent>;

/** Where letters are kept while they wait. */
export interface Shelf {
  read(): Letter[];
  /** Takes letters out and puts others at the end; letters that another page put there stay. */
  change(gone: readonly string[], put: readonly Letter[]): void;
}

const isLetter = (one: unknown): one is Letter => {
  const { id, action, input, at } = (one ?? {}) as Partial<Letter>;
  return (
    typeof id === 'string' &&
    typeof action === 'string' &&
    typeof input === 'object' &&
    input !== null &&
    typeof at === 'number'
  );
};

/**
 * Letters in the storage of the browser, under a name. One that is full or switched off keeps nothing, and sending goes on.
 * @param storage asked for at each use: where it is switched off, naming it is a fault already.
 */
export function shelfAt(
  name: string,
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = () => localStorage,
): Shelf {
  const read = (): Letter[] => {
    try {
      const kept: unknown = JSON.parse(storage().getItem(name) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isLetter) : [];
    } catch {
      return [];
    }
  };
  return {
    read,
    change(gone, put) {
      const letters = [...read().filter(({ id }) => !gone.includes(id)), ...put];
      try {
        if (letters.length === 0) storage().removeItem(name);
        else storage().setItem(name, JSON.stringify(letters));
      } catch {
        // Nothing to be done; what waits is still in memory.
      }
    },
  };
}

export interface OutboxOptions {
  post: Post;
  shelf?: Shelf;
  patience?: number;
  wait?: (tries: number) => number;
  now?: () => number;
  /** What is waiting has changed. */
  changed?: (waiting: number) => void;
  answered?: (letter: Letter, sent: Sent) => void;
  gaveUp?: (letter: Letter) => void;
}

/**
 * Letters that are sent one after the other until they are answered. Without an answer the first is tried again, with the same id, later each time.
 * @param options.patience ms after which a letter that was never answered is given up; a command to the room is worth nothing a minute later.
 */
export class Outbox {
  #letters: Letter[];
  #busy = false;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #options: OutboxOptions;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#letters = options.shelf?.read() ?? [];
  }

  /** What waits, the oldest first. */
  get letters(): readonly Letter[] {
    return this.#letters;
  }

  get waiting(): number {
    return this.#letters.length;
  }

  /** Puts a letter in, in place of one that waits with the same `key`, and starts sending. */
  put(letter: Letter, replaces?: (other: Letter) => boolean): void {
    const onItsWay = this.#busy ? this.#letters[0] : undefined;
    const replaced = this.#letters.filter((other) => other !== onItsWay && replaces?.(other));
    this.#change(replaced, [letter]);
    void this.send();
  }

  /** Tries now; called when the connection is back. */
  async send(): Promise<void> {
    if (this.#busy) return;
    clearTimeout(this.#timer);
    this.#busy = true;
    try {
      for (let letter = this.#letters[0]; letter; letter = this.#letters[0]) {
        const sent = await this.#options.post(letter);
        this.#tries = 0;
        this.#change([letter], []);
        this.#options.answered?.(letter, sent);
      }
    } catch {
      this.#later();
    } finally {
      this.#busy = false;
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #later(): void {
    const now = (this.#options.now ?? Date.now)();
    const patience = this.#options.patience ?? Infinity;
    const old = this.#letters.filter((letter) => now - letter.at > patience);
    if (old.length > 0) {
      this.#change(old, []);
      for (const letter of old) this.#options.gaveUp?.(letter);
    }
    if (this.#letters.length === 0) return;
    const wait = this.#options.wait?.(this.#tries++) ?? Math.min(10_000, 400 * 2 ** Math.min(this.#tries, 5));
    this.#timer = setTimeout(() => void this.send(), wait);
  }

  #change(gone: readonly Letter[], put: readonly Letter[]): void {
    this.#letters = [...this.#letters.filter((letter) => !gone.includes(letter)), ...put];
    this.#options.shelf?.change(
      gone.map(({ id }) => id),
      put,
    );
    this.#options.changed?.(this.#letters.length);
  }
}
