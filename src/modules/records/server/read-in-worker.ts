import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Reading } from '../../../reader/reading.ts';

/** What became of a file: its reading, or one sentence why there is none. */
export type ReadResult = { ok: true; reading: Reading } | { ok: false; sentence: string };

export interface ReadLimits {
  seconds: number;
  /** Heap of the reading thread. */
  megabytes: number;
}

const usual: ReadLimits = { seconds: 90, megabytes: 512 };
/** Files read at the same moment in this process; others wait their turn. */
const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Reads a file in a thread of its own with a limit of time and memory. A file that breaks the reader gives a sentence; it never takes the application down.
 * @param worker another worker file, for tests of the limits.
 */
export async function readInWorker(
  bytes: Uint8Array,
  name: string,
  limits: ReadLimits = usual,
  worker = workerFile(),
): Promise<ReadResult> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await readOnce(bytes, name, limits, worker);
  } finally {
    running--;
    waiting.shift()?.();
  }
}

function readOnce(bytes: Uint8Array, name: string, limits: ReadLimits, file: string): Promise<ReadResult> {
  return new Promise((resolve) => {
    const worker = new Worker(file, {
      workerData: { bytes, name },
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      env: {},
    });
    const done = (result: ReadResult) => {
      clearTimeout(timer);
      resolve(result);
      void worker.terminate();
    };
    const timer = setTimeout(
      () =>
        done({
          ok: false,
          sentence: `Reading ${name} took more than ${limits.seconds} seconds and was stopped. Try a smaller file, or the document it was made from (DOCX).`,
        }),
      limits.seconds * 1000,
    );
    worker.on('message', done);
    worker.on('error', (error: Error & { code?: string }) =>
      done({
        ok: false,
        sentence:
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? `Reading ${name} needs more than ${limits.megabytes} MB of memory and was stopped. Try a smaller file.`
            : `The reader could not cope with ${name}. The file is kept; please report it with this reference: ${faultOf(error)}.`,
      }),
    );
    worker.on('exit', () => done({ ok: false, sentence: `Reading ${name} ended before it was done.` }));
  });
}

/** Where in the reader it broke: file and line, no content of the document. */
function faultOf(error: Error): string {
  const place = /((?:reader|node_modules)\/[^\s:)]+:\d+)/.exec(error.stack ?? '')?.[1];
  return `${error.name}${place ? ` in ${place}` : ''}`;
}

/** The worker runs from its source, under the command line and inside the built web application alike. */
function workerFile(): string {
  const own = 'src/modules/records/server/reader-worker.ts';
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, own))) return join(folder, own);
    if (folder === dirname(folder)) throw new Error(`${own} is not part of this installation`);
  }
}
