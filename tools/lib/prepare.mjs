// What has to be there before anything runs: dependencies, the pinned Node, the built pages. Runs on Node 18, before the install.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Installs what package-lock.json asks for, when something of it is missing or of another version. */
export function ensureInstalled() {
  const missing = differences();
  if (missing.length === 0) return;
  console.log(
    `Installing what is missing (${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ` and ${missing.length - 3} more` : ''}); about a minute the first time.`,
  );
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const { status } = spawnSync(npm[0], [...npm.slice(1), 'ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) {
    console.error('The installation failed; the lines above say why. Nothing was started.');
    process.exit(status ?? 1);
  }
}

/** Packages that package-lock.json lists and node_modules does not hold in that version. Optional ones may be missing. */
function differences() {
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  let present = {};
  try {
    present = JSON.parse(readFileSync(path.join(root, 'node_modules/.package-lock.json'), 'utf8')).packages;
  } catch {
    return ['everything'];
  }
  return Object.entries(wanted)
    .filter(([place, entry]) => place !== '' && !entry.optional && !entry.link)
    .filter(([place, entry]) => present[place]?.version !== entry.version || !existsSync(path.join(root, place)))
    .map(([place]) => place.replace(/^.*node_modules\//, ''));
}

/** The Node that Redthread runs on: the one the install pinned; elsewhere this one, if it is new enough. */
export function pinnedNode() {
  const pinned = path.join(root, 'node_modules/.bin/node');
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  console.error(
    `Redthread needs Node 24 or newer and this is ${process.version}; no pinned Node exists for ${process.platform}-${process.arch}, so please install one.`,
  );
  process.exit(1);
}

const inputs = [
  'src',
  'messages',
  'static',
  'project.inlang/settings.json',
  'vite.config.ts',
  'package-lock.json',
  'tools/build.mjs',
  'tools/paraglide-options.ts',
];

/** Builds the pages when a source has changed since the last build. */
export function ensureBuilt() {
  const stamp = path.join(root, 'build/.inputs');
  const now = fingerprint();
  if (existsSync(path.join(root, 'build/handler.js')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now)
    return;
  console.log('Building the pages.');
  rmSync(stamp, { force: true });
  const { status } = spawnSync(pinnedNode(), ['tools/build.mjs'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, now);
}

/** SHA-256 over names and contents of everything the build reads. */
function fingerprint() {
  const hash = createHash('sha256');
  const visit = (name) => {
    const file = path.join(root, name);
    if (name === 'src/paraglide' || name.endsWith('.test.ts') || !existsSync(file)) return;
    if (statSync(file).isDirectory()) for (const entry of readdirSync(file).sort()) visit(`${name}/${entry}`);
    else hash.update(`${name}\0`).update(readFileSync(file)).update('\0');
  };
  inputs.forEach(visit);
  return hash.digest('hex');
}
