#!/usr/bin/env node
// The command `redthread`. Runs on any Node from 18 and hands over to the Node the install pinned.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const pinned = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
const current = Number(process.versions.node.split('.')[0]) >= 24;

if (current) {
  const { run } = await import('../src/cli/main.ts');
  process.exitCode = await run(process.argv.slice(2));
} else if (existsSync(pinned)) {
  const child = spawn(pinned, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
} else {
  console.error(`redthread needs Node 24 or newer; this is ${process.version}. In a checkout, run "npm ci" first.`);
  process.exit(1);
}
