import type { Actor } from '../../../../kernel/actor.ts';
import type { Locale } from '../../../../kernel/language-map.ts';
import type { Runtime } from '../../../../kernel/server/runtime.ts';
import { Hub } from './hub.ts';
import type { Follower } from './room.ts';

const key = Symbol.for('redthread.floor.hub');
type Holder = { [key]?: { hub: Hub; runtime: Runtime } };

/** The hub of this process, made when somebody first follows a floor. */
export function hubOf(runtime: Runtime): Hub {
  const holder = globalThis as Holder;
  const known = holder[key];
  if (known?.runtime === runtime) return known.hub;
  const hub = new Hub(runtime.database);
  holder[key] = { hub, runtime };
  const stop = () => hub.stop();
  runtime.beforeClose.push(stop);
  runtime.stopping?.addEventListener('abort', () => void stop());
  return hub;
}

/** Messages that may wait on one line; a device that takes none for so long is let go, and loads the whole when it comes back. */
const mostWaiting = 64;

/**
 * The stream of a floor: Server-Sent Events `full`, `change`, `beat`, `over`, each with the time of the server.
 * @param check who it is by now; null when they may not follow any more.
 */
export function floorStream(
  runtime: Runtime,
  session: string,
  who: { actor: Actor; locale: Locale; screen: boolean; since: string | null },
  check: () => Promise<Actor | null>,
): Response {
  let leave = () => {};
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const follower: Follower = {
          ...who,
          send(message) {
            try {
              if ((controller.desiredSize ?? 0) <= 0) return false;
              controller.enqueue(message);
              return true;
            } catch {
              return false;
            }
          },
          end() {
            try {
              controller.close();
            } catch {
              // It was closed from the other side.
            }
          },
        };
        leave = hubOf(runtime).follow(session, follower, check);
      },
      cancel: () => leave(),
    },
    new CountQueuingStrategy({ highWaterMark: mostWaiting }),
  );
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  });
}
