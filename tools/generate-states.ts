/**
 * Writes `src/reader/lexicon/states.generated.ts` from `tools/states/states.psv` (codes, English names, aliases and adjectives,
 * kept by hand) and from CLDR (Russian, Turkish and Arabic names through `Intl.DisplayNames`, corrected by `names-override.ts`).
 * Run it after changing either: `node tools/generate-states.ts`. With `--check` it writes nothing and exits 1 when the file is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { overrides } from './states/names-override.ts';

const source = new URL('./states/states.psv', import.meta.url);
const target = new URL('../src/reader/lexicon/states.generated.ts', import.meta.url);
const languages = ['ru', 'tr', 'ar'] as const;
const standing: Readonly<Record<string, string>> = { m: 'member', o: 'observer', '-': 'none' };

function list(field: string): string[] {
  return field === '' ? [] : field.split(';');
}

/** "Saint Lucia" is printed "St. Lucia" and "St Lucia" as well. */
function withSaints(names: string[]): string[] {
  const saints = names.filter((name) => /\bSaint\b/.test(name));
  return [...names, ...saints.flatMap((name) => [name.replace('Saint', 'St.'), name.replace('Saint', 'St')])];
}

function stateOf(line: string): Record<string, unknown> {
  const [alpha2 = '', alpha3 = '', numeric = '', un = '', short = '', formal = '', aliases = '', adjectives = ''] =
    line.split('|');
  const names: Record<string, string> = { en: short };
  const also: Record<string, string> = {};
  for (const language of languages) {
    const cldr = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(alpha2);
    const name = overrides[language][alpha3] ?? cldr;
    if (name === undefined) throw new Error(`no ${language} name for ${alpha3}`);
    names[language] = name;
    if (cldr !== undefined && cldr !== name) also[language] = cldr;
  }
  const all = withSaints([short, formal, ...list(aliases)].filter((name) => name !== ''));
  return {
    key: alpha3,
    alpha2,
    numeric: numeric === '' ? null : numeric,
    un: standing[un],
    names,
    also,
    formal: formal === '' ? null : formal,
    aliases: all.filter((name) => name !== short && name !== formal),
    adjectives: list(adjectives),
  };
}

const rows = readFileSync(source, 'utf8').trim().split('\n').map(stateOf);
const text = [
  '// Made by tools/generate-states.ts; change tools/states/ and run it again.',
  "import type { StateEntry } from './types.ts';",
  '',
  'export const states: readonly StateEntry[] = [',
  ...rows.map((row) => `  ${JSON.stringify(row)},`),
  '];',
  '',
].join('\n');

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('states.generated.ts is stale: run node tools/generate-states.ts');
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, text);
  console.log(`${rows.length} states and territories written`);
}
