import type { ClientBase } from 'pg';

type Relation = { name: string; oid: number; comment: string | null };

/**
 * The schema as plain SQL for a reader: tables with comments, constraints, indexes, triggers and policies, then functions, each in
 * alphabetical order. It documents; the migrations are what makes a database.
 */
export async function schemaSnapshot(client: ClientBase): Promise<string> {
  const tables = await client.query<Relation>(
    `select c.oid, c.relname as name, obj_description(c.oid, 'pg_class') as comment
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname collate "C"`,
  );
  const parts = [
    '-- Made by tools/generate-types.ts from db/dialogue/migrations and db/dialogue/policies. Do not edit; do not run: for reading and comparing.',
  ];
  for (const table of tables.rows) parts.push(await describeTable(client, table));
  parts.push(...(await views(client)), ...(await functions(client)));
  return `${parts.join('\n\n')}\n`;
}

async function describeTable(client: ClientBase, table: Relation): Promise<string> {
  const columns = await lines(
    client,
    `select '  ' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
         || case when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                 when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
         || case when a.attidentity <> '' then ' generated always as identity' else '' end
         || case when a.attnotnull then ' not null' else '' end as line,
       col_description(a.attrelid, a.attnum) as remark
       from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    table.oid,
  );
  const constraints = await lines(
    client,
    `select '  constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid) as line, null as remark
       from pg_constraint where conrelid = $1 and contype <> 'n' order by contype, conname collate "C"`,
    table.oid,
  );
  const body = [...columns, ...constraints].map(({ line, remark }, index, all) => {
    const comma = index === all.length - 1 ? '' : ',';
    return `${line}${comma}${remark ? `  -- ${remark}` : ''}`;
  });
  const after = [
    ...(await lines(
      client,
      `select pg_get_indexdef(indexrelid) || ';' as line, null as remark from pg_index i
        where indrelid = $1 and not exists (select 1 from pg_constraint where conindid = i.indexrelid) order by indexrelid::regclass::text collate "C"`,
      table.oid,
    )),
    ...(await lines(
      client,
      `select pg_get_triggerdef(oid) || ';' as line, null as remark from pg_trigger where tgrelid = $1 and not tgisinternal order by tgname collate "C"`,
      table.oid,
    )),
    ...(await lines(client, policyQuery, table.oid)),
    ...(await lines(client, grantQuery, table.oid)),
  ];
  return [
    `-- ${table.comment ?? ''}`,
    `create table ${table.name} (`,
    ...body,
    ');',
    ...after.map(({ line, remark }) => (remark ? `-- ${remark}\n${line}` : line)),
  ].join('\n');
}

const policyQuery = `select 'create policy ' || quote_ident(polname) || ' on ' || polrelid::regclass
    || case when polpermissive then '' else ' as restrictive' end
    || ' for ' || case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end
    || ' to ' || (select string_agg(case when r = 0 then 'public' else pg_get_userbyid(r) end, ', ' order by r) from unnest(polroles) r)
    || coalesce(' using (' || pg_get_expr(polqual, polrelid) || ')', '')
    || coalesce(' with check (' || pg_get_expr(polwithcheck, polrelid) || ')', '') || ';' as line,
  obj_description(oid, 'pg_policy') as remark
  from pg_policy where polrelid = $1 order by polname collate "C"`;

const grantQuery = `select 'grant ' || string_agg(lower(privilege_type), ', ' order by privilege_type) || ' on ' || $1::regclass || ' to ' || grantee || ';' as line,
  null as remark
  from (select a.privilege_type, pg_get_userbyid(a.grantee) as grantee from pg_class c, aclexplode(c.relacl) a
         where c.oid = $1 and a.grantee <> c.relowner and a.grantee <> 0) g
  group by grantee order by grantee collate "C"`;

async function views(client: ClientBase): Promise<string[]> {
  const found = await lines(
    client,
    `select 'create view ' || oid::regclass || ' as' || chr(10) || pg_get_viewdef(oid) as line, obj_description(oid, 'pg_class') as remark
       from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm') order by relname collate "C"`,
  );
  return found.map(({ line, remark }) => `-- ${remark ?? ''}\n${line}`);
}

/** Functions of extensions are left out. */
async function functions(client: ClientBase): Promise<string[]> {
  const found = await lines(
    client,
    `select pg_get_functiondef(p.oid) || ';' as line, coalesce(obj_description(p.oid, 'pg_proc'), '') || ' Owner: ' || pg_get_userbyid(p.proowner) || '.' as remark
       from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p')
        and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by p.oid::regprocedure::text collate "C"`,
  );
  return found.map(({ line, remark }) => `-- ${(remark ?? '').trim()}\n${line}`);
}

async function lines(
  client: ClientBase,
  query: string,
  oid?: number,
): Promise<{ line: string; remark: string | null }[]> {
  const { rows } = await client.query<{ line: string; remark: string | null }>(query, oid === undefined ? [] : [oid]);
  return rows;
}
