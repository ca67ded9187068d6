import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Tx } from '../../src/kernel/action.ts';
import { system } from '../../src/kernel/actor.ts';
import { introduce, openDatabase, type Database } from '../../src/kernel/server/db/database.ts';
import { embeddedLogin } from '../../src/kernel/server/db/roles.ts';

/** A database of its own for one test file, copied from the migrated and seeded template. */
export interface TestDatabase {
  database: Database;
  /** A connection as the cluster's administrator: row-level security does not hold there. For damage and inspection only. */
  admin: pg.Client;
  name: string;
  /** A writing transaction as Redthread itself. */
  asSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/**
 * Registers `beforeAll`/`afterAll` that make and drop the database; use the returned object inside tests.
 * The cluster is started once by test/support/cluster.ts.
 */
export function useDatabase(): TestDatabase {
  const handle = {} as TestDatabase;
  beforeAll(async () => {
    const cluster = inject('cluster');
    const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
    const root = new pg.Client({ ...cluster.admin, database: 'postgres' });
    await root.connect();
    await root.query(`create database ${name} template ${cluster.template}`);
    await root.end();
    const admin = new pg.Client({ ...cluster.admin, database: name });
    await admin.connect();
    const database = openDatabase({ ...cluster.login, user: cluster.login.user ?? embeddedLogin, database: name }, 8);
    Object.assign(handle, {
      database,
      admin,
      name,
      asSystem: <T>(work: (tx: Tx) => Promise<T>) =>
        database.app.transaction().execute(async (tx) => {
          await introduce(tx, system);
          return work(tx);
        }),
    } satisfies TestDatabase);
  }, 60_000);
  afterAll(async () => {
    if (!handle.database) return;
    await handle.database.close();
    await handle.admin.end();
    const root = new pg.Client({ ...inject('cluster').admin, database: 'postgres' });
    await root.connect();
    await root.query(`drop database if exists ${handle.name} with (force)`);
    await root.end();
  });
  return handle;
}
