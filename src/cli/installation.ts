import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { openEmbedded } from '../kernel/server/db/embedded.ts';
import { EngineError } from '../kernel/server/db/embedded/sentence.ts';
import { type MigrationReport, migrate } from '../kernel/server/db/migrate.ts';
import { embeddedLogin, ensureRoles } from '../kernel/server/db/roles.ts';
import { readSettings, type Settings } from '../settings.ts';
import type { Call } from './command.ts';

/** Root of the program: where `db/`, `build/` and `messages/` lie. */
export const programFolder = path.resolve(import.meta.dirname, '../..');
/** The migrations and policies of the dialogue database. */
export const schemaFolder = path.join(programFolder, 'db/dialogue');

/** The database of this installation, embedded or on a server, before anybody reads it. */
export type Installation = {
  settings: Settings;
  /** Absolute data folder. */
  dataDir: string;
  embedded: boolean;
  /** Name of the dialogue database. */
  databaseName: string;
  /** Where it is, for people: never a password. */
  place: string;
  /** The login role: neither owner nor superuser. */
  login(database?: string): pg.ClientConfig;
  /** A role that may own tables, or undefined: a server without DATABASE_OWNER_URL. */
  owner: ((database?: string) => pg.ClientConfig) | undefined;
  close(): Promise<void>;
};

/** Options that every command with a database takes. */
export const databaseOptions = { data: { type: 'string' } } as const;
export const databaseHelp = `  --data DIR     data folder of the embedded database (REDTHREAD_DATA, default "data")
                 With DATABASE_URL set, that server is used instead.`;

/** The settings of the environment, with what the call itself says on top. */
export function settingsOf(call: Call, more: Record<string, string | undefined> = {}): Settings {
  const data = call.values['data'];
  return readSettings({ ...call.terminal.env, ...(typeof data === 'string' ? { REDTHREAD_DATA: data } : {}), ...more });
}

/**
 * Opens the installation's database server.
 * @param use `alone` holds the data folder for as long as it lives; `beside` works next to a running application.
 */
export async function openInstallation(
  settings: Settings,
  use: 'alone' | 'beside',
  tell: (sentence: string) => void,
  onLost?: (reason: EngineError) => void,
): Promise<Installation> {
  const dataDir = path.resolve(settings.REDTHREAD_DATA);
  if (settings.DATABASE_URL) return onServer(settings, settings.DATABASE_URL, dataDir);
  const server = await openEmbedded({
    dataDir,
    onNotice: tell,
    guest: use === 'beside',
    ...(onLost ? { onLost } : {}),
  });
  await whenMissing(server.config('postgres', 'postgres'), 'dialogue');
  return {
    settings,
    dataDir,
    embedded: true,
    databaseName: 'dialogue',
    place: `PostgreSQL ${server.version} in ${path.join(dataDir, 'pg')}`,
    login: (database = 'dialogue') => server.config(database, embeddedLogin),
    owner: (database = 'dialogue') => server.config(database, 'postgres'),
    close: () => server.stop(),
  };
}

function onServer(settings: Settings, url: string, dataDir: string): Installation {
  const { hostname, port, pathname } = new URL(url);
  const databaseName = decodeURIComponent(pathname.slice(1)) || 'postgres';
  const ownerUrl = settings.DATABASE_OWNER_URL;
  return {
    settings,
    dataDir,
    embedded: false,
    databaseName,
    place: `database ${databaseName} on ${hostname || 'the local server'}${port ? `:${port}` : ''}`,
    login: (database) => ({ connectionString: withDatabase(url, database) }),
    owner: ownerUrl ? (database) => ({ connectionString: withDatabase(ownerUrl, database) }) : undefined,
    close: async () => undefined,
  };
}

function withDatabase(url: string, database: string | undefined): string {
  if (database === undefined) return url;
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

async function whenMissing(admin: pg.ClientConfig, database: string): Promise<void> {
  await withClient(admin, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount) return;
    await client.query(`create database ${client.escapeIdentifier(database)}`).catch((error: { code?: string }) => {
      if (error.code !== '42P04') throw error;
    });
  });
}

/**
 * Makes the roles and brings the database up to date.
 * @throws EngineError when there is no connection that may do it; MigrationRefused on a newer database.
 */
export async function migrateInstallation(installation: Installation, database?: string): Promise<MigrationReport> {
  const { owner } = installation;
  if (!owner)
    throw new EngineError(
      'Changing the database needs DATABASE_OWNER_URL: a connection whose role may create roles and own tables.',
    );
  return withClient(owner(database), async (client) => {
    await ensureRoles(client, loginName(installation));
    return migrate(client, schemaFolder);
  });
}

/** Name of the login role on this installation's server. */
export function loginName(installation: Installation): string {
  if (installation.embedded) return embeddedLogin;
  return decodeURIComponent(new URL(installation.settings.DATABASE_URL ?? '').username) || embeddedLogin;
}

/** Connects, works, and lets go; a server that cannot be reached becomes a sentence. */
export async function withClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw unreachable(error);
  }
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function unreachable(error: unknown): EngineError {
  const { code, message } = error as { code?: string; message?: string };
  if (code === '28P01' || code === '28000')
    return new EngineError('The database server refused the name or the password in the connection setting.');
  if (code === '3D000')
    return new EngineError(
      'The database named in the connection setting does not exist on that server; create it first.',
    );
  return new EngineError(`The database server does not answer (${code ?? message ?? 'no reason given'}).`);
}

/** The key that signs sessions and links: the setting, or one made once and kept in the data folder. */
export async function secretOf(installation: Installation): Promise<string> {
  if (installation.settings.REDTHREAD_SECRET) return installation.settings.REDTHREAD_SECRET;
  const file = path.join(installation.dataDir, 'secret');
  await mkdir(installation.dataDir, { recursive: true });
  try {
    await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  await chmod(file, 0o600);
  return (await readFile(file, 'utf8')).trim();
}
