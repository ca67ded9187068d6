import type pg from 'pg';
import { system } from '../../kernel/actor.ts';
import { verifyAudit } from '../../kernel/server/audit/verify.ts';
import { BackupRefused, checkBackupFile, readFrames } from '../../kernel/server/backup/file.ts';
import { fillFromBackup, refuseUnknownMigrations } from '../../kernel/server/backup/restore.ts';
import { asActor, openDatabase } from '../../kernel/server/db/database.ts';
import { EngineError } from '../../kernel/server/db/embedded/sentence.ts';
import { ensureRoles } from '../../kernel/server/db/roles.ts';
import { type Call, type Command, WrongCall } from '../command.ts';
import {
  databaseHelp,
  databaseOptions,
  type Installation,
  loginName,
  openInstallation,
  schemaFolder,
  settingsOf,
  withClient,
} from '../installation.ts';

/** Fills a fresh database from a backup and puts it in the place of the old one in one step. */
export const command: Command = {
  summary: 'Brings back a backup: redthread restore FILE.',
  usage: 'restore FILE [--replace] [--data DIR]',
  help: `Checks the file, fills a fresh database from it, brings that up to date, and only then puts it in the place of the present one, in a
single step: whatever happens on the way, the present data stays as it was. The application must be stopped.

  --replace      the present data may be replaced; without it, only an empty installation is filled
${databaseHelp}
  On a server, the role of DATABASE_OWNER_URL must be allowed to create databases.`,
  options: { ...databaseOptions, replace: { type: 'boolean' } },
  run: restore,
};

async function restore(call: Call): Promise<number> {
  const [file, more] = call.positionals;
  if (!file || more) throw new WrongCall('name one backup file: redthread restore FILE.');
  const { header, ...range } = await checkBackupFile(file);
  await refuseUnknownMigrations(schemaFolder, header);
  const installation = await openInstallation(settingsOf(call), 'alone', (sentence) =>
    call.terminal.err(`${sentence}\n`),
  );
  try {
    if (!installation.owner)
      throw new EngineError(
        'Restoring to a server needs DATABASE_OWNER_URL: a role that may create databases and own tables.',
      );
    await refuseInUse(installation, installation.owner);
    if (!call.values['replace'] && (await holdsData(installation.owner()))) {
      throw new BackupRefused(
        `The ${installation.place} already holds data; nothing was changed. Restore into an empty installation, or say --replace.`,
      );
    }
    const fresh = `${installation.databaseName}_restore`;
    await withClient(installation.owner('postgres'), async (root) => {
      await ensureRoles(root, loginName(installation));
      await makeFresh(root, fresh);
    });
    const counts = await withClient(installation.owner(fresh), (client) =>
      fillFromBackup(client, schemaFolder, header, readFrames(file, range)),
    );
    const log = await describeAudit(installation, fresh);
    await swap(installation, installation.owner, fresh);
    call.terminal.out(
      `Restored ${counts.rows} rows of ${counts.tables} tables, as of ${header.created}, into ${installation.place}. ${log}\n`,
    );
    return 0;
  } finally {
    await installation.close();
  }
}

type Owner = NonNullable<Installation['owner']>;

/** On a server nothing but the connections themselves tells whether an application runs. */
async function refuseInUse(installation: Installation, owner: Owner): Promise<void> {
  await withClient(owner('postgres'), async (root) => {
    const { rows } = await root.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()`,
      [installation.databaseName],
    );
    const count = rows[0]?.count ?? 0;
    if (count > 0)
      throw new EngineError(
        `The ${installation.place} is in use (${count} ${count === 1 ? 'connection' : 'connections'}); stop the application first.`,
      );
  });
}

/** An installation that was never started, or started and left, holds nobody but Redthread itself and no report. */
async function holdsData(owner: pg.ClientConfig): Promise<boolean> {
  return withClient(owner, async (client) => {
    const { rows } = await client.query<{ known: string | null }>(
      `select to_regclass('public.setting')::text as known`,
    );
    if (!rows[0]?.known) return false;
    const entries = await client.query(
      `select 1 from setting where name = 'mode' union all select 1 from audit_entry limit 1`,
    );
    return entries.rowCount !== 0;
  });
}

async function makeFresh(root: pg.Client, fresh: string): Promise<void> {
  const name = root.escapeIdentifier(fresh);
  await root.query(`drop database if exists ${name} with (force)`);
  await root.query(`create database ${name} template template0 encoding 'UTF8'`).catch((error: { code?: string }) => {
    if (error.code === '42501')
      throw new EngineError(
        'The role of DATABASE_OWNER_URL may not create databases; give it CREATEDB for the restore.',
      );
    throw error;
  });
}

/** The log came with the data; a restored installation says whether its chain is still whole. */
async function describeAudit(installation: Installation, fresh: string): Promise<string> {
  const database = openDatabase({ ...installation.login(fresh) }, 1);
  try {
    const proof = await asActor(database, system, verifyAudit);
    return proof.broken
      ? `Its audit log is broken at entry ${proof.broken.seq}: ${proof.broken.why}.`
      : `Its audit log is unbroken: ${proof.entries} entries.`;
  } finally {
    await database.close();
  }
}

/** Both names change in one transaction: at every moment the name leads to the whole old data or the whole new. */
async function swap(installation: Installation, owner: Owner, fresh: string): Promise<void> {
  await withClient(owner('postgres'), async (root) => {
    const [name, restored, replaced] = [installation.databaseName, fresh, `${installation.databaseName}_replaced`].map(
      (one) => root.escapeIdentifier(one),
    );
    await root.query(`drop database if exists ${replaced} with (force)`);
    await root.query('begin');
    try {
      await root.query(`alter database ${name} rename to ${replaced}`);
      await root.query(`alter database ${restored} rename to ${name}`);
      await root.query('commit');
    } catch (error) {
      await root.query('rollback');
      if ((error as { code?: string }).code === '55006')
        throw new EngineError(
          `The ${installation.place} was opened meanwhile; stop the application and restore again.`,
        );
      throw error;
    }
    await root.query(`drop database ${replaced}`);
  });
}
