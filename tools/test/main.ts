/**
 * The test command: every check and suite, two at a time. `npm test -- NAME…` runs only the parts whose name begins so.
 * Ends with one line `N passed, N failed, N skipped`; exit status 1 when anything failed.
 */
import { performance } from 'node:perf_hooks';
import { startServer } from '../../test/support/postgres.ts';
import { check, type Outcome, type Part, vitest } from './part.ts';

/** Who may do what is the same SQL on every engine, and trying all of it takes minutes: it is a part of its own, on the oldest engine alone. */
const matrix = 'test/matrix/';
const withoutMatrix = ['--exclude', `${matrix}**`];

/** The engine is tested once and not on every server: these files start their own. */
const ownEngine = ['--exclude', '**/embedded.db.test.ts', '--exclude', 'src/cli/**', '--exclude', 'test/durability/**'];

/** In the order in which a free lane takes them: the way to the journeys first, because they take longest, then the other long ones. */
const parts: Part[] = [
  check('messages', ['tools/check-messages.ts']),
  check('compile messages', ['tools/compile-messages.ts'], ['messages']),
  // Makes `$app/tsconfig`, which tsconfig.json extends: on a fresh clone every tool that reads TypeScript waits for it.
  check('framework types', ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync'], ['compile messages']),
  check('build', ['tools/build.mjs', '--messages-compiled'], ['framework types']),
  { name: 'journeys', after: ['build'], run: () => vitest('journeys') },
  { name: 'database, embedded', after: ['framework types'], run: () => vitest('db', withoutMatrix) },
  { name: 'database, server', after: ['framework types'], run: () => onServer([...ownEngine, ...withoutMatrix]) },
  { name: 'matrix', after: ['framework types'], run: () => onServer([matrix]) },
  { name: 'pure', after: ['framework types'], run: () => vitest('pure') },
  check('types', ['tools/check-types.ts'], ['framework types']),
  check('generated: actions', ['tools/generate-actions.ts', '--check']),
  check('generated: states', ['tools/generate-states.ts', '--check']),
  check('generated: types and snapshot', ['tools/generate-types.ts', '--check']),
  check('lint', ['node_modules/oxlint/bin/oxlint', '--format=unix', '.']),
  // Prettier keeps a cache of its own only as long as nobody calls it without one: this one is ours.
  check('format', [
    'node_modules/prettier/bin/prettier.cjs',
    '--list-different',
    '--cache',
    '--cache-location',
    'node_modules/.cache/redthread-format',
    '.',
  ]),
  check(
    'imports',
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      'tools/depcruise.cjs',
      'src',
      'bin',
      'tools',
      'test',
      'bench',
    ],
    ['framework types'],
  ),
];

/** On the oldest PostgreSQL this machine has (15 or newer), for that is what an office may run; else on the newest, which npm brought, over TCP. */
async function onServer(which: string[]): Promise<Outcome> {
  const oldest = await startServer('floor');
  const server = oldest ?? (await startServer('newest'));
  if (!server) return { passed: 0, failed: 1, skipped: 0, report: 'No PostgreSQL server could be started.' };
  const note = oldest ? '' : ' (no older PostgreSQL is installed on this machine, so the oldest one was left out)';
  try {
    const outcome = await vitest('db', which, { REDTHREAD_TEST_POSTGRES: server.url() });
    return { ...outcome, report: `on ${server.name}${note}\n${outcome.report}` };
  } finally {
    await server.stop();
  }
}

const only = process.argv.slice(2);
const chosen = only.length > 0 ? parts.filter((part) => only.some((name) => part.name.startsWith(name))) : parts;
const outcomes = new Map<string, Outcome>();
const started = performance.now();

async function runPart(part: Part): Promise<void> {
  const broken = part.after?.find((name) => (outcomes.get(name)?.failed ?? 0) > 0);
  const from = performance.now();
  const outcome = broken
    ? { passed: 0, failed: 1, skipped: 0, report: `not run, because “${broken}” failed` }
    : await part.run().catch(crashed);
  outcomes.set(part.name, outcome);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  const counts = `${outcome.passed} passed${outcome.failed ? `, ${outcome.failed} FAILED` : ''}${outcome.skipped ? `, ${outcome.skipped} skipped` : ''}`;
  console.log(`${outcome.failed ? 'x' : 'ok'} ${part.name}: ${counts} (${seconds} s)`);
  if (outcome.report.trim()) console.log(outcome.report.trim().replace(/^/gm, '   '));
}

const crashed = (error: unknown): Outcome => ({
  passed: 0,
  failed: 1,
  skipped: 0,
  report: String((error as Error).stack ?? error),
});

/** Two lanes: each takes the first part that may start; a lane with nothing to start waits for the other. */
async function lane(waiting: Part[], running: Set<Promise<void>>): Promise<void> {
  for (;;) {
    const index = waiting.findIndex((part) =>
      (part.after ?? []).every((name) => outcomes.has(name) || !chosen.some((one) => one.name === name)),
    );
    if (index === -1 && waiting.length === 0) return;
    if (index === -1) {
      await Promise.race(running);
      continue;
    }
    const [part] = waiting.splice(index, 1);
    const work = runPart(part!);
    running.add(work);
    await work;
    running.delete(work);
  }
}

const waiting = [...chosen];
const running = new Set<Promise<void>>();
await Promise.all([lane(waiting, running), lane(waiting, running)]);

const sum = (key: 'passed' | 'failed' | 'skipped') =>
  [...outcomes.values()].reduce((total, outcome) => total + outcome[key], 0);
console.log(
  `\n${((performance.now() - started) / 1000).toFixed(0)} seconds\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`,
);
process.exitCode = sum('failed') > 0 ? 1 : 0;
