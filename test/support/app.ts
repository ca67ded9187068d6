import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningApp {
  url: string;
  dataFolder: string;
  stop(): Promise<void>;
}

/**
 * Starts the built application as a person would, with the sample dialogue, in a data folder of its own; `live` starts
 * an empty installation for real work instead, with `env` as further settings.
 * Resolves when it prints its address; rejects with everything it printed when it ends before that.
 */
export async function startApp(
  options: { timeoutMs?: number; live?: boolean; env?: Record<string, string> } = {},
): Promise<RunningApp> {
  if (!existsSync('build/handler.js'))
    throw new Error('Journeys need the built application: run `npm run build` first.');
  const dataFolder = mkdtempSync(join(tmpdir(), 'redthread-journey-'));
  const mode = options.live ? 'live' : 'sample';
  const port = options.env?.['PORT'] ?? '0';
  const child = spawn(
    process.execPath,
    ['src/cli/main.ts', 'serve', `--${mode}`, '--data', dataFolder, '--port', port],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', REDTHREAD_MODE: mode, ...options.env },
    },
  );
  const url = await addressOf(child, options.timeoutMs ?? 300_000);
  return {
    url,
    dataFolder,
    async stop() {
      await ended(child);
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

function addressOf(child: ChildProcess, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const fail = (why: string) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      reject(new Error(`${why}\n${printed}`));
    };
    const timer = setTimeout(() => fail('The application printed no address in time.'), timeoutMs);
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /http:\/\/[\w.-]+:\d+/.exec(printed);
      if (!found) return;
      clearTimeout(timer);
      child.off('exit', gone);
      resolve(found[0]);
    };
    const gone = () => fail('The application ended before it printed its address.');
    child.stdout!.on('data', read);
    child.stderr!.on('data', read);
    child.on('exit', gone);
  });
}

/** Asks the process to stop as a service manager would, and waits for it. */
function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    const force = setTimeout(() => child.kill('SIGKILL'), 15_000);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** A port nobody uses at this moment, for an application whose address must be known before it starts. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
