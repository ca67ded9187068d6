import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Account, accountFor, dataFolderArgument } from '../../src/kernel/server/db/embedded/account.ts';
import { findBinaries } from '../../src/kernel/server/db/embedded/binaries.ts';
import { embeddedLogin } from '../../src/kernel/server/db/roles.ts';

/** A PostgreSQL server as an operator would run one: TCP, passwords; here for the path through DATABASE_URL. */
export type TestServer = {
  /** "PostgreSQL 18.4 over TCP". */
  name: string;
  /** Connection of the superuser. */
  url(database?: string): string;
  /** Connection of the application's login role, neither owner nor superuser. */
  loginUrl(database: string): string;
  stop(): Promise<void>;
};

const password = 'test-only';

/**
 * Starts a throw-away server. `newest` is the programs npm installed; `floor` the oldest PostgreSQL of at least 15 that this
 * machine has, undefined when it has none: the caller prints that this was left out.
 */
export async function startServer(which: 'newest' | 'floor'): Promise<TestServer | undefined> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'redthread-server-'));
  const account = accountFor(path.join(folder, 'none'));
  const bin = which === 'newest' ? findBinaries(account).bin : installedFloor();
  if (!bin) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const port = await freePort();
  initialise(bin, folder, account);
  const child = spawn(path.join(bin, 'postgres'), ['-D', dataFolderArgument(folder, account), ...settings(port)], {
    ...account,
    cwd: folder,
    env: { LC_ALL: 'C', PATH: process.env.PATH },
    stdio: 'ignore',
  });
  const killAtExit = () => child.kill('SIGQUIT');
  process.on('exit', killAtExit);
  const address = (user: string, database: string) => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  const version = await prepare(address('postgres', 'postgres'), child);
  return {
    name: `PostgreSQL ${version} over TCP`,
    url: (database = 'postgres') => address('postgres', database),
    loginUrl: (database) => address(embeddedLogin, database),
    stop: async () => {
      process.off('exit', killAtExit);
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Debian and Red Hat keep each major version in a folder of its own. */
function installedFloor(): string | undefined {
  for (const [home, tail] of [
    ['/usr/lib/postgresql', 'bin'],
    ['/usr', 'bin'],
  ] as const) {
    if (!existsSync(home)) continue;
    const versions = readdirSync(home)
      .map((name) => ({ name, major: Number(/^(?:pgsql-)?(\d+)$/.exec(name)?.[1]) }))
      .filter(({ name, major }) => major >= 15 && existsSync(path.join(home, name, tail, 'initdb')))
      .sort((a, b) => a.major - b.major);
    if (versions[0]) return path.join(home, versions[0].name, tail);
  }
  return undefined;
}

function initialise(bin: string, folder: string, account: Account): void {
  const passwordFile = path.join(folder, '..', `${path.basename(folder)}.password`);
  writeFileSync(passwordFile, password);
  if (account) {
    chownSync(folder, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  try {
    execFileSync(
      path.join(bin, 'initdb'),
      [
        '-D',
        dataFolderArgument(folder, account),
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--no-sync',
      ],
      { ...account, cwd: folder, env: { LC_ALL: 'C.UTF-8', PATH: process.env.PATH }, stdio: 'pipe' },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The data is thrown away, so nothing waits for the disk. */
function settings(port: number): string[] {
  const all = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    fsync: 'off',
    max_connections: 100,
    jit: 'off',
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Waits until the server answers and makes the login role with a password, as the guide for operators says. */
async function prepare(url: string, child: ChildProcess): Promise<string> {
  for (let attempt = 0; attempt < 500; attempt++) {
    if (child.exitCode !== null) throw new Error(`The test server ended with ${child.exitCode}.`);
    const client = new pg.Client(url);
    try {
      await client.connect();
      await client.query(`create role ${embeddedLogin} login noinherit password '${password}'`);
      const { rows } = await client.query<{ server_version: string }>('show server_version');
      return (rows[0]?.server_version ?? '?').split(' ')[0]!;
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (code !== 'ECONNREFUSED' && code !== '57P03') throw error;
      await pause(20);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new Error('The test server did not answer within ten seconds.');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
