import { Outbox, shelfAt, type Letter, type Post, type Sent } from '../../../ui/outbox.ts';

type Refused = Extract<Sent, { ok: false }>['refusal'];

const postTo =
  (url: string): Post =>
  async ({ action, input }) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action, input }),
      signal: AbortSignal.timeout(10_000),
    });
    if (response.status >= 500 || response.status === 429) throw new Error(String(response.status));
    return (await response.json()) as Sent;
  };

/** What a page of the floor sends: commands that are carried out once, however often they must be sent. */
export class Sender {
  waiting = $state(0);
  refusal: Refused | null = $state(null);
  /** A command was given up: it was never answered. */
  lost = $state(false);
  /** Ids of commands that are on their way. */
  #outbox: Outbox | null = null;
  #answered: ((letter: Letter, sent: Sent) => void) | undefined;

  constructor(answered?: (letter: Letter, sent: Sent) => void) {
    this.#answered = answered;
  }

  /** Begins sending, in the browser. @param options.keep name under which letters survive a closed page; without it they are given up after 20 seconds. */
  start(url: string, options: { keep?: string } = {}): () => void {
    const outbox = new Outbox({
      post: postTo(url),
      ...(options.keep ? { shelf: shelfAt(options.keep) } : { patience: 20_000 }),
      changed: (waiting) => void (this.waiting = waiting),
      answered: (letter, sent) => {
        this.refusal = sent.ok ? null : sent.refusal;
        this.#answered?.(letter, sent);
      },
      gaveUp: () => void (this.lost = true),
    });
    this.#outbox = outbox;
    this.waiting = outbox.waiting;
    const again = () => void outbox.send();
    addEventListener('online', again);
    again();
    return () => {
      removeEventListener('online', again);
      outbox.stop();
      this.#outbox = null;
    };
  }

  /** @returns false where there is no script to send with, and the form has to be posted as it is. */
  send(letter: Letter, replaces?: (other: Letter) => boolean): boolean {
    if (!this.#outbox) return false;
    this.lost = false;
    this.refusal = null;
    this.#outbox.put(letter, replaces);
    return true;
  }
}
