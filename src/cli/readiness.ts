import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { EngineError } from '../kernel/server/db/embedded/sentence.ts';
import { type Installation, schemaFolder, withClient } from './installation.ts';

/** Names of the migrations this program has, in order. */
export async function knownMigrations(): Promise<string[]> {
  const files = await readdir(path.join(schemaFolder, 'migrations'));
  return files.filter((name) => name.endsWith('.sql')).toSorted();
}

/** Refuses to serve a database that is older or newer than the program, where the program may not change it. */
export async function checkVersion(installation: Installation): Promise<void> {
  const applied = await appliedMigrations(installation);
  const known = await knownMigrations();
  if (applied.length === 0)
    throw new EngineError('The database is empty: run "redthread migrate" with DATABASE_OWNER_URL first.');
  const newer = applied.find((name) => !known.includes(name));
  if (newer)
    throw new EngineError(
      `The database was written by a newer Redthread (it knows ${newer}, this program does not). Update the program.`,
    );
  const missing = known.filter((name) => !applied.includes(name));
  if (missing.length > 0)
    throw new EngineError(
      `The database lacks ${missing.join(', ')}: run "redthread migrate" with DATABASE_OWNER_URL first.`,
    );
}

/** Migrations the database has, as the login role sees them; none when it was never migrated. */
export async function appliedMigrations(installation: Installation): Promise<string[]> {
  return withClient(installation.login(), async (client) => {
    try {
      await client.query('set role redthread_app');
      const { rows } = await client.query<{ name: string }>('select name from migration order by name');
      return rows.map((row) => row.name);
    } catch (error) {
      if (['42P01', '22023', '42501'].includes((error as { code?: string }).code ?? '')) return [];
      throw error;
    }
  });
}

/** What the database says of itself: holds the sample dialogue, real work, or nothing yet. */
export async function modeOf(installation: Installation): Promise<string | undefined> {
  return withClient(installation.login(), async (client) => {
    await client.query('set role redthread_app');
    const { rows } = await client.query<{ value: string }>(`select value from setting where name = 'mode'`);
    return rows[0]?.value;
  });
}

/** Sample and real work never share a database: one-click sign-in must be impossible where real people's rights are kept. */
export async function checkMode(installation: Installation): Promise<void> {
  const mode = await modeOf(installation);
  const asked = installation.settings.REDTHREAD_MODE;
  if (mode === undefined || mode === asked) return;
  throw new EngineError(
    mode === 'sample'
      ? `The data in ${installation.dataDir} is the sample dialogue; start it with --sample, or choose another folder with --data for real work.`
      : `The data in ${installation.dataDir} is real work and never opens in sample mode; choose another folder with --data to try things out.`,
  );
}
