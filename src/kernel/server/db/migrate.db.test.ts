import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { ensureRoles } from './roles.ts';
import { migrate, MigrationRefused } from './migrate.ts';

const real = join(import.meta.dirname, '../../../../db/dialogue');
let folder: string;
let root: pg.Client;
let name: string;
const made: string[] = [];

beforeAll(async () => {
  root = new pg.Client({ ...inject('cluster').admin, database: 'postgres' });
  await root.connect();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redthread-migrations-'));
  await cp(real, folder, { recursive: true });
  name = `test_migrate_${process.pid}_${made.length}`;
  made.push(name);
  await root.query(`create database ${name}`);
  return () => rm(folder, { recursive: true });
});
afterAll(async () => {
  for (const database of made) await root.query(`drop database if exists ${database} with (force)`);
  await root.end();
});

async function withOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...inject('cluster').admin, database: name });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
const run = () => withOwner((client) => migrate(client, folder));
const add = (file: string, text: string) => writeFile(join(folder, 'migrations', file), text);
const tables = () =>
  withOwner(async (client) =>
    (
      await client.query<{ t: string }>(
        `select table_name as t from information_schema.tables where table_schema = 'public' order by 1`,
      )
    ).rows.map((row) => row.t),
  );

describe('migrate', () => {
  it('brings an empty database up to date; the second time there is nothing to do', async () => {
    const first = await run();
    expect(first.applied[0]).toBe('0001_kernel.sql');
    expect(first.policies[0]).toBe('kernel.sql');
    expect(first.version).toBe(first.applied.length);
    expect(await run()).toEqual({ applied: [], policies: [], version: first.version });
  });

  it('side by side: each migration is applied once', async () => {
    const reports = await Promise.all([run(), run(), run()]);
    const applied = reports.flatMap((report) => report.applied);
    expect(new Set(applied).size).toBe(applied.length);
    expect(reports.filter((report) => report.applied.length > 0)).toHaveLength(1);
  });

  it('moves rows of an installation in use, and row-level security is forced again afterwards', async () => {
    await run();
    await withOwner((client) => client.query(`insert into setting (name, value) values ('test', 'before')`));
    await add(
      '9000_data.sql',
      `update setting set value = 'after' where name = 'test'; insert into setting (name, value) values ('more', 'x');`,
    );
    await run();
    const found = await withOwner(async (client) => ({
      settings: (
        await client.query<{ value: string }>(`select value from setting where name in ('test', 'more') order by name`)
      ).rows.map((row) => row.value),
      open: (await client.query(`select from pg_class where relname = 'setting' and not relforcerowsecurity`)).rowCount,
    }));
    expect(found).toEqual({ settings: ['x', 'after'], open: 0 });
  });

  it('is refused on a database that a newer program has written, and changes nothing', async () => {
    await add('9000_future.sql', 'create table future (id int primary key)');
    await run();
    await rm(join(folder, 'migrations', '9000_future.sql'));
    await add('9001_other.sql', 'create table other (id int primary key)');
    await expect(run()).rejects.toThrow(/newer Redthread.*9000_future/);
    expect(await tables()).not.toContain('other');
  });

  it('is refused when an applied file was changed', async () => {
    await add('9000_extra.sql', 'create table extra (id int primary key)');
    await run();
    await add('9000_extra.sql', 'create table extra (id bigint primary key)');
    const error = await run().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MigrationRefused);
    expect((error as Error).message).toContain('9000_extra.sql was changed after it was applied');
  });

  it('keeps what was done before a migration that fails, nothing of that one, and goes on when it is repaired', async () => {
    await add('9000_good.sql', 'create table good (id int primary key)');
    await add('9001_half.sql', 'create table half (id int primary key); select 1/0');
    await expect(run()).rejects.toMatchObject({ code: '22012' });
    expect(await tables()).toContain('good');
    expect(await tables()).not.toContain('half');
    await add('9001_half.sql', 'create table half (id int primary key)');
    expect((await run()).applied).toEqual(['9001_half.sql']);
  });

  it('applies the policies again, whole, when one has changed', async () => {
    await run();
    await writeFile(
      join(folder, 'policies', 'zz.sql'),
      `call reset_policies(array['setting']); create policy only_this on setting for select to redthread_app using (false);`,
    );
    expect((await run()).policies).toContain('zz.sql');
    const policies = await withOwner(
      async (client) => (await client.query(`select policyname from pg_policies where tablename = 'setting'`)).rows,
    );
    expect(policies).toEqual([{ policyname: 'only_this' }]);
  });

  it('leaves the old policies standing when a new one is wrong', async () => {
    await run();
    await writeFile(
      join(folder, 'policies', 'zz.sql'),
      `call reset_policies(array['person']); create policy broken on person using (no_such_function());`,
    );
    await expect(run()).rejects.toMatchObject({ code: '42883' });
    const { rows } = await withOwner((client) =>
      client.query(`select count(*)::int as n from pg_policies where tablename = 'person'`),
    );
    expect(rows[0].n).toBeGreaterThan(2);
  });

  it('makes objects that the migrating login does not own', async () => {
    await run();
    const { rows } = await withOwner((client) =>
      client.query(`select distinct tableowner from pg_tables where schemaname in ('public', 'auth')`),
    );
    expect(rows).toEqual([{ tableowner: 'redthread_owner' }]);
  });
});

describe('the roles', () => {
  it('can be made again, side by side', async () => {
    await Promise.all([1, 2, 3].map(() => withOwner((client) => ensureRoles(client, inject('cluster').login.user!))));
    const { rows } = await root.query(
      `select rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolbypassrls, rolcanlogin from pg_roles where rolname like 'redthread%' order by 1`,
    );
    for (const role of rows) {
      expect(role).toMatchObject({
        rolsuper: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolbypassrls: false,
      });
      // The owner alone inherits: it replaces the functions of redthread_definer.
      expect(role.rolinherit).toBe(role.rolname === 'redthread_owner');
      expect(role.rolcanlogin).toBe(role.rolname === 'redthread_login');
    }
  });

  it('of the login can not become the owner, nor the owner of the reviewed functions', async () => {
    for (const role of ['redthread_owner', 'redthread_definer']) {
      const client = new pg.Client({ ...inject('cluster').login, database: 'postgres' });
      await client.connect();
      await expect(client.query(`set role ${role}`)).rejects.toMatchObject({ code: '42501' });
      await client.end();
    }
  });
});
