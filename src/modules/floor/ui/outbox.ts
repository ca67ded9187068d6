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

/** Where letters are kept while they wait; a browser's storage, or nothing. */
export interface Shelf {
  read(): Letter[];
  write(letters: readonly Letter[]): void;
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

  get waiting(): number {
    return this.#letters.length;
  }

  /** Puts a letter in, in place of one that waits with the same `key`, and starts sending. */
  put(letter: Letter, replaces?: (other: Letter) => boolean): void {
    const first = this.#busy ? this.#letters.slice(0, 1) : [];
    const rest = this.#letters.slice(first.length).filter((other) => !replaces?.(other));
    this.#letters = [...first, ...rest, letter];
    this.#keep();
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
        this.#letters = this.#letters.slice(1);
        this.#keep();
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
      this.#letters = this.#letters.filter((letter) => !old.includes(letter));
      this.#keep();
      for (const letter of old) this.#options.gaveUp?.(letter);
    }
    if (this.#letters.length === 0) return;
    const wait = this.#options.wait?.(this.#tries++) ?? Math.min(10_000, 400 * 2 ** Math.min(this.#tries, 5));
    this.#timer = setTimeout(() => void this.send(), wait);
  }

  #keep(): void {
    this.#options.shelf?.write(this.#letters);
    this.#options.changed?.(this.#letters.length);
  }
}
