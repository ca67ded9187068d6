import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientBase } from 'pg';

/** The database is newer than this program, or a committed migration was changed. The message says what to do. */
export class MigrationRefused extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'MigrationRefused';
  }
}

export interface MigrationReport {
  applied: string[];
  policies: string[];
  version: number;
}

/**
 * Brings one database up to date: numbered migrations, each in its own transaction, forward only; then the policy
 * files, whole, when one has changed. Several starters at once are safe: they queue on a lock.
 * @param owner a connection that may `set role redthread_owner`.
 * @param folder `db/dialogue`, with `migrations/NNNN_name.sql` and `policies/<module>.sql`.
 * @throws MigrationRefused on a database that a newer Redthread has written.
 */
export async function migrate(owner: ClientBase, folder: string): Promise<MigrationReport> {
  await owner.query('select pg_advisory_lock(727173)');
  try {
    await prepare(owner);
    const files = (await readdir(join(folder, 'migrations'))).filter((f) => f.endsWith('.sql')).sort();
    const done = new Map(
      (await owner.query<{ name: string; sha256: string }>('select name, sha256 from migration')).rows.map((r) => [
        r.name,
        r.sha256,
      ]),
    );
    const unknown = [...done.keys()].filter((name) => !files.includes(name)).sort();
    if (unknown.length > 0)
      throw new MigrationRefused(
        `The database was written by a newer Redthread (it knows ${unknown.at(-1)}, this program does not). Update the program; nothing was changed.`,
      );
    const applied: string[] = [];
    for (const name of files) {
      const sql = await readFile(join(folder, 'migrations', name), 'utf8');
      const sha256 = digest(sql);
      if (done.get(name) === sha256) continue;
      if (done.has(name))
        throw new MigrationRefused(
          `Migration ${name} was changed after it was applied. Restore the file as it was and add a new migration instead.`,
        );
      await inTransaction(owner, async () => {
        await owner.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256]);
        await withoutForce(owner, () => owner.query(sql));
      });
      applied.push(name);
    }
    const policies = await applyPolicies(owner, folder, applied.length > 0);
    return { applied, policies, version: files.length };
  } finally {
    await owner.query('reset role').catch(() => undefined);
    await owner.query('select pg_advisory_unlock(727173)').catch(() => undefined);
  }
}

/**
 * Row-level security holds for the owner too, so a migration that moves rows of an installation that is in use would see none. It is
 * lifted from the owner inside the migration's own transaction and put back before it ends: nobody else ever sees it lifted.
 */
async function withoutForce(owner: ClientBase, work: () => Promise<unknown>): Promise<void> {
  const { rows } = await owner.query<{ oid: number; name: string }>(
    `select c.oid, c.oid::regclass::text as name from pg_class c where c.relforcerowsecurity and c.relowner = to_regrole('redthread_owner') and c.relkind in ('r', 'p')`,
  );
  for (const { name } of rows) await owner.query(`alter table ${name} no force row level security`);
  await work();
  if (rows.length === 0) return;
  await owner.query('set constraints all immediate');
  const left = await owner.query<{ name: string }>(
    'select oid::regclass::text as name from pg_class where oid = any ($1::oid[])',
    [rows.map(({ oid }) => oid)],
  );
  for (const { name } of left.rows) await owner.query(`alter table ${name} force row level security`);
}

async function prepare(owner: ClientBase): Promise<void> {
  const { rows } = await owner.query<{ database: string; superuser: boolean }>(
    `select current_database() as database, (select rolsuper from pg_roles where rolname = current_user) as superuser`,
  );
  const database = owner.escapeIdentifier(rows[0]!.database);
  await owner.query(`grant create, connect on database ${database} to redthread_owner, redthread_auth`);
  await owner.query('grant all on schema public to redthread_owner with grant option');
  // Owning a function needs the right to create in its schema; redthread_definer cannot log in, so nobody can use it otherwise.
  await owner.query('grant create on schema public to redthread_definer');
  // These extensions are trusted, or made here once by an administrator; objects are made as redthread_owner.
  for (const extension of ['pg_trgm', 'unaccent', 'btree_gist'])
    await owner.query(`create extension if not exists ${extension} with schema public`);
  await owner.query('set role redthread_owner');
  await owner.query(`create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now());
    create table if not exists policy_file (name text primary key, sha256 text not null, applied_at timestamptz not null default now());
    grant select on migration to redthread_app;
    comment on table migration is 'Migrations applied to this database, forward only.';
    comment on column migration.name is 'File name.'; comment on column migration.sha256 is 'Of the file.'; comment on column migration.applied_at is 'When.';
    comment on table policy_file is 'Policy files as last applied.';
    comment on column policy_file.name is 'File name.'; comment on column policy_file.sha256 is 'Of the file.'; comment on column policy_file.applied_at is 'When.';`);
  // The owner keeps these two lists; which version a database has is no secret to the application.
  for (const table of ['migration', 'policy_file'])
    await owner.query(`alter table ${table} enable row level security; alter table ${table} force row level security;
      drop policy if exists keeps on ${table}; create policy keeps on ${table} to redthread_owner using (true) with check (true);
      drop policy if exists reads on ${table}; create policy reads on ${table} for select to redthread_app using (true);
      grant select on ${table} to redthread_app`);
}

/** Policy files whose functions the others ask: who is asking, and which meetings they lead. */
const policiesFirst = ['kernel.sql', 'records.sql', 'meetings.sql'];

/** All policy files in one transaction, `policiesFirst` before the others, those by name; skipped when none has changed and no table is new. */
async function applyPolicies(owner: ClientBase, folder: string, force: boolean): Promise<string[]> {
  const found = (await readdir(join(folder, 'policies'))).filter((f) => f.endsWith('.sql')).toSorted();
  const names = [...policiesFirst.filter((f) => found.includes(f)), ...found.filter((f) => !policiesFirst.includes(f))];
  const texts = new Map<string, string>();
  for (const name of names) texts.set(name, await readFile(join(folder, 'policies', name), 'utf8'));
  const known = new Map(
    (await owner.query<{ name: string; sha256: string }>('select name, sha256 from policy_file')).rows.map((r) => [
      r.name,
      r.sha256,
    ]),
  );
  if (!force && names.every((name) => known.get(name) === digest(texts.get(name)!))) return [];
  await inTransaction(owner, async () => {
    for (const name of names) {
      await owner.query(texts.get(name)!);
      await owner.query(
        'insert into policy_file (name, sha256) values ($1, $2) on conflict (name) do update set sha256 = excluded.sha256, applied_at = now()',
        [name, digest(texts.get(name)!)],
      );
    }
  });
  return names;
}

async function inTransaction(client: ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
