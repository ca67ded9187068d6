// Builds the application: check the messages, compile them, build the pages. Always on the pinned Node.
// `--messages-compiled` leaves the compiled messages as they are: the test command has just made them, and other suites are reading them.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const pinned = `${root}node_modules/.bin/node`;
const node = existsSync(pinned) ? pinned : process.execPath;

const steps = [
  ['checking messages', ['tools/check-messages.ts']],
  ['compiling messages', ['tools/compile-messages.ts']],
  ['building pages', ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']],
];

const compiled = process.argv.includes('--messages-compiled');
for (const [name, args] of steps) {
  if (compiled && name === 'compiling messages') continue;
  const started = Date.now();
  const { status } = spawnSync(node, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`build: ${name} failed`);
    process.exit(status ?? 1);
  }
  console.log(`build: ${name} ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
