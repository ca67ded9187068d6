import pg from 'pg';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Tx } from '../../action.ts';
import type { Actor } from '../../actor.ts';
import type { DB } from './types.generated.ts';
import { keepPlans } from './kept-plans.ts';
import type { GroupRole } from './roles.ts';

// int8 as number (counts and sequence numbers stay far below 2^53); day as ISO text, never a Date in some time zone.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** The dialogue database as the application sees it. One in a process. */
export interface Database {
  /** As redthread_app; only `asActor` and `runAction` use it. */
  app: Kysely<DB>;
  /** As redthread_auth, schema auth: sign-in and sessions; never inside a transaction of `app`. */
  auth: pg.Pool;
  /** A connection of its own as redthread_app, not yet connected: for LISTEN, which no pool can do. Who takes it ends it. */
  listener(): pg.Client;
  /** Ends all pools. */
  close(): Promise<void>;
}

/**
 * Opens the pools.
 * @param login connection of the login role (host, user, database …).
 * @param size most connections of the application pool.
 */
export function openDatabase(login: pg.ClientConfig, size = 10): Database {
  const optionsOf = (role: GroupRole, searchPath: string) =>
    `-c role=${role} -c search_path=${searchPath} -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000 -c timezone=UTC -c jit=off`;
  const poolAs = (role: GroupRole, max: number, searchPath: string) => {
    const pool = new pg.Pool({ ...login, max, options: optionsOf(role, searchPath) });
    // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
    pool.on('error', () => undefined);
    // The same between two queries of a transaction: the next query fails, and that error reaches who asked.
    pool.on('connect', (client) => void client.on('error', () => undefined));
    return pool;
  };
  const app = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: keepPlans(poolAs('redthread_app', size, 'public')) }),
  });
  const auth = poolAs('redthread_auth', 4, 'auth');
  const listener = () => new pg.Client({ ...login, keepAlive: true, options: optionsOf('redthread_app', 'public') });
  return { app, auth, listener, close: async () => void (await Promise.all([app.destroy(), auth.end()])) };
}

/**
 * Runs `work` in one transaction in which the database knows who is asking; row-level security does the rest.
 * For reading (pages, exports, searches); writes go through `runAction`.
 */
export async function asActor<T>(database: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.app
    .transaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await introduceReader(tx, actor);
      return work(tx);
    });
}

/** Tells a transaction that only reads who is asking, and notes what the database knows of them: it cannot change before the transaction ends (`app_fact` in policies/kernel.sql). */
export async function introduceReader(tx: Tx, actor: Actor): Promise<void> {
  await introduce(tx, actor);
  await sql`select set_config('app.facts', app_facts(), true)`.execute(tx);
}

/** Tells the open transaction who is asking. */
export async function introduce(tx: Tx, actor: Actor): Promise<void> {
  await sql`select set_config('app.actor', ${actor.personId ?? ''}, true)`.execute(tx);
}
