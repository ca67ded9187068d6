import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Lists every action in `src/actions.generated.ts` and every query of the API in `src/queries.generated.ts`.
 * With `--check` it only tells whether the lists are current (exit 1 if not).
 */
const root = join(import.meta.dirname, '..');
const checking = process.argv.includes('--check');

interface Found {
  file: string;
  exported: string[];
}

/** Files of a pattern with the names that a pattern of their text finds, in order. */
function find(globs: string[], exported: RegExp): Found[] {
  return globSync(globs, { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .sort()
    .map((file) => {
      const names = [...readFileSync(join(root, file), 'utf8').matchAll(exported)].map(([, name]) => name!);
      return { file: file.replaceAll('\\', '/').replace(/^src\//, './'), exported: names };
    });
}

const imports = (found: Found[]) =>
  found.map(({ file, exported }) => `import { ${exported.join(', ')} } from '${file}';`).join('\n');
const names = (found: Found[]) => found.flatMap(({ exported }) => exported).join(', ');

// A step of the thread may be an action too, where what it writes belongs to two modules at once.
const actions = find(
  ['src/modules/*/server/actions/*.ts', 'src/thread/[0-9]-*.ts'],
  /^export const (\w+) = defineAction\(/gm,
);
for (const { file, exported } of actions) if (exported.length > 1) throw new Error(`${file}: one action, one file`);
keep(
  'src/actions.generated.ts',
  `// Made by tools/generate-actions.ts. Do not edit.
import type { Action } from './kernel/action.ts';
${imports(actions)}

/** Every action of the application, by name. */
export const actions: ReadonlyMap<string, Action> = new Map(
  ([${names(actions)}] as unknown as Action[]).map((action) => [action.name, action]),
);
`,
);

// A file may hold shapes that several files of queries share.
const queries = find(
  ['src/modules/*/server/api/*.ts', 'src/thread/api/*.ts'],
  /^export const (\w+) = define(?:List)?Query\(/gm,
).filter(({ exported }) => exported.length > 0);
keep(
  'src/queries.generated.ts',
  `// Made by tools/generate-actions.ts. Do not edit.
import type { Query } from './kernel/query.ts';
${imports(queries)}

/** Everything that can be read over the API, by name. */
export const queries: ReadonlyMap<string, Query> = new Map(
  ([${names(queries)}] as unknown as Query[]).map((query) => [query.name, query]),
);
`,
);

function keep(target: string, text: string): void {
  const current = (() => {
    try {
      return readFileSync(join(root, target), 'utf8');
    } catch {
      return '';
    }
  })();
  if (current === text) return;
  if (!checking) return writeFileSync(join(root, target), text);
  console.error(`${target} is stale: run \`node tools/generate-actions.ts\` and commit it.`);
  process.exitCode = 1;
}
