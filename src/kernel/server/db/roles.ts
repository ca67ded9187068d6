import type { ClientBase } from 'pg';

/** Roles of the cluster. Groups without login; the login role is a member that inherits nothing and takes one of them at connect. */
export const groupRoles = ['redthread_owner', 'redthread_app', 'redthread_definer', 'redthread_auth'] as const;
export type GroupRole = (typeof groupRoles)[number];

/** The login role of the embedded database; on a server it is the user of `DATABASE_URL`. */
export const embeddedLogin = 'redthread_login';

/**
 * Makes the cluster-wide roles if they are missing. Safe to run again and side by side on several databases.
 * @param admin a connection that may create roles.
 * @param login the login role; made without a password when missing (embedded only), made a member of app and auth.
 */
export async function ensureRoles(admin: ClientBase, login: string): Promise<void> {
  await admin.query('select pg_advisory_lock(727172)');
  try {
    for (const role of groupRoles)
      await createRole(admin, role, role === 'redthread_owner' ? 'nologin inherit' : 'nologin noinherit');
    await createRole(admin, login, 'login noinherit');
    const quoted = admin.escapeIdentifier(login);
    await admin.query(`grant redthread_app, redthread_auth to ${quoted}`);
    await letOwnerReplace(admin);
    await admin.query('grant redthread_owner to current_user');
  } finally {
    await admin.query('select pg_advisory_unlock(727172)');
  }
}

/**
 * redthread_owner inherits redthread_definer: without it a changed policy file could not replace a reviewed function,
 * and `revoke … from public` on one would be a warning that does nothing.
 */
async function letOwnerReplace(admin: ClientBase): Promise<void> {
  const { rows } = await admin.query<{ inherits: boolean; version: number }>(
    `select rolinherit as inherits, current_setting('server_version_num')::int as version from pg_roles where rolname = 'redthread_owner'`,
  );
  if (!rows[0]?.inherits) await admin.query('alter role redthread_owner inherit');
  await admin.query(
    `grant redthread_definer to redthread_owner${(rows[0]?.version ?? 0) >= 160_000 ? ' with inherit true' : ''}`,
  );
}

async function createRole(admin: ClientBase, role: string, attributes: string): Promise<void> {
  const known = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
  if (known.rowCount) return;
  try {
    await admin.query(`create role ${admin.escapeIdentifier(role)} ${attributes}`);
  } catch (error) {
    // Two databases of one cluster may come up at the same moment; the other one made it.
    if ((error as { code?: string }).code !== '42710' && (error as { code?: string }).code !== '23505') throw error;
  }
}
