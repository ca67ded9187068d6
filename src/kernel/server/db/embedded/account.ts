import { execFileSync } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { EngineError } from './sentence.ts';

/** The operating system user that owns the data folder and runs PostgreSQL; undefined means: the user we are. */
export type Account = { uid: number; gid: number } | undefined;

/** PostgreSQL refuses to run as root, so root drops to the first of these that exists. */
const candidates = ['redthread', 'postgres', 'nobody'];

/**
 * Decides who runs PostgreSQL for a cluster folder. Only root needs a second account; an existing cluster keeps its owner.
 * @throws EngineError when we are root and the system has no account to drop to.
 */
export function accountFor(clusterDir: string): Account {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(clusterDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of candidates) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid && gid) return { uid, gid };
  }
  throw new EngineError(
    `PostgreSQL does not run as root and none of the accounts ${candidates.join(', ')} exists; create one ("useradd redthread") or start as another user.`,
  );
}

/**
 * The folder to hand to PostgreSQL as its data folder. A dropped-to account cannot pass a closed parent such as /root, but the
 * process may always enter its own working directory, and Linux gives that a name. So root starts it there.
 */
export function dataFolderArgument(clusterDir: string, account: Account): string {
  return account && process.platform === 'linux' ? '/proc/self/cwd' : clusterDir;
}

/** Whether an account may enter every folder on the way to a path (read and search, by owner, group or everybody). */
export function canReach(account: Account, target: string): boolean {
  if (!account) return true;
  let folder = path.dirname(realpathSync(target));
  for (;;) {
    if (!maySearch(account, folder)) return false;
    const parent = path.dirname(folder);
    if (parent === folder) return true;
    folder = parent;
  }
}

function maySearch(account: { uid: number; gid: number }, folder: string): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  try {
    const id = Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return Number.isInteger(id) && id > 0 ? id : undefined;
  } catch {
    return undefined;
  }
}
