import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, statfs } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { system } from '../kernel/actor.ts';
import { verifyAudit } from '../kernel/server/audit/verify.ts';
import { asActor, openDatabase } from '../kernel/server/db/database.ts';
import { tryMailServer } from '../kernel/server/mail/mail-server.ts';
import { waitingMails } from '../kernel/server/mail/waiting.ts';
import { groupRoles } from '../kernel/server/db/roles.ts';
import { type Installation, loginName, schemaFolder, withClient } from './installation.ts';
import { appliedMigrations, knownMigrations, modeOf } from './readiness.ts';
import { size } from './words.ts';

/** One thing looked at: fine, worth a look, or wrong. */
export type Finding = { state: 'ok' | 'look' | 'wrong'; about: string; sentence: string };

const oldestServer = 15;

/** Looks at the whole installation without changing it. What cannot be looked at because of an earlier fault is left out. */
export async function examine(installation: Installation): Promise<Finding[]> {
  const findings = [
    nodeVersion(),
    await space(installation),
    ...settingsAdvice(installation),
    ...(await mailServer(installation)),
  ];
  const server = await attempt('database', () => withClient(installation.login(), serverVersion));
  findings.push(server);
  if (server.state === 'wrong') return findings;
  const applied = await appliedMigrations(installation);
  findings.push(
    await migrations(applied),
    await attempt('login role', () =>
      withClient(installation.login(), (client) => loginRole(client, loginName(installation))),
    ),
  );
  if (applied.length === 0) return findings;
  findings.push(
    await attempt('groups', () => withClient(installation.login(), groups)),
    await attempt('row-level security', () => withClient(installation.login(), rowSecurity)),
    await attempt('audit log', () => auditLog(installation)),
    await attempt('mails', () => mails(installation)),
    await attempt('mode', async () =>
      ok(
        'mode',
        `${(await modeOf(installation)) ?? 'not started yet'}, asked for ${installation.settings.REDTHREAD_MODE}`,
      ),
    ),
  );
  if (installation.owner) findings.push(await attempt('policies', () => withClient(installation.owner!(), policies)));
  findings.push(
    await attempt('leftovers', () =>
      withClient(installation.login(), (client) => leftovers(client, installation.databaseName)),
    ),
  );
  return findings;
}

const ok = (about: string, sentence: string): Finding => ({ state: 'ok', about, sentence });
const look = (about: string, sentence: string): Finding => ({ state: 'look', about, sentence });
const wrong = (about: string, sentence: string): Finding => ({ state: 'wrong', about, sentence });

async function attempt(about: string, work: () => Promise<Finding>): Promise<Finding> {
  try {
    return await work();
  } catch (error) {
    return wrong(about, (error as Error).message);
  }
}

function nodeVersion(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  return major >= 24 ? ok('Node', process.version) : wrong('Node', `${process.version}; Redthread needs 24 or newer.`);
}

async function space(installation: Installation): Promise<Finding> {
  const folder = existsSync(installation.dataDir) ? installation.dataDir : '.';
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const sentence = `${size(free)} free where ${installation.dataDir} lies`;
  return free < 1e9 ? look('disk', `${sentence}; make room before it is full.`) : ok('disk', sentence);
}

function settingsAdvice({ settings }: Installation): Finding[] {
  if (settings.REDTHREAD_MODE === 'sample') return [];
  const findings: Finding[] = [];
  if (!settings.ORIGIN)
    findings.push(look('ORIGIN', 'not set: links in e-mails and passkeys work on this machine only.'));
  if (!settings.SMTP_URL)
    findings.push(look('SMTP_URL', 'not set: e-mails are written to the data folder and reach nobody.'));
  if (settings.DATABASE_URL && !settings.REDTHREAD_SECRET)
    findings.push(
      look('REDTHREAD_SECRET', 'not set: several application nodes would not accept each other’s sessions.'),
    );
  return findings;
}

/** Whether mails could go out now. Says where and as whom, never the password. */
async function mailServer({ settings: { SMTP_URL } }: Installation): Promise<Finding[]> {
  if (SMTP_URL === undefined) return [];
  const { host, username } = new URL(SMTP_URL);
  const answer = await tryMailServer(SMTP_URL);
  const name = decodeURIComponent(username);
  if (answer.kind === 'ready')
    return [ok('mail server', `${host} answers${username === '' ? ', nobody signs in' : ` and lets ${name} in`}`)];
  return [
    wrong(
      'mail server',
      answer.kind === 'refused'
        ? `${host} refused the name ${name} or its password in SMTP_URL (${answer.code}); no mail goes out.`
        : `${host} does not answer as a mail server (${answer.code}): look at host, port and smtp:// or smtps:// in SMTP_URL; no mail goes out.`,
    ),
  ];
}

async function serverVersion(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    `select current_setting('server_version') as version, current_setting('server_encoding') as encoding`,
  );
  const { version = '', encoding = '' } = rows[0] ?? {};
  if (Number.parseInt(version, 10) < oldestServer)
    return wrong('database', `PostgreSQL ${version}; ${oldestServer} or newer is needed.`);
  return encoding === 'UTF8'
    ? ok('database', `PostgreSQL ${version}`)
    : wrong('database', `its encoding is ${encoding}; it must be UTF8.`);
}

async function migrations(applied: string[]): Promise<Finding> {
  const known = await knownMigrations();
  const newer = applied.find((name) => !known.includes(name));
  if (newer)
    return wrong(
      'migrations',
      `the database knows ${newer}, this program does not: it was written by a newer Redthread.`,
    );
  const missing = known.filter((name) => !applied.includes(name));
  if (missing.length > 0)
    return wrong('migrations', `${missing.length} of ${known.length} are not applied: run redthread migrate.`);
  return ok('migrations', `all ${known.length} applied`);
}

/** The login role must not be able to look past row-level security, whatever a fault in the application does. */
async function loginRole(client: pg.Client, name: string): Promise<Finding> {
  const { rows } = await client.query<{
    superuser: boolean;
    bypasses: boolean;
    owns: boolean;
    owner: boolean;
    app: boolean;
  }>(
    `select r.rolsuper as superuser, r.rolbypassrls as bypasses,
       exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relowner = r.oid and n.nspname in ('public', 'auth')) as owns,
       case when to_regrole('redthread_owner') is null then false else pg_has_role(r.oid, to_regrole('redthread_owner'), 'member') end as owner,
       case when to_regrole('redthread_app') is null then false else pg_has_role(r.oid, to_regrole('redthread_app'), 'member') end as app
       from pg_roles r where r.rolname = session_user`,
  );
  const role = rows[0];
  if (!role) return wrong('login role', `${name} does not exist.`);
  if (role.superuser)
    return wrong(
      'login role',
      `${name} is a superuser and row-level security does not hold for it; use a role that is none.`,
    );
  if (role.bypasses)
    return wrong('login role', `${name} has BYPASSRLS; take it away (alter role ${name} nobypassrls).`);
  if (role.owns || role.owner)
    return wrong('login role', `${name} owns tables or may become redthread_owner; use another role for DATABASE_URL.`);
  if (!role.app) return wrong('login role', `${name} is no member of redthread_app: run redthread migrate.`);
  return ok('login role', `${name}, neither owner nor superuser`);
}

async function groups(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ name: string }>(
    `select rolname as name from pg_roles where rolname = any ($1) and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole)`,
    [groupRoles],
  );
  if (rows.length > 0)
    return wrong(
      'group roles',
      `${rows.map((row) => row.name).join(', ')} can log in or more; they must be plain groups.`,
    );
  return ok('group roles', `${groupRoles.length} groups without login`);
}

async function rowSecurity(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ name: string; forced: boolean; ruled: boolean }>(
    `select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced, exists (select 1 from pg_policy where polrelid = c.oid) as ruled
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p') and c.relname not in ('migration', 'policy_file') order by 1`,
  );
  const open = rows.filter((row) => !row.forced).map((row) => row.name);
  if (open.length > 0)
    return wrong(
      'row-level security',
      `not forced on ${open.join(', ')}: run redthread migrate, and find out who switched it off.`,
    );
  return ok('row-level security', `forced on all ${rows.length} tables`);
}

async function policies(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from policy_file');
  const known = new Map(rows.map((row) => [row.name, row.sha256]));
  const folder = path.join(schemaFolder, 'policies');
  const stale: string[] = [];
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql'))) {
    const text = await readFile(path.join(folder, name), 'utf8');
    if (known.get(name) !== createHash('sha256').update(text).digest('hex')) stale.push(name);
  }
  return stale.length > 0
    ? wrong('policies', `${stale.join(', ')} are not those of this program: run redthread migrate.`)
    : ok('policies', `${known.size} files as in this program`);
}

async function auditLog(installation: Installation): Promise<Finding> {
  const database = openDatabase(installation.login(), 1);
  try {
    const proof = await asActor(database, system, verifyAudit);
    if (proof.broken) return wrong('audit log', `broken at entry ${proof.broken.seq}: ${proof.broken.why}.`);
    return ok('audit log', `unbroken, ${proof.entries} entries, head ${proof.head.slice(0, 16)}…`);
  } finally {
    await database.close();
  }
}

/** Mails and notices that wait. A mail that was tried six times is given up: somebody has to look. */
async function mails(installation: Installation): Promise<Finding> {
  const database = openDatabase(installation.login(), 1);
  try {
    const waiting = await asActor(database, system, waitingMails);
    const sentence = `${waiting.mails} waiting, ${waiting.notices} notices for later digests`;
    if (waiting.givenUp > 0)
      return wrong(
        'mails',
        `${waiting.givenUp} given up after six tries (last fault: ${waiting.fault ?? 'none'}); ${sentence}. See docs/guide/operating.md.`,
      );
    return waiting.late > 0
      ? look('mails', `${sentence}; ${waiting.late} for more than an hour (last fault: ${waiting.fault ?? 'none'}).`)
      : ok('mails', sentence);
  } finally {
    await database.close();
  }
}

async function leftovers(client: pg.Client, name: string): Promise<Finding> {
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database where datname = any ($1)', [
    [`${name}_restore`, `${name}_replaced`],
  ]);
  if (rows.length === 0) return ok('leftovers', 'none');
  return look(
    'leftovers',
    `${rows.map((row) => row.datname).join(', ')} stayed from a restore that was stopped; the next restore removes it.`,
  );
}
