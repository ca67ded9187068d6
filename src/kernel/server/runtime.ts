import type { Settings } from '../../settings.ts';
import type { Database } from './db/database.ts';
import type { Letter, NoticeMail } from './mail/letter.ts';

/** What a running Redthread has opened: made by `redthread serve`, taken by the web application built into the same process. */
export interface Runtime {
  database: Database;
  settings: Settings;
  /** Signs sessions and links; 32 bytes or more. */
  secret: string;
  /** Public address, without a slash at the end. */
  origin: string;
  /** Data folder, for files that belong to the installation (mails written instead of sent). */
  dataDir: string;
  /** What works in the background, asked to come to an end and waited for before the database closes. */
  beforeClose: (() => Promise<void>)[];
  /** Aborted when the process is asked to stop: answers that never end by themselves (live streams) end then. */
  stopping?: AbortSignal;
  /** Writes a notice at the moment it is sent; null when nothing is left to say. Without it notices wait for a process that has it. */
  writeNotice?: (mail: NoticeMail) => Promise<Letter | null>;
}

const key = Symbol.for('redthread.runtime');
type Holder = { [key]?: Runtime };

/** The runtime of this process. Throws when the application was not started by `redthread serve`. */
export function runtime(): Runtime {
  const found = opened();
  if (!found)
    throw new Error('Redthread was not started by its own command. Use `npm start` or `npx redthread serve`.');
  return found;
}

/** The runtime of this process, `null` before it is opened. */
export function opened(): Runtime | null {
  return (globalThis as Holder)[key] ?? null;
}

/** Called once by the command that opens the database; `null` when it closes. */
export function setRuntime(opened: Runtime | null): void {
  if (opened) (globalThis as Holder)[key] = opened;
  else delete (globalThis as Holder)[key];
}
