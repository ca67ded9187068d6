import { describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';

/** House rules that the database itself can be asked about. */
const db = useDatabase();
const names = async (query: string): Promise<string[]> =>
  (await db.admin.query<{ name: string }>(query)).rows.map((row) => row.name);
const ours = `n.nspname in ('public', 'auth')`;
const notOfAnExtension = (catalogue: string, alias: string) =>
  `not exists (select 1 from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${alias}.oid and d.deptype = 'e')`;

describe('every table', () => {
  const tables = `pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind in ('r', 'p') and ${notOfAnExtension('pg_class', 'c')}`;

  it('is seen by this test', async () => {
    const all = await names(`select n.nspname || '.' || c.relname as name from ${tables}`);
    expect(all).toEqual(expect.arrayContaining(['public.person', 'public.audit_entry', 'auth.session']));
  });

  it('has row-level security, forced', async () => {
    expect(
      await names(
        `select n.nspname || '.' || c.relname as name from ${tables} and not (c.relrowsecurity and c.relforcerowsecurity)`,
      ),
    ).toEqual([]);
  });

  it('says what it is, and so does every column', async () => {
    expect(
      await names(
        `select n.nspname || '.' || c.relname as name from ${tables} and coalesce(obj_description(c.oid, 'pg_class'), '') = ''`,
      ),
    ).toEqual([]);
    expect(
      await names(`select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where ${ours} and c.relkind in ('r', 'p') and ${notOfAnExtension('pg_class', 'c')}
        and a.attnum > 0 and not a.attisdropped and coalesce(col_description(c.oid, a.attnum), '') = ''`),
    ).toEqual([]);
  });

  it('has a primary key', async () => {
    expect(
      await names(
        `select c.relname as name from ${tables} and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary)`,
      ),
    ).toEqual([]);
  });

  it('gives nothing to everybody', async () => {
    expect(
      await names(
        `select n.nspname || '.' || c.relname as name from ${tables} and exists (select 1 from aclexplode(c.relacl) a where a.grantee = 0)`,
      ),
    ).toEqual([]);
  });

  it('gives the application no right to truncate, refer to or set triggers on it', async () => {
    expect(
      await names(`select c.relname || ' ' || a.privilege_type as name from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
        where ${ours} and a.grantee = 'redthread_app'::regrole and a.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') and c.relkind in ('r', 'p')`),
    ).toEqual([]);
  });

  it('of schema auth is closed to the application', async () => {
    expect(
      await names(
        `select c.relname as name from ${tables} and n.nspname = 'auth' and exists (select 1 from aclexplode(c.relacl) a where a.grantee = 'redthread_app'::regrole)`,
      ),
    ).toEqual([]);
    const { rows } = await db.admin.query(`select has_schema_privilege('redthread_app', 'auth', 'usage') as may`);
    expect(rows[0].may).toBe(false);
  });

  it('has no policy for everybody: each names its role', async () => {
    const { rows } = await db.admin.query(
      `select count(*)::int as n from pg_policies where schemaname in ('public', 'auth') and roles @> '{public}'`,
    );
    expect(rows[0].n).toBe(0);
  });
});

describe('every function that looks past the policies', () => {
  const definers = `pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours} and p.prosecdef and ${notOfAnExtension('pg_proc', 'p')}`;

  it('is seen by this test', async () => {
    expect(await names(`select p.proname as name from ${definers}`)).toEqual(
      expect.arrayContaining(['app_facts', 'audit_append', 'my_sessions']),
    );
  });

  it('belongs to redthread_definer', async () => {
    expect(
      await names(
        `select p.oid::regprocedure::text as name from ${definers} and p.proowner <> 'redthread_definer'::regrole`,
      ),
    ).toEqual([]);
  });

  it('has its search path set', async () => {
    expect(
      await names(
        `select p.oid::regprocedure::text as name from ${definers} and not exists (select 1 from unnest(coalesce(p.proconfig, '{}')) c where c like 'search_path=%')`,
      ),
    ).toEqual([]);
  });

  it('cannot be called by everybody', async () => {
    expect(
      await names(
        `select p.oid::regprocedure::text as name from ${definers} and (p.proacl is null or exists (select 1 from aclexplode(p.proacl) a where a.grantee = 0))`,
      ),
    ).toEqual([]);
  });
});

it('what redthread_definer owns is a security definer: it has no other use', async () => {
  expect(
    await names(
      `select p.oid::regprocedure::text as name from pg_proc p where p.proowner = 'redthread_definer'::regrole and not p.prosecdef`,
    ),
  ).toEqual([]);
});
