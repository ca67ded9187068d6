import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { accountFor } from './embedded/account.ts';
import { findBinaries } from './embedded/binaries.ts';
import {
  type Cluster,
  clearStalePostmaster,
  ensureCluster,
  isAlive,
  makeSocketFolder,
  runningPostmaster,
  startPostmaster,
} from './embedded/cluster.ts';
import { EngineError } from './embedded/sentence.ts';

/**
 * The embedded database: the real PostgreSQL programs that npm installed, started, watched and stopped by Redthread.
 *
 * Who may connect: `trust`, over one socket in a folder (0700) of the account that owns the data files, no network. Whoever can
 * open the socket can already read and write the files, so a password would keep nobody out; roles and row-level security work as
 * on a server. One application at a time: it holds an advisory lock for as long as it lives, which the server drops the moment the
 * application dies, however it dies.
 */
export type EmbeddedServer = {
  /** Connection string for psql, pg_dump and pg: the local socket, this database, this user. */
  url(database: string, user: string): string;
  /** The same as settings for `new pg.Pool(…)`. They stay valid when a killed PostgreSQL is started again. */
  config(database: string, user: string): pg.ClientConfig;
  /** Stops PostgreSQL (open transactions are rolled back). A guest only lets go. May be called twice. */
  stop(): Promise<void>;
  /** Version of the running server, for example "18.4". */
  version: string;
};

export type EmbeddedOptions = {
  /** The application's data folder; the cluster lives in its subfolder `pg`. */
  dataDir: string;
  /** Told in one sentence about what takes long or was repaired. */
  onNotice?: (sentence: string) => void;
  /** Told when the database is gone for good while the application runs. */
  onLost?: (reason: EngineError) => void;
  /** A short command (backup, doctor) next to a running application: uses its server, does not ask for the lock, does not stop it. */
  guest?: boolean;
  /** Further PostgreSQL settings. Tests turn fsync off here; the application never does. */
  settings?: Record<string, string>;
};

/** The number of the advisory lock in database `postgres`: "redthre" in ASCII. */
const lockNumber = '32199629469151845';
const patience = 30_000;

type Engine = EmbeddedOptions & {
  cluster: Cluster;
  socketFolder: string;
  child?: ChildProcess;
  lock?: pg.Client;
  stopping: boolean;
};

/**
 * Opens the database of a data folder: creates it, starts it, takes over one that a killed application left running.
 * @throws EngineError, one sentence for the person: folder in use, wrong platform, other major version, no rights.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  mkdirSync(options.dataDir, { recursive: true });
  const home = realpathSync(options.dataDir);
  const dir = path.join(home, 'pg');
  const account = accountFor(dir);
  const cluster: Cluster = { dir, log: path.join(home, 'postgres.log'), account, binaries: findBinaries(account) };
  const engine: Engine = { ...options, cluster, socketFolder: '', stopping: false };
  await ensureCluster(cluster);
  const shared = await bringUp(engine);
  const guest = Boolean(options.guest && shared);
  if (!guest) await takeLock(engine);
  const version = await askVersion(engine);
  const onExit = () => stopAtExit(engine);
  if (!guest) process.on('exit', onExit);
  return {
    url: (database, user) =>
      `postgresql:///${encodeURIComponent(database)}?host=${encodeURIComponent(engine.socketFolder)}&user=${encodeURIComponent(user)}`,
    config: (database, user) => config(engine, database, user),
    stop: async () => {
      if (engine.stopping) return;
      engine.stopping = true;
      process.off('exit', onExit);
      if (!guest) await stop(engine);
    },
    version,
  };
}

/**
 * Makes sure that a PostgreSQL runs on the folder and answers. Retries while another is leaving: after kill -9 its last
 * processes hold the shared memory for a moment.
 * @returns whether it was already running.
 */
async function bringUp(engine: Engine): Promise<boolean> {
  const { cluster } = engine;
  const until = Date.now() + patience;
  let last = '';
  while (Date.now() < until) {
    const running = runningPostmaster(cluster);
    if (running) {
      if (await answers(engine, running.socketFolder)) return engine.child?.pid !== running.pid;
    } else if (!engine.child || engine.child.exitCode !== null || engine.child.signalCode !== null) {
      if (engine.child) last = await lastWords(engine, last);
      clearStalePostmaster(cluster, engine.socketFolder);
      start(engine);
    }
    await pause(10);
  }
  throw new EngineError(
    `PostgreSQL did not start on ${cluster.dir} within ${patience / 1000} seconds${last ? `: ${last}` : ''} (log: ${cluster.log}).`,
  );
}

function start(engine: Engine): void {
  rotateLog(engine.cluster.log);
  engine.socketFolder ||= makeSocketFolder(engine.cluster.account);
  engine.child = startPostmaster(engine.cluster, engine.socketFolder, engine.settings ?? {});
  engine.child.on('error', (error) => engine.onNotice?.(`PostgreSQL could not be started: ${error.message}`));
}

async function lastWords(engine: Engine, before: string): Promise<string> {
  const said = /FATAL:\s+(.*)$/m.exec(tail(engine.cluster.log))?.[1] ?? 'it ended without a word';
  if (said !== before) engine.onNotice?.(`PostgreSQL did not start at once (${said}); trying again.`);
  await pause(100);
  return said;
}

/** Connects once; on success the folder of the socket becomes the engine's. */
async function answers(engine: Engine, socketFolder: string): Promise<boolean> {
  if (!socketFolder) return false;
  const client = new pg.Client(config({ ...engine, socketFolder }, 'postgres', 'postgres'));
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
  if (engine.socketFolder && engine.socketFolder !== socketFolder)
    rmSync(engine.socketFolder, { recursive: true, force: true });
  engine.socketFolder = socketFolder;
  return true;
}

function config(engine: { socketFolder: string }, database: string, user: string): pg.ClientConfig {
  return { host: engine.socketFolder, port: 5432, database, user };
}

async function askVersion(engine: Engine): Promise<string> {
  const client = new pg.Client(config(engine, 'postgres', 'postgres'));
  await client.connect();
  try {
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return rows[0]?.server_version ?? '';
  } finally {
    await client.end();
  }
}

/** @throws EngineError when another application holds the folder. */
async function takeLock(engine: Engine): Promise<void> {
  const until = Date.now() + patience;
  for (;;) {
    const client = new pg.Client({
      ...config(engine, 'postgres', 'postgres'),
      application_name: `redthread ${process.pid}`,
    });
    let broken = false;
    client.on('error', () => (broken = true));
    try {
      await client.connect();
      const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(${lockNumber}) as mine`);
      if (rows[0]?.mine) {
        engine.lock = client;
        client.once('end', () => void onLockLost(engine, client));
        return;
      }
      const holder = await lockHolder(client);
      await client.end();
      if (holder !== undefined) throw inUse(engine, holder);
    } catch (error) {
      await client.end().catch(() => undefined);
      if (error instanceof EngineError || Date.now() > until) throw error;
      broken = true;
    }
    if (broken) await bringUp(engine);
    await pause(20);
  }
}

/** The process number of the application that holds the lock; undefined when it has just let go or is being cleaned up. */
async function lockHolder(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.granted and (l.classid::bigint << 32 | l.objid::bigint) = ${lockNumber}`,
  );
  const pid = Number(/^redthread (\d+)$/.exec(rows[0]?.name ?? '')?.[1]);
  return pid && isAlive(pid) ? pid : undefined;
}

function inUse(engine: Engine, pid: number): EngineError {
  const folder = path.dirname(engine.cluster.dir);
  return new EngineError(
    `The data folder ${folder} is already open in another Redthread (process ${pid}); stop that one or choose another folder.`,
  );
}

/** The connection that holds the lock broke: somebody killed PostgreSQL under us. Start it again, unless we are leaving. */
async function onLockLost(engine: Engine, client: pg.Client): Promise<void> {
  if (engine.stopping || engine.lock !== client) return;
  engine.lock = undefined;
  engine.child = undefined;
  engine.onNotice?.('PostgreSQL stopped unexpectedly and is being started again.');
  const folder = engine.socketFolder;
  try {
    await bringUp(engine);
    await takeLock(engine);
    if (engine.socketFolder !== folder) throw inUse(engine, runningPostmaster(engine.cluster)?.pid ?? 0);
  } catch (error) {
    if (engine.stopping) return;
    const reason =
      error instanceof EngineError ? error : new EngineError(`The database is gone: ${(error as Error).message}`);
    if (engine.onLost) engine.onLost(reason);
    else engine.onNotice?.(reason.message);
  }
}

/** Keeps the lock until the server itself ends the connection, so that nobody moves in while it shuts down. */
async function stop(engine: Engine): Promise<void> {
  const running = runningPostmaster(engine.cluster);
  if (running) {
    await signalUntilGone(running.pid);
    rmSync(running.socketFolder, { recursive: true, force: true });
  }
  await engine.lock?.end().catch(() => undefined);
}

async function signalUntilGone(pid: number): Promise<void> {
  const started = Date.now();
  signal(pid, 'SIGINT');
  while (isAlive(pid)) {
    if (Date.now() - started > patience) signal(pid, 'SIGQUIT');
    await pause(5);
  }
}

function stopAtExit(engine: Engine): void {
  const running = engine.stopping ? undefined : runningPostmaster(engine.cluster);
  if (running) signal(running.pid, 'SIGINT');
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has gone by itself, which is what we want.
  }
}

function tail(log: string): string {
  try {
    return readFileSync(log, 'utf8').slice(-4000);
  } catch {
    return '';
  }
}

/** Keeps one old log of at most a few megabytes. */
function rotateLog(log: string): void {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 5_000_000) rmSync(log, { force: true });
}
