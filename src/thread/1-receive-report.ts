/**
 * The thread, step 1: a file comes in.
 *
 * A desk officer drops the report of a meeting on a page, or calls `redthread import`. The file is kept byte for byte with its SHA-256, and an
 * import is opened for it. Nothing of it is live. A file that is here already is recognised by its bytes and refused with the way to it.
 * Then it is read (step 2). If the process dies between the two, the file is there and `readWaiting` reads it at the next start.
 */
import type { Actor } from '../kernel/actor.ts';
import type { Answer } from '../kernel/refusal.ts';
import type { Database } from '../kernel/server/db/database.ts';
import { runAction, type Door } from '../kernel/server/run-action.ts';
import { receiveFile, type Received } from '../modules/records/server/index.ts';
import { readImported, type ReadReport } from './2-read-report.ts';

/** What became of one file of an upload. */
export type ReceivedReport = Received & { read?: ReadReport };

/**
 * Receives files and reads each of them.
 * @param corrects the report of which the one file is a corrected version.
 * @param limit largest file in bytes (IMPORT_LIMIT_MB).
 * @param progress called after each file has been read.
 */
export async function receiveReports(
  database: Database,
  actor: Actor,
  files: readonly { name: string; bytes: Uint8Array }[],
  {
    door,
    corrects = null,
    limit,
    progress,
  }: { door: Door; corrects?: string | null; limit?: number; progress?: (report: ReceivedReport) => void },
): Promise<Answer<ReceivedReport[]>> {
  const answer = await runAction(
    database,
    receiveFile,
    actor,
    { files, corrects, ...(limit === undefined ? {} : { limit }) },
    { door },
  );
  if (!answer.ok) return answer;
  const reports = answer.value.received.map(async (received): Promise<ReceivedReport> => {
    const report = received.ok ? { ...received, read: await readImported(database, received.import) } : received;
    progress?.(report);
    return report;
  });
  return { ok: true, value: await Promise.all(reports) };
}
