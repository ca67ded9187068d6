import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateInstallation, openInstallation } from '../src/cli/installation.ts';
import { system } from '../src/kernel/actor.ts';
import { type Database, openDatabase } from '../src/kernel/server/db/database.ts';
import { seedRegister } from '../src/modules/register/server/index.ts';
import { readReport } from '../src/reader/index.ts';
import { readSettings } from '../src/settings.ts';
import { receiveReports } from '../src/thread/1-receive-report.ts';
import { adoptRecord } from '../src/thread/4-adopt-record.ts';
import { type Bench, median, ms, type Ratio } from './bench.ts';

const folder = join(import.meta.dirname, '../sample/reports');
const rounds = 5;

export const bench: Bench = {
  about:
    'importing the reports of the sample (received, read in a worker, adopted, on disk) against reading them alone',
  async run() {
    const dataDir = await mkdtemp(join(tmpdir(), 'redthread-bench-'));
    const installation = await openInstallation(readSettings({ REDTHREAD_DATA: dataDir }), 'alone', () => undefined);
    try {
      await migrateInstallation(installation);
      const database = openDatabase(installation.login(), 4);
      try {
        await seedRegister(database);
        const ratios: Ratio[] = [];
        for (const name of (await readdir(folder)).toSorted()) ratios.push(await compare(database, name));
        return ratios;
      } finally {
        await database.close();
      }
    } finally {
      await installation.close();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

async function compare(database: Database, name: string): Promise<Ratio> {
  const bytes = await readFile(join(folder, name));
  const times: [number[], number[]] = [[], []];
  for (let round = -1; round < rounds; round++) {
    const imported = await timed(() => importOne(database, name, variant(bytes, round)));
    const read = await timed(() => readReport(new Uint8Array(bytes), name));
    if (round < 0) continue;
    times[0].push(imported);
    times[1].push(read);
  }
  const [imported, read] = [median(times[0]), median(times[1])];
  return {
    what: `import / reading alone, ${name.split('.').at(-1)} ${name.slice(0, 10)}`,
    value: imported / read,
    detail: `${ms(imported)} / ${ms(read)}`,
  };
}

/** The same file again would be recognised and refused: bytes that no format looks at are added behind it. */
function variant(bytes: Uint8Array, round: number): Uint8Array {
  return Buffer.concat([bytes, Buffer.from('\n'.repeat(round + 2))]);
}

async function importOne(database: Database, name: string, bytes: Uint8Array): Promise<void> {
  const received = await receiveReports(database, system, [{ name, bytes }], { door: 'cli' });
  if (!received.ok) throw received.refusal;
  const file = received.value[0]!;
  if (!file.ok || !file.read?.ok) throw new Error(`${name} was not read`);
  const adopted = await adoptRecord(database, system, { import: file.import, names: [] }, 'cli');
  if (!adopted.ok) throw adopted.refusal;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
