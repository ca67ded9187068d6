import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../../src/kernel/server/db/embedded.ts';
import { migrate } from '../../src/kernel/server/db/migrate.ts';
import { embeddedLogin, ensureRoles } from '../../src/kernel/server/db/roles.ts';

/** What a test needs to make itself a database. `postgres` names the engine in messages. */
export interface Cluster {
  admin: pg.ClientConfig;
  login: pg.ClientConfig;
  template: string;
  postgres: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    cluster: Cluster;
  }
}

/**
 * Global setup of the database suites: one cluster, one migrated template database. The cluster is the embedded one;
 * with `REDTHREAD_TEST_POSTGRES=postgresql://superuser@host:port` it is that server (tools/test.mjs runs both).
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.REDTHREAD_TEST_POSTGRES;
  const { admin, login, stop } = given ? fromServer(given) : await fromEmbedded();
  const template = `redthread_template_${process.pid}`;
  const root = new pg.Client({ ...admin, database: 'postgres' });
  await root.connect();
  await ensureRoles(root, login.user ?? embeddedLogin);
  await root.query(`create database ${template}`);
  const { rows } = await root.query<{ version: string }>('show server_version');
  const owner = new pg.Client({ ...admin, database: template });
  await owner.connect();
  await migrate(owner, join(import.meta.dirname, '../../db/dialogue'));
  await owner.end();
  project.provide('cluster', { admin, login, template, postgres: rows[0]!.version ?? '?' } as Cluster);
  return async () => {
    await root.query(`drop database if exists ${template} with (force)`);
    await root.end();
    await stop();
  };
}

async function fromEmbedded() {
  const dataDir = await mkdtemp(join(tmpdir(), 'redthread-test-'));
  const server = await openEmbedded({ dataDir, settings: { fsync: 'off' } });
  const plain = (user: string): pg.ClientConfig => ({ ...server.config('postgres', user), database: undefined });
  return {
    admin: plain('postgres'),
    login: plain(embeddedLogin),
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function fromServer(url: string) {
  const { hostname, port, username, password } = new URL(url);
  const admin: pg.ClientConfig = {
    host: hostname,
    port: Number(port || 5432),
    user: username || 'postgres',
    password: decodeURIComponent(password) || undefined,
  };
  return { admin, login: { ...admin, user: embeddedLogin }, stop: async () => undefined };
}
