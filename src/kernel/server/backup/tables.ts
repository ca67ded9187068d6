import type { ClientBase } from 'pg';

/** A table of the dialogue, ready to be named in SQL. */
export type Table = { name: string; quoted: string; columns: string[]; quotedColumns: string[] };

/**
 * Not in a backup: what the migrations themselves write, and the state of sign-in. Whoever is signed in when a backup is taken is
 * not signed in again when it comes back.
 */
const leftOut = ['public.migration', 'public.policy_file', 'auth.session', 'auth.verification', 'auth.attempt'];

/** All tables of the schemas public and auth with the columns that are stored, not computed. */
export async function listTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ schema: string; name: string; columns: string[] }>(
    `select n.nspname as schema, c.relname as name,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'auth') and c.relkind = 'r' and not (n.nspname || '.' || c.relname = any ($1))
      order by 1, 2`,
    [leftOut],
  );
  return rows.map(({ schema, name, columns }) => ({
    name: `${schema}.${name}`,
    quoted: `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`,
    columns,
    quotedColumns: columns.map((column) => client.escapeIdentifier(column)),
  }));
}

export type Sequence = { name: string; value: string; called: boolean };

/** Where counting goes on after a restore. */
export async function listSequences(client: ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string; value: string; called: boolean }>(
    `select format('%I.%I', schemaname, sequencename) as name, coalesce(last_value, start_value)::text as value, last_value is not null as called
       from pg_sequences where schemaname in ('public', 'auth') order by 1`,
  );
  return rows;
}
