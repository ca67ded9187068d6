import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { BackupRefused, type BackupHeader, type Frame } from './file.ts';
import { listSequences, listTables } from './tables.ts';

/** What a backup will hold, before its rows are read. */
export type BackupSource = {
  header: BackupHeader;
  frames: AsyncGenerator<Frame>;
  counts: { tables: number; rows: number };
};

/**
 * Opens a consistent picture of the whole database: one transaction, so that people may go on working meanwhile.
 * @param client a role that row-level security does not hold back (superuser or BYPASSRLS); the caller ends the transaction.
 * @throws BackupRefused when the role would see only a part, which would be no backup.
 */
export async function openBackup(client: ClientBase, program: string): Promise<BackupSource> {
  await refusePartialView(client);
  await client.query('begin isolation level repeatable read, read only');
  const header: BackupHeader = {
    created: new Date().toISOString(),
    program,
    postgres: await one(client, 'show server_version'),
    mode: await one(client, `select coalesce((select value from setting where name = 'mode'), 'live')`),
    migrations: (
      await client.query<{ name: string; sha256: string }>('select name, sha256 from migration order by name')
    ).rows,
  };
  const counts = { tables: 0, rows: 0 };
  return { header, frames: framesOf(client, counts), counts };
}

async function refusePartialView(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ whole: boolean; known: string | null }>(
    `select rolsuper or rolbypassrls as whole, to_regclass('public.migration')::text as known from pg_roles where rolname = current_user`,
  );
  if (!rows[0]?.known) throw new BackupRefused('The database is empty; there is nothing to back up.');
  if (!rows[0].whole)
    throw new BackupRefused(
      'A backup needs a role that sees every row: give the role of DATABASE_OWNER_URL the attribute BYPASSRLS.',
    );
}

async function one(client: ClientBase, query: string): Promise<string> {
  const { rows } = await client.query<Record<string, string>>(query);
  return Object.values(rows[0] ?? {})[0] ?? '';
}

async function* framesOf(client: ClientBase, counts: { tables: number; rows: number }): AsyncGenerator<Frame> {
  for (const table of await listTables(client)) {
    yield json('T', { table: table.name, columns: table.columns });
    const stream = client.query(copyTo(`copy ${table.quoted} (${table.quotedColumns.join(', ')}) to stdout`));
    for await (const chunk of stream) yield { kind: 'D', content: chunk as Buffer };
    yield json('E', { rows: stream.rowCount });
    counts.tables += 1;
    counts.rows += stream.rowCount;
  }
  yield json('S', await listSequences(client));
  yield json('Z', counts);
}

function json(kind: Frame['kind'], content: unknown): Frame {
  return { kind, content: Buffer.from(JSON.stringify(content)) };
}
