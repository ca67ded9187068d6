import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate } from '../db/migrate.ts';
import { type BackupHeader, BackupRefused, type Frame } from './file.ts';
import { listTables, type Sequence, type Table } from './tables.ts';

/**
 * Fills an empty database from the frames of a backup: the schema as it was then, the rows in one transaction, then the migrations
 * that came since. Needs a role that may become redthread_owner, not a superuser.
 * @param folder `db/dialogue` of this program.
 * @throws BackupRefused when the backup knows migrations this program does not.
 */
export async function fillFromBackup(
  client: ClientBase,
  folder: string,
  header: BackupHeader,
  frames: AsyncIterable<Frame>,
): Promise<{ tables: number; rows: number }> {
  await refuseUnknownMigrations(folder, header);
  await migrateTo(client, folder, header);
  await client.query('set role redthread_owner');
  await client.query('begin');
  try {
    const put = await openTables(client);
    const counts = await load(client, frames);
    await put();
    await client.query('commit');
    await client.query('reset role');
    await migrate(client, folder);
    return counts;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** A backup of a newer program is refused before anything is touched. */
export async function refuseUnknownMigrations(folder: string, header: BackupHeader): Promise<void> {
  for (const { name, sha256 } of header.migrations) {
    const text = await readFile(join(folder, 'migrations', name)).catch(() => undefined);
    if (text === undefined)
      throw new BackupRefused(
        `The backup was taken by a newer Redthread (it has ${name}, this program does not); update this program first. Nothing was changed.`,
      );
    if (createHash('sha256').update(text).digest('hex') !== sha256)
      throw new BackupRefused(
        `The backup was taken with another ${name} than this program has; use the release it was taken with. Nothing was changed.`,
      );
  }
}

/** Runs exactly the migrations the backup had, so that its rows fit; newer ones follow when the rows are in. */
async function migrateTo(client: ClientBase, folder: string, header: BackupHeader): Promise<void> {
  const then = await mkdtemp(join(tmpdir(), 'redthread-migrations-'));
  try {
    await mkdir(join(then, 'migrations'));
    await mkdir(join(then, 'policies'));
    for (const { name } of header.migrations)
      await cp(join(folder, 'migrations', name), join(then, 'migrations', name));
    if ((await readdir(join(then, 'migrations'))).length === 0)
      throw new BackupRefused('The backup names no migration; it cannot be restored.');
    await migrate(client, then);
  } finally {
    await rm(then, { recursive: true, force: true });
  }
}

/**
 * Takes away what would judge row by row (foreign keys, triggers, forced row-level security) and empties all tables.
 * @returns what puts it all back; the foreign keys are then checked over all rows at once.
 */
async function openTables(client: ClientBase): Promise<() => Promise<void>> {
  const tables = await listTables(client);
  const names = tables.map((table) => table.quoted);
  const keys = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where contype = 'f' and (conrelid = any ($1::regclass[]) or confrelid = any ($1::regclass[])) and conparentid = 0`,
    [names],
  );
  const triggers = await client.query<{ table: string; name: string }>(
    `select tgrelid::regclass::text as "table", quote_ident(tgname) as name
       from pg_trigger where not tgisinternal and tgenabled = 'O' and tgrelid = any ($1::regclass[])`,
    [names],
  );
  const forced = await client.query<{ table: string }>(
    `select oid::regclass::text as "table" from pg_class where relforcerowsecurity and oid = any ($1::regclass[])`,
    [names],
  );
  for (const { table } of forced.rows) await client.query(`alter table ${table} no force row level security`);
  for (const { table, name } of keys.rows) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { table, name } of triggers.rows) await client.query(`alter table ${table} disable trigger ${name}`);
  await client.query(`truncate ${names.join(', ')}`);
  return async () => {
    for (const { table, name, definition } of keys.rows)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
    for (const { table, name } of triggers.rows) await client.query(`alter table ${table} enable trigger ${name}`);
    for (const { table } of forced.rows) await client.query(`alter table ${table} force row level security`);
  };
}

/** Copies table after table. A backup that does not end with its own count is not a whole one. */
async function load(client: ClientBase, frames: AsyncIterable<Frame>): Promise<{ tables: number; rows: number }> {
  const tables = new Map((await listTables(client)).map((table) => [table.name, table]));
  const counts = { tables: 0, rows: 0 };
  let copying: Copying | undefined;
  for await (const { kind, content } of frames) {
    if (kind === 'D') {
      if (!copying) throw damaged('rows without a table');
      await copying.write(content);
      continue;
    }
    const said = JSON.parse(content.toString('utf8')) as {
      table?: string;
      columns?: string[];
      rows?: number;
      tables?: number;
    } & Sequence[];
    if (kind === 'T') copying = beginCopy(client, tables.get(said.table ?? ''), said.columns ?? []);
    else if (kind === 'E') {
      const rows = await copying!.end();
      if (rows !== said.rows) throw damaged(`${rows} rows instead of ${said.rows}`);
      copying = undefined;
      counts.tables += 1;
      counts.rows += rows;
    } else if (kind === 'S') await setSequences(client, said);
    else if (said.rows !== counts.rows || said.tables !== counts.tables) throw damaged('the counts do not match');
    else return counts;
  }
  throw damaged('its end is missing');
}

const damaged = (how: string) => new BackupRefused(`The backup is damaged (${how}); nothing was changed.`);

type Copying = { write(content: Buffer): Promise<void>; end(): Promise<number> };

function beginCopy(client: ClientBase, table: Table | undefined, columns: string[]): Copying {
  if (!table) throw damaged('it has a table this schema does not');
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const stream = client.query(copyFrom(`copy ${table.quoted} (${list}) from stdin`));
  const source = new PassThrough();
  const done = pipeline(source, stream);
  // The first failure is reported by `end` or `write`; until one of them asks, it is not an unhandled one.
  done.catch(() => undefined);
  return {
    write: async (content) => {
      if (!source.write(content)) await Promise.race([new Promise((resolve) => source.once('drain', resolve)), done]);
    },
    end: async () => {
      source.end();
      await done;
      return stream.rowCount;
    },
  };
}

async function setSequences(client: ClientBase, sequences: Sequence[]): Promise<void> {
  for (const { name, value, called } of sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [name, value, called]);
}
