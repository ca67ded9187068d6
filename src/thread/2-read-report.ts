/**
 * The thread, step 2: the file is read.
 *
 * The reader runs in a worker thread with a limit of time and memory, so that no file can stop the application. Redthread itself writes down what
 * came of it: the reading, verbatim, or one sentence why the file could not be read. Nobody can send in a reading of their own.
 */
import { system } from '../kernel/actor.ts';
import { asActor, type Database } from '../kernel/server/db/database.ts';
import { runAction } from '../kernel/server/run-action.ts';
import { fileOfImport, readBytes, readImport, readInWorker, waitingImports } from '../modules/records/server/index.ts';

export type ReadReport = { ok: true } | { ok: false; sentence: string };

/** Reads the file of an import that waits for it. Safe to call twice: the second finds it read. */
export async function readImported(database: Database, id: string): Promise<ReadReport> {
  const file = await asActor(database, system, async (tx) => {
    const found = await fileOfImport(tx, id);
    return found && { name: found.name, bytes: await readBytes(tx, found.file_id) };
  });
  if (!file?.bytes) return { ok: false, sentence: 'There is no such import.' };
  const result = await readInWorker(file.bytes, file.name);
  const answer = await runAction(database, readImport, system, { import: id, result }, { door: 'job' });
  // Another process may have read it meanwhile: its result is the same.
  if (!answer.ok && answer.refusal.code !== 'records.import.state')
    return { ok: false, sentence: answer.refusal.sentence };
  return result.ok ? { ok: true } : result;
}

/** Reads what was received but not read because the process ended in between. Called at the start. @returns how many files. */
export async function readWaiting(database: Database): Promise<number> {
  const waiting = await asActor(database, system, waitingImports);
  for (const id of waiting) await readImported(database, id);
  return waiting.length;
}
