// `npm start`: installs what is missing, builds what is stale, then runs `redthread serve` on the pinned Node. Every argument goes to
// `serve`. Without a setting that says otherwise it opens the sample dialogue.
import { spawn } from 'node:child_process';
import { ensureBuilt, ensureInstalled, pinnedNode, root } from './lib/prepare.mjs';

process.chdir(root);
ensureInstalled();
ensureBuilt();

const given = process.argv.slice(2);
const decided =
  process.env.REDTHREAD_MODE || process.env.DATABASE_URL || given.includes('--live') || given.includes('--sample');
const child = spawn(pinnedNode(), ['src/cli/main.ts', 'serve', ...(decided ? [] : ['--sample']), ...given], {
  stdio: 'inherit',
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
