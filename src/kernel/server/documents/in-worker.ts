import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PrintedDocument } from './document.ts';

export type Format = 'docx' | 'pdf';

/** What takes longer than this is stopped. Three hundred pages take a few seconds on an idle machine. */
const seconds = 120;
/** Heap of the thread; what the typesetter takes beside it follows the size of the document, which `limits.ts` bounds. */
const megabytes = 768;
/** A thread that nobody needs ends after this. */
const idleSeconds = 60;

type Answer = { ok: true; bytes: Uint8Array } | { ok: false; fault: string };

let worker: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let queue: Promise<unknown> = Promise.resolve();

/** Makes the file in a thread beside the application, one after the other, with a limit of time and memory. Throws when the limit is reached. */
export function renderInWorker(document: PrintedDocument, format: Format): Promise<Uint8Array> {
  const mine = queue.then(() => renderNow(document, format));
  queue = mine.catch(() => {});
  return mine;
}

async function renderNow(document: PrintedDocument, format: Format): Promise<Uint8Array> {
  clearTimeout(idle);
  const used = (worker ??= start());
  used.ref();
  try {
    const answer = await ask(used, { document, format });
    if (!answer.ok) throw new Error(answer.fault);
    return answer.bytes;
  } catch (error) {
    stop();
    throw error;
  } finally {
    used.unref();
    idle = setTimeout(stop, idleSeconds * 1000).unref();
  }
}

function ask(used: Worker, message: { document: PrintedDocument; format: Format }): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => settle(new Error(`Making the file took more than ${seconds} seconds and was stopped.`)),
      seconds * 1000,
    );
    const settle = (outcome: Answer | Error) => {
      clearTimeout(timer);
      for (const [event, listener] of Object.entries(listeners)) used.off(event, listener);
      if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
    };
    const listeners = {
      message: settle,
      error: settle,
      exit: () => settle(new Error('Making the file ended before it was done.')),
    };
    for (const [event, listener] of Object.entries(listeners)) used.on(event, listener);
    used.postMessage(message);
  });
}

const start = () =>
  new Worker(workerFile(), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: {},
  });

function stop(): void {
  void worker?.terminate();
  worker = undefined;
}

/** The worker runs from its source, under the command line and inside the built web application alike. */
function workerFile(): string {
  const own = 'src/kernel/server/documents/render-worker.ts';
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, own))) return join(folder, own);
    if (folder === dirname(folder)) throw new Error(`${own} is not part of this installation`);
  }
}
