import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** One kind of work that is done beside the application, so that nothing in it can stop the application. */
export interface Work {
  /** The worker: a file of this installation from its root (it runs from its source, under the command line and inside the built web application alike), or an absolute path. */
  file: string;
  /** Tasks done at the same moment in this process; others wait their turn. */
  atOnce: number;
  /** How long one task may take. */
  seconds: number;
  /** Heap of a worker. */
  megabytes: number;
}

/** Why there is no answer: it took too long, needed too much memory, broke, or the worker ended without a word. */
export type WhyEnded = 'time' | 'memory' | 'fault' | 'end';

export class WorkEnded extends Error {
  readonly why: WhyEnded;
  constructor(why: WhyEnded, cause?: unknown) {
    super(`The work ended: ${why}.`, { cause });
    this.why = why;
  }
}

/** A worker that nobody needs ends after this. */
const idleSeconds = 60;

/**
 * Gives tasks to workers. A worker answers every message with one; after it has answered it waits for the next task, for beginning takes longer than most work. One
 * that fails in any way is ended and its task with it; the next task gets a new one.
 * @throws WorkEnded
 */
export function workers<Task, Answer>(work: Work): (task: Task) => Promise<Answer> {
  /** Workers at rest, each with what wakes it. */
  const idle = new Map<Worker, () => void>();
  const waiting: (() => void)[] = [];
  let running = 0;

  function rest(worker: Worker): void {
    const wake = () => {
      clearTimeout(timer);
      stop();
      idle.delete(worker);
    };
    const leave = () => {
      wake();
      void worker.terminate();
    };
    const timer = setTimeout(leave, idleSeconds * 1000).unref();
    const stop = listen(worker, { error: leave, exit: leave });
    worker.unref();
    idle.set(worker, wake);
  }

  function next(): Worker {
    const [rested] = idle;
    if (!rested) return begin(work);
    const [worker, wake] = rested;
    wake();
    worker.ref();
    return worker;
  }

  return async (task) => {
    if (running >= work.atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    running++;
    const worker = next();
    try {
      const answer = await ask<Answer>(worker, task, work.seconds);
      rest(worker);
      return answer;
    } catch (error) {
      void worker.terminate();
      throw error;
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
}

function ask<Answer>(worker: Worker, task: unknown, seconds: number): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const timer = setTimeout(() => settled(() => reject(new WorkEnded('time'))), seconds * 1000);
    const settled = (settle: () => void) => {
      clearTimeout(timer);
      stop();
      settle();
    };
    const stop = listen(worker, {
      message: (answer) => settled(() => resolve(answer as Answer)),
      error: (error) => {
        const why = (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'fault';
        settled(() => reject(new WorkEnded(why, error)));
      },
      exit: () => settled(() => reject(new WorkEnded('end'))),
    });
    worker.postMessage(task);
  });
}

/** Listens until the returned function is called. Only what was put there is taken off: Node listens to its workers too. */
function listen(worker: Worker, listeners: Readonly<Record<string, (given: unknown) => void>>): () => void {
  for (const [event, listener] of Object.entries(listeners)) worker.on(event, listener);
  return () => {
    for (const [event, listener] of Object.entries(listeners)) worker.off(event, listener);
  };
}

function begin({ file, megabytes }: Work): Worker {
  const worker = new Worker(isAbsolute(file) ? file : installed(file), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: {},
  });
  // One that breaks while it is being ended has nobody left to tell; without a listener that would end the process.
  return worker.on('error', () => undefined);
}

function installed(file: string): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, file))) return join(folder, file);
    if (folder === dirname(folder)) throw new Error(`${file} is not part of this installation`);
  }
}
