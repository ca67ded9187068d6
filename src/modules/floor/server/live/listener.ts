import type { Database } from '../../../../kernel/server/db/database.ts';

/**
 * One connection that hears what changed, for a whole process. It comes back by itself, later each time, and then says that anything may have changed.
 * @param heard the session whose floor changed; null: there was no connection for a while.
 * @returns ends it.
 */
export function listenToFloors(database: Database, heard: (session: string | null) => void): () => Promise<void> {
  let client: ReturnType<Database['listener']> | null = null;
  let ended = false;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const again = () => {
    const lost = client;
    client = null;
    void lost?.end().catch(() => undefined);
    clearTimeout(timer);
    if (!ended) timer = setTimeout(() => void connect(), Math.min(5000, 100 * 2 ** Math.min(tries++, 6)));
  };
  const connect = async () => {
    const mine = database.listener();
    client = mine;
    const lost = () => mine === client && again();
    mine.on('error', lost);
    mine.on('end', lost);
    mine.on('notification', ({ payload }) => heard(payload ?? null));
    try {
      await mine.connect();
      await mine.query('listen floor');
      tries = 0;
      heard(null);
    } catch {
      lost();
    }
  };
  // A connection that died without a word is found by asking.
  const pulse = setInterval(() => {
    const mine = client;
    void mine?.query('select 1').catch(() => mine === client && again());
  }, 15_000);
  pulse.unref();
  void connect();
  return async () => {
    ended = true;
    clearInterval(pulse);
    clearTimeout(timer);
    const mine = client;
    client = null;
    await mine?.end().catch(() => undefined);
  };
}
