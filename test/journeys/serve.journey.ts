import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
let scratch: string;
let running: Started[] = [];
beforeAll(() => void (scratch = mkdtempSync(path.join(os.tmpdir(), 'redthread-serve-'))));
afterEach(async () => {
  for (const one of running) one.process.kill('SIGTERM');
  await Promise.all(running.map((one) => one.status));
  running = [];
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

type Started = { process: ChildProcess; printed: () => string; status: Promise<number | null> };

/** Calls the command as a person in a checkout does. */
function redthread(...args: string[]): Started {
  const env = { ...process.env, NO_COLOR: '1', REDTHREAD_MODE: '', DATABASE_URL: '' };
  const child = spawn(path.join(root, 'bin/redthread.mjs'), args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const keep = (chunk: Buffer) => (text += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const started = {
    process: child,
    printed: () => text,
    status: new Promise<number | null>((resolve) => child.once('close', resolve)),
  };
  running.push(started);
  return started;
}

async function address(started: Started): Promise<string> {
  for (let attempt = 0; attempt < 15_000; attempt++) {
    const found = /Open +(\S+)/.exec(started.printed())?.[1];
    if (found) return found;
    if (started.process.exitCode !== null) break;
    await pause(20);
  }
  throw new Error(`no address was printed: ${started.printed()}`);
}

const data = () => path.join(scratch, 'live');

test('a live installation starts, says where it is, and stops in order on SIGTERM with status 0', async () => {
  const started = redthread('serve', '--live', '--port', '0', '--data', data());
  const url = await address(started);
  expect(started.printed()).toContain(path.join(data(), 'pg'));
  expect((await fetch(`${url}/`)).status).toBe(200);
  expect((await fetch(`${url}/sign-in`)).status).toBe(200);
  expect(await (await fetch(`${url}/sign-in`)).text()).not.toContain('Jonas Lindqvist');
  expect(statSync(path.join(data(), 'secret')).mode & 0o777).toBe(0o600);
  started.process.kill('SIGTERM');
  expect(await started.status).toBe(0);
  await expect(fetch(`${url}/`)).rejects.toThrow();
});

test('the data of a live installation never opens in sample mode', async () => {
  const started = redthread('serve', '--sample', '--port', '0', '--data', data());
  expect(await started.status).toBe(2);
  expect(started.printed()).toMatch(/is real work and never opens in sample mode/);
});

test('a second application on the same folder is refused in one sentence; short commands work beside the first', async () => {
  await address(redthread('serve', '--live', '--port', '0', '--data', data()));
  const second = redthread('serve', '--live', '--port', '0', '--data', data());
  expect(await second.status).toBe(2);
  expect(second.printed().trim()).toMatch(
    /^redthread: The data folder .* is already open in another Redthread \(process \d+\); stop that one or choose another folder\.$/,
  );
  const file = path.join(scratch, 'beside.backup');
  const backup = redthread('backup', file, '--data', data());
  expect(await backup.status, backup.printed()).toBe(0);
  const restore = redthread('restore', file, '--replace', '--data', data());
  expect(await restore.status).toBe(2);
  expect(restore.printed()).toMatch(/already open in another Redthread/);
  const list = redthread('export', 'outcomes', path.join(scratch, 'outcomes.csv'), '--data', data());
  expect(await list.status, list.printed()).toBe(0);
});

test('a taken port, a wrong setting, a wrong option and an unknown command are answered with a sentence', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as { port: number };
  const cases: [string[], RegExp][] = [
    [
      ['serve', '--live', '--port', String(port), '--data', data()],
      /port \d+ is taken by another program; choose one with --port/,
    ],
    [['serve', '--port', 'many', '--data', data()], /PORT: /],
    [['serve', '--sample', '--live'], /exclude each other/],
    [['serve', '--colour'], /Unknown option '--colour'/],
    [['swerve'], /there is no command “swerve”/],
  ];
  // Only the first comes as far as the data folder.
  const all = cases.map(([args, sentence]) => ({ started: redthread(...args), args, sentence }));
  for (const { started, args, sentence } of all) {
    expect(await started.status, args.join(' ')).toBe(2);
    expect(started.printed()).toMatch(sentence);
    expect(started.printed()).not.toMatch(/\bat .*\.ts:\d+/);
  }
  taken.close();
});
