import { workers, WorkEnded, type Work } from '../../../kernel/server/workers.ts';
import type { Reading } from '../../../reader/reading.ts';

/** What became of a file: its reading, or one sentence why there is none. */
export type ReadResult = { ok: true; reading: Reading } | { ok: false; sentence: string };

const usual: Work = { file: 'src/modules/records/server/reader-worker.ts', atOnce: 2, seconds: 90, megabytes: 512 };

/**
 * How files are read: in a worker with a limit of time and memory. A file that breaks the reader gives a sentence; it never takes the application down.
 * @param work other limits, and another worker for tests of them.
 */
export function readerInWorker(work: Work): (bytes: Uint8Array, name: string) => Promise<ReadResult> {
  const read = workers<{ bytes: Uint8Array; name: string }, ReadResult>(work);
  return (bytes, name) =>
    read({ bytes, name }).catch((error: unknown) => {
      if (error instanceof WorkEnded) return { ok: false, sentence: sentenceOf(error, name, work) };
      throw error;
    });
}

/** Reads a file. Two at the same moment, others wait their turn. */
export const readInWorker = readerInWorker(usual);

function sentenceOf({ why, cause }: WorkEnded, name: string, { seconds, megabytes }: Work): string {
  if (why === 'time')
    return `Reading ${name} took more than ${seconds} seconds and was stopped. Try a smaller file, or the document it was made from (DOCX).`;
  if (why === 'memory')
    return `Reading ${name} needs more than ${megabytes} MB of memory and was stopped. Try a smaller file.`;
  if (why === 'end') return `Reading ${name} ended before it was done.`;
  return `The reader could not cope with ${name}. The file is kept; please report it with this reference: ${faultOf(cause as Error)}.`;
}

/** Where in the reader it broke: file and line, no content of the document. */
function faultOf(error: Error): string {
  const place = /((?:reader|node_modules)\/[^\s:)]+:\d+)/.exec(error.stack ?? '')?.[1];
  return `${error.name}${place ? ` in ${place}` : ''}`;
}
