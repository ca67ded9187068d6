import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbedded } from '../../src/kernel/server/db/embedded.ts';
import { migrate } from '../../src/kernel/server/db/migrate.ts';
import { embeddedLogin, ensureRoles } from '../../src/kernel/server/db/roles.ts';

const folder = join(import.meta.dirname, '../../db/dialogue');

/** Runs `work` on a throw-away database that has all migrations and policies, as its administrator. */
export async function withMigratedDatabase<T>(work: (connection: pg.ClientConfig) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'redthread-schema-'));
  const server = await openEmbedded({ dataDir, settings: { fsync: 'off' } });
  try {
    const root = new pg.Client(server.config('postgres', 'postgres'));
    await root.connect();
    await ensureRoles(root, embeddedLogin);
    await root.query('create database dialogue');
    await root.end();
    const connection = server.config('dialogue', 'postgres');
    const owner = new pg.Client(connection);
    await owner.connect();
    await migrate(owner, folder);
    await owner.end();
    return await work(connection);
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
