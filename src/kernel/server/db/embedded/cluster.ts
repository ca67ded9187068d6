import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Account, canReach, dataFolderArgument } from './account.ts';
import type { Binaries } from './binaries.ts';
import { EngineError } from './sentence.ts';

/** One database cluster on disk: the folder PostgreSQL works in, its log, and who runs it. */
export type Cluster = { dir: string; log: string; account: Account; binaries: Binaries };

/** The system locale plays no part: order and letter case follow Unicode and stay the same on every machine. */
const initdbOptions = [
  '--username=postgres',
  '--auth=trust',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
];

const environment = { LC_ALL: 'C', PATH: '/usr/local/bin:/usr/bin:/bin', TZ: 'UTC' };

/**
 * Makes the cluster unless it is there already. The work happens in a temporary folder that is renamed at the end, so a
 * start that was killed halfway leaves nothing that looks like a database. Two at once: the first rename wins.
 */
export async function ensureCluster(cluster: Cluster): Promise<void> {
  const parent = path.dirname(cluster.dir);
  removeAbandoned(parent);
  if (existsSync(path.join(cluster.dir, 'PG_VERSION'))) {
    refuseOtherMajor(cluster);
    handToAccount(cluster.dir, cluster.account);
    return;
  }
  const fresh = mkdtempSync(path.join(parent, `pg.new-${process.pid}-`));
  if (cluster.account) chownSync(fresh, cluster.account.uid, cluster.account.gid);
  try {
    await initialise(cluster, fresh);
    renameSync(fresh, cluster.dir);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(path.join(cluster.dir, 'PG_VERSION'))) throw error;
  }
}

function initialise(cluster: Cluster, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      path.join(cluster.binaries.bin, 'initdb'),
      ['-D', dataFolderArgument(folder, cluster.account), ...initdbOptions],
      { ...cluster.account, cwd: folder, env: environment, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new EngineError(
            `The database could not be created in ${cluster.dir}: ${complaint.trim() || `initdb ended with ${code}`}`,
          ),
        );
    });
  });
}

/** A start that was killed leaves its unfinished folder, in which initdb may write on for a moment; the next start tries again. */
function removeAbandoned(parent: string): void {
  for (const name of readdirSync(parent)) {
    const maker = /^pg\.new-(\d+)-/.exec(name)?.[1];
    if (!maker || isAlive(Number(maker))) continue;
    try {
      rmSync(path.join(parent, name), { recursive: true, force: true });
    } catch {
      continue;
    }
  }
}

function refuseOtherMajor(cluster: Cluster): void {
  const found = readFileSync(path.join(cluster.dir, 'PG_VERSION'), 'utf8').trim();
  const ours = cluster.binaries.release.split('.')[0];
  if (found === ours) return;
  throw new EngineError(
    `The data in ${cluster.dir} was written by PostgreSQL ${found} and this release runs ${ours}: make a backup with the old release and restore it with this one.`,
  );
}

/** A data folder that root copied or unpacked belongs to root; PostgreSQL insists on owning it. */
function handToAccount(folder: string, account: Account): void {
  const { uid } = statSync(folder);
  if (!account) {
    if (uid === process.getuid?.()) return;
    throw new EngineError(`The data folder ${folder} belongs to another user of this machine; start as that user.`);
  }
  if (uid === account.uid) return;
  for (const entry of [
    folder,
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
  ]) {
    chownSync(entry, account.uid, account.gid);
  }
}

/**
 * A fresh folder for the socket. It lies in the temporary folder because a socket path holds at most 107 bytes, and only the
 * account that owns the data may enter it.
 */
export function makeSocketFolder(account: Account): string {
  const places = [os.tmpdir(), '/tmp', '/var/tmp'].filter(
    (place) => existsSync(place) && Buffer.byteLength(place) < 70,
  );
  const place = places.find((one) => canReach(account, path.join(one, '.')));
  if (!place)
    throw new EngineError(
      'No temporary folder with a short path was found for the database socket; set TMPDIR to one.',
    );
  const folder = mkdtempSync(path.join(place, 'redthread-'));
  chmodSync(folder, 0o700);
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
}

/** What a running PostgreSQL writes about itself into its folder. */
export type Postmaster = { pid: number; socketFolder: string; ready: boolean };

/** Reads postmaster.pid; undefined when PostgreSQL does not run, or when what it left behind belongs to no living process. */
export function runningPostmaster(cluster: Cluster): Postmaster | undefined {
  const file = path.join(cluster.dir, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Math.abs(Number(lines[0]));
  if (!pid || !isPostmasterOf(cluster.dir, pid)) return undefined;
  return { pid, socketFolder: lines[4] ?? '', ready: (lines[7] ?? '').trim() === 'ready' };
}

/**
 * Removes a postmaster.pid whose process is gone. After a crash or in a restarted container its number can belong to any other
 * program, and PostgreSQL would refuse to start. The file is moved away first: if another starter has just replaced it, it goes back.
 * @param keep the folder of our own socket, which stays.
 */
export function clearStalePostmaster(cluster: Cluster, keep: string): void {
  const file = path.join(cluster.dir, 'postmaster.pid');
  if (!existsSync(file) || runningPostmaster(cluster)) return;
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const [pid, , , , socketFolder = ''] = readFileSync(aside, 'utf8').split('\n');
  if (isPostmasterOf(cluster.dir, Math.abs(Number(pid)))) return renameSync(aside, file);
  rmSync(aside, { force: true });
  if (socketFolder !== keep && /\/redthread-[A-Za-z0-9]+$/.test(socketFolder))
    rmSync(socketFolder, { recursive: true, force: true });
}

function isPostmasterOf(dir: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    const there = statSync(`/proc/${pid}/cwd`);
    const here = statSync(dir);
    return there.ino === here.ino && there.dev === here.dev;
  } catch {
    return false;
  }
}

/** Whether a process with this number exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A killed process stays listed until its parent has looked; it runs no more. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return /\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}

/**
 * Starts PostgreSQL in its own process group, so that Ctrl-C in the terminal reaches the application alone and the application
 * stops the database last. The log names no values: statements and details stay out of it.
 */
export function startPostmaster(
  cluster: Cluster,
  socketFolder: string,
  settings: Record<string, string>,
): ChildProcess {
  const all: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    port: '5432',
    max_connections: '60',
    shared_buffers: '128MB',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    jit: 'off',
    ...settings,
  };
  const log = openSync(cluster.log, 'a', 0o600);
  try {
    const child = spawn(
      path.join(cluster.binaries.bin, 'postgres'),
      [
        '-D',
        dataFolderArgument(cluster.dir, cluster.account),
        ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      { ...cluster.account, cwd: cluster.dir, env: environment, detached: true, stdio: ['ignore', log, log] },
    );
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}
