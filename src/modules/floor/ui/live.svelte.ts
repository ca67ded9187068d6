import { offsetFrom } from '../clock.ts';
import { changed, type FloorChange, type FloorView } from '../view.ts';

/** Waits between two tries to connect, ms: doubling, with some chance in it so that a room full of phones does not come back in one moment. */
export const waitBefore = (tries: number, chance = Math.random()): number =>
  Math.min(15_000, 500 * 2 ** Math.min(tries, 5)) * (0.5 + chance / 2);

/** Nothing heard for so long, ms: the line is taken for dead. The server says something every 15 seconds. */
const silence = 40_000;

/** The floor of a session as this browser knows it: from the page, then from what the server tells. */
export class LiveFloor {
  view: FloorView = $state.raw()!;
  /** The server’s clock, ms since 1970. */
  now = $state(0);
  /** `still`: without script or not started; `on`; `away`: trying to connect again; `over`: no longer allowed. */
  line: 'still' | 'on' | 'away' | 'over' = $state('still');
  #offset: number | null = null;
  #source: EventSource | null = null;
  #tries = 0;
  #heard = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: FloorView, at: number) {
    this.view = view;
    this.now = at;
  }

  /** Takes a newer view, as a page that was loaded again brings it. */
  take(view: FloorView, at: number): void {
    this.#learn(at);
    if (view.version >= this.view.version) this.view = view;
  }

  /** Follows the stream at `url` until the answer is called. */
  follow(url: string): () => void {
    const tick = setInterval(() => {
      if (this.#offset !== null) this.now = Date.now() + this.#offset;
      if (this.line === 'on' && Date.now() - this.#heard > silence) this.#lost(url);
    }, 200);
    const back = () => {
      if (this.line !== 'away') return;
      this.#tries = 0;
      this.#open(url);
    };
    const gone = () => void (this.line === 'on' && this.#lost(url));
    addEventListener('online', back);
    addEventListener('offline', gone);
    this.#open(url);
    return () => {
      removeEventListener('online', back);
      removeEventListener('offline', gone);
      clearInterval(tick);
      clearTimeout(this.#timer);
      this.#source?.close();
    };
  }

  #learn(serverNow: number): void {
    this.#heard = Date.now();
    this.#offset = offsetFrom(this.#offset, serverNow, this.#heard);
    this.now = this.#heard + this.#offset;
  }

  #open(url: string): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    const source = new EventSource(
      `${url}${url.includes('?') ? '&' : '?'}since=${this.view.sight}-${this.view.version}`,
    );
    this.#source = source;
    const on = (name: string, take: (data: never) => void) =>
      source.addEventListener(name, (event) => {
        const { now, ...data } = JSON.parse((event as MessageEvent<string>).data) as { now: number };
        this.#learn(now);
        this.#tries = 0;
        this.line = 'on';
        take(data as never);
      });
    on('beat', () => undefined);
    on('full', ({ view }: { view: FloorView }) => void (this.view = view));
    on('change', ({ change }: { change: FloorChange }) => {
      const next = changed(this.view, change);
      if (next) this.view = next;
      else if (change.to > this.view.version) this.#lost(url);
    });
    on('over', () => {
      source.close();
      this.line = 'over';
    });
    source.onerror = () => this.#lost(url);
  }

  /** Comes back by itself, later each time. */
  #lost(url: string): void {
    if (this.line === 'over') return;
    this.#source?.close();
    this.line = 'away';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#open(url), waitBefore(this.#tries++));
  }
}
