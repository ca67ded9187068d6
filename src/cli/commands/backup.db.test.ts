import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redthread } from '../../../test/support/cli.ts';
import { startServer, type TestServer } from '../../../test/support/postgres.ts';
import { openEmbedded } from '../../kernel/server/db/embedded.ts';

let scratch: string;
let servers: TestServer[];
const at = (name: string) => path.join(scratch, name);
const newPerson = '019a0000-0000-7000-8000-00000000000';

beforeAll(async () => {
  scratch = mkdtempSync(path.join(os.tmpdir(), 'redthread-backup-'));
  const started = await Promise.all([startServer('newest'), startServer('floor')]);
  if (!started[1])
    console.log('Left out: backup and restore on the oldest supported PostgreSQL, because none is installed.');
  servers = started.filter((server) => server !== undefined);
});

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(scratch, { recursive: true, force: true });
});

/** Everything the restore must bring back, as text: people, rights, and the audit chain with its bytes. */
const contents = `select json_build_object(
  'people', (select json_agg(p order by p.id) from person p),
  'sign_in', (select json_agg(u order by u."id") from auth."user" u),
  'rights', (select json_agg(g order by g.id) from access_grant g),
  'audit', (select json_agg(a order by a.seq) from audit_entry a),
  'head', (select json_agg(h) from audit_head h))::text as contents`;

async function read(config: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(config);
  await client.connect();
  await client.query(`set time zone 'UTC'`);
  const { rows } = await client.query<{ contents: string }>(contents);
  await client.end();
  return rows[0]!.contents;
}

async function embedded<T>(dataDir: string, work: (config: pg.ClientConfig) => Promise<T>): Promise<T> {
  const server = await openEmbedded({ dataDir });
  try {
    return await work(server.config('dialogue', 'postgres'));
  } finally {
    await server.stop();
  }
}

/** A small installation with texts in several scripts and an audit chain. */
async function fill(config: pg.ClientConfig, people: number): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  const names = ['Ayşe Örnek', 'Мария Пример', 'ليلى مثال', 'Back\\slash\tand "quotes"\nand \\N'];
  for (let n = 0; n < people; n++) {
    await client.query('insert into person (id, name, email) values ($1, $2, $3)', [
      `${newPerson}${n}`,
      names[n % names.length],
      `person${n}@example.org`,
    ]);
    await client.query(`select audit_append('cli', 'people.person.invite', 'done', null, '/people', sha256($1))`, [
      Buffer.from(`input ${n}`),
    ]);
  }
  await client.end();
}

const onServer = (server: TestServer, database: string) => ({
  DATABASE_URL: server.loginUrl(database),
  DATABASE_OWNER_URL: server.url(database),
});

async function createDatabase(server: TestServer, name: string): Promise<void> {
  const client = new pg.Client(server.url());
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
}

describe('backup and restore', () => {
  it('carries an embedded installation to a server, to the oldest server, and back, unchanged', async () => {
    expect(await redthread(['migrate', '--data', at('one')])).toMatchObject({ status: 0 });
    const before = await embedded(at('one'), async (config) => {
      await fill(config, 4);
      return read(config);
    });
    const backup = await redthread(['backup', at('one.backup'), '--data', at('one')]);
    expect(backup).toMatchObject({ status: 0, err: '' });
    expect(backup.out).toMatch(/rows of \d+ tables, .*SHA-256 [0-9a-f]{64}/);

    let file = at('one.backup');
    for (const [index, server] of servers.entries()) {
      await createDatabase(server, 'carried');
      const env = onServer(server, 'carried');
      const restored = await redthread(['restore', file], env);
      expect(restored, `${server.name}: ${restored.err}`).toMatchObject({ status: 0 });
      expect(restored.out).toContain('Its audit log is unbroken: 4 entries.');
      expect(await read({ connectionString: server.url('carried') }), server.name).toBe(before);
      expect((await redthread(['audit', 'verify'], env)).status).toBe(0);
      file = at(`server${index}.backup`);
      expect(await redthread(['backup', file], env)).toMatchObject({ status: 0 });
    }
    expect((await redthread(['restore', file, '--data', at('back')])).status).toBe(0);
    expect(await embedded(at('back'), read)).toBe(before);
  });

  it('refuses to replace data unless told to, and then leaves no old database behind', async () => {
    await redthread(['migrate', '--data', at('two')]);
    await embedded(at('two'), (config) => fill(config, 2));
    const refused = await redthread(['restore', at('one.backup'), '--data', at('two')]);
    expect(refused.status).toBe(2);
    expect(refused.err).toMatch(/already holds data; nothing was changed/);
    expect((await redthread(['restore', at('one.backup'), '--replace', '--data', at('two')])).status).toBe(0);
    const databases = await embedded(at('two'), async (config) => {
      const client = new pg.Client(config);
      await client.connect();
      const { rows } = await client.query<{ datname: string }>(
        `select datname from pg_database where datname like 'dialogue%'`,
      );
      await client.end();
      return rows.map((row) => row.datname);
    });
    expect(databases).toEqual(['dialogue']);
  });

  it('keeps foreign keys, triggers and forced row-level security as they were', async () => {
    const shape = `select json_build_object(
      'keys', (select json_agg(conname || ' ' || conrelid::regclass || ' ' || convalidated order by 1) from (select * from pg_constraint where contype = 'f' order by conrelid::regclass::text, conname) k),
      'off', (select count(*) from pg_trigger where tgenabled <> 'O' and not tgisinternal),
      'open', (select json_agg(relname) from pg_class where relnamespace in ('public'::regnamespace, 'auth'::regnamespace) and relkind = 'r' and not relforcerowsecurity))::text as contents`;
    const of = async (config: pg.ClientConfig) => {
      const client = new pg.Client(config);
      await client.connect();
      const { rows } = await client.query<{ contents: string }>(shape);
      await client.end();
      return rows[0]!.contents;
    };
    expect(await embedded(at('back'), of)).toBe(await embedded(at('one'), of));
  });

  it('is refused when the file is cut off, damaged, newer, or something else, and changes nothing', async () => {
    const good = readFileSync(at('one.backup'));
    const bad = (name: string, content: Buffer) => {
      writeFileSync(at(name), content);
      return redthread(['restore', at(name), '--data', at('never')]);
    };
    const flipped = Buffer.from(good);
    flipped[good.length - 200]! ^= 1;
    expect((await bad('cut', good.subarray(0, good.length - 10))).err).toMatch(
      /damaged or was cut off; nothing was changed/,
    );
    expect((await bad('flipped', flipped)).err).toMatch(/damaged or was cut off/);
    expect((await bad('newer', Buffer.concat([Buffer.from('REDTHREAD BACKUP 2\n'), good.subarray(19)]))).err).toMatch(
      /written by a newer Redthread \(backup format 2\)/,
    );
    expect((await bad('other', Buffer.from('PK\u0003\u0004 an archive'))).err).toMatch(/is not a Redthread backup/);
    expect((await bad('empty', Buffer.alloc(0))).err).toMatch(/is not a Redthread backup/);
    expect((await redthread(['restore', at('absent'), '--data', at('never')])).err).toMatch(/There is no file/);
    expect((await redthread(['restore'], {})).err).toMatch(/name one backup file/);
  });

  it('does not overwrite a file unless told to', async () => {
    const refused = await redthread(['backup', at('one.backup'), '--data', at('one')]);
    expect(refused).toMatchObject({ status: 2 });
    expect(refused.err).toMatch(/is there already/);
    expect((await redthread(['backup', at('one.backup'), '--replace', '--data', at('one')])).status).toBe(0);
  });

  it('refuses a server role that sees only a part, and a server that is in use', async () => {
    const server = servers[0]!;
    const client = new pg.Client(server.url('carried'));
    await client.connect();
    await client.query(`create role half login password 'test-only'; grant redthread_owner to half`);
    const half = server.url('carried').replace('//postgres:', '//half:');
    const partial = await redthread(['backup', at('half.backup')], {
      DATABASE_URL: server.loginUrl('carried'),
      DATABASE_OWNER_URL: half,
    });
    expect(partial.status).toBe(2);
    expect(partial.err).toMatch(/sees every row/);
    const busy = await redthread(['restore', at('one.backup'), '--replace'], onServer(server, 'carried'));
    expect(busy.err).toMatch(/in use \(1 connection\); stop the application first/);
    await client.end();
  });
});
