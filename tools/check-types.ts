/**
 * Checks the types of everything, pages included; shows errors only. SvelteKit writes its own types first. TypeScript's native compiler does the
 * checking and keeps what it knows in `.svelte-kit`: a second run takes a third of the time.
 */
import { spawnSync } from 'node:child_process';

const run = (args: string[]) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;

process.exitCode =
  run(['node_modules/@sveltejs/kit/svelte-kit.js', 'sync']) ||
  run([
    'node_modules/svelte-check/bin/svelte-check',
    '--tsconfig',
    './tsconfig.json',
    '--output',
    'human',
    '--tsgo',
    '--incremental',
    '--threshold',
    'warning',
  ]);
