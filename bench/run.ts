/**
 * `npm run bench [-- NAME…]`: runs bench/*.bench.ts one after the other and prints a table of ratios.
 * Exit status 1 when a promise is not kept.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { stops, type Bench, type Ratio } from './bench.ts';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void Promise.allSettled([...stops].map((stop) => stop())).then(() => process.exit(130)));

const wanted = process.argv.slice(2);
const all = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''))
  .toSorted();
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench called ${unknown.join(', ')}; there are ${all.join(', ')}.`);
  process.exit(2);
}
const names = all.filter((name) => wanted.length === 0 || wanted.includes(name));

let broken = false;
const rows: (Ratio & { bench: string })[] = [];
for (const name of names) {
  const { bench } = (await import(join(import.meta.dirname, `${name}.bench.ts`))) as { bench: Bench };
  console.log(`${name}: ${bench.about}`);
  try {
    rows.push(...(await bench.run((line) => console.log(`  ${line}`))).map((ratio) => ({ bench: name, ...ratio })));
  } catch (error) {
    broken = true;
    console.error(`  ${name} was not measured: ${(error as Error).message}`);
  }
}

const verdict = ({ value, limit }: Ratio) =>
  limit === undefined ? '' : value <= limit ? `kept (at most ${limit})` : `NOT KEPT (at most ${limit})`;
const table = [
  ['bench', 'what', 'ratio', 'promise', 'this run'],
  ...rows.map((row) => [row.bench, row.what, row.value.toFixed(2), verdict(row), row.detail]),
];
const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
console.log(
  `\n${table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}`,
);
process.exitCode = broken || rows.some(({ value, limit }) => limit !== undefined && value > limit) ? 1 : 0;
