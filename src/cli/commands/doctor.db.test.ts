import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redthread } from '../../../test/support/cli.ts';
import { startServer, type TestServer } from '../../../test/support/postgres.ts';

let scratch: string;
let server: TestServer;
let env: Record<string, string>;
let root: pg.Client;

beforeAll(async () => {
  scratch = mkdtempSync(path.join(os.tmpdir(), 'redthread-doctor-'));
  server = (await startServer('newest'))!;
  root = new pg.Client(server.url());
  await root.connect();
  await root.query('create database dialogue');
  env = {
    DATABASE_URL: server.loginUrl('dialogue'),
    DATABASE_OWNER_URL: server.url('dialogue'),
    REDTHREAD_DATA: scratch,
  };
});

afterAll(async () => {
  await root.end();
  await server.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** Does something to the migrated database as its administrator. */
async function damage(statement: string): Promise<void> {
  const client = new pg.Client(server.url('dialogue'));
  await client.connect();
  await client.query(statement);
  await client.end();
}

const doctor = () => redthread(['doctor'], env);

describe('redthread doctor', () => {
  it('says that an empty server is not migrated, and how to mend it', async () => {
    const printed = await doctor();
    expect(printed.status).toBe(1);
    expect(printed.out).toMatch(/wrong {2}migrations +\d+ of \d+ are not applied: run redthread migrate/);
  });

  it('finds nothing wrong with a migrated server and never prints a secret', async () => {
    expect((await redthread(['migrate'], env)).status).toBe(0);
    const printed = await doctor();
    expect(printed.out).toContain('Nothing is wrong.');
    expect(printed.status).toBe(0);
    expect(printed.out).toMatch(/row-level security +forced on all \d+ tables/);
    expect(printed.out + printed.err).not.toContain('test-only');
  });

  it('says that no mail goes out where no mail server is named, and that alone is no fault', async () => {
    const printed = await doctor();
    expect(printed.out).toMatch(/look {3}SMTP_URL +not set: e-mails are written to the data folder and reach nobody/);
    expect(printed.out).not.toContain('mail server');
    expect(printed.status).toBe(0);
  });

  it('tries the mail server: it answers, refuses the password, speaks in another way, or is not there', async () => {
    let mails = 0;
    const post = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      onAuth: ({ username, password }, _session, done) =>
        username === 'redthread' && password === 'p%40ss'
          ? done(null, { user: username })
          : done(Object.assign(new Error('no'), { responseCode: 535 })),
      onMailFrom: (_address, _session, done) => {
        mails += 1;
        done();
      },
    });
    await new Promise<void>((resolve) => post.listen(0, '127.0.0.1', resolve));
    const { port } = post.server.address() as AddressInfo;
    const told = async (url: string) => redthread(['doctor'], { ...env, SMTP_URL: url });

    const right = await told(`smtp://redthread:p%2540ss@127.0.0.1:${port}`);
    expect(right.out).toContain(`127.0.0.1:${port} answers and lets redthread in`);
    expect(right.out).not.toMatch(/look {3}SMTP_URL/);
    expect(right.status).toBe(0);
    const wrong = await told(`smtp://redthread:hunter2@127.0.0.1:${port}`);
    expect(wrong.out).toMatch(
      /wrong {2}mail server +127\.0\.0\.1:\d+ refused the name redthread or its password in SMTP_URL \(535\)/,
    );
    expect(wrong.status).toBe(1);
    for (const { out, err } of [right, wrong]) expect(out + err).not.toMatch(/p%|hunter2/);
    const encrypted = await told(`smtps://redthread:p%2540ss@127.0.0.1:${port}`);
    expect(encrypted.out).toMatch(
      /does not answer as a mail server \(\w+\): look at host, port and smtp:\/\/ or smtps:/,
    );
    await new Promise<void>((resolve) => post.close(resolve));
    const gone = await told(`smtp://redthread:p%2540ss@127.0.0.1:${port}`);
    expect(gone.out).toMatch(
      /wrong {2}mail server +127\.0\.0\.1:\d+ does not answer as a mail server \(\w*(SOCKET|REFUSED)/,
    );
    expect(gone.status).toBe(1);
    expect(mails).toBe(0);
  });

  it.each([
    [
      'row-level security switched off',
      'alter table person no force row level security',
      'alter table person force row level security',
      /not forced on public\.person/,
    ],
    [
      'a login role that bypasses policies',
      'alter role redthread_login bypassrls',
      'alter role redthread_login nobypassrls',
      /has BYPASSRLS/,
    ],
    [
      'a superuser as login role',
      'alter role redthread_login superuser',
      'alter role redthread_login nosuperuser',
      /is a superuser/,
    ],
    [
      'a login role that may become the owner',
      'grant redthread_owner to redthread_login',
      'revoke redthread_owner from redthread_login',
      /may become redthread_owner/,
    ],
    [
      'a group that can log in',
      'alter role redthread_app login',
      'alter role redthread_app nologin',
      /redthread_app can log in/,
    ],
    [
      'a migration of a newer program',
      `insert into migration values ('9999_later.sql', 'x')`,
      `delete from migration where name = '9999_later.sql'`,
      /newer Redthread/,
    ],
    [
      'a policy file of another program',
      `update policy_file set sha256 = 'x' where name = 'kernel.sql'`,
      `delete from policy_file where name = 'kernel.sql'`,
      /kernel\.sql are not those of this program/,
    ],
  ])('notices %s', async (_what, harm, repair, sentence) => {
    await damage(harm);
    const printed = await doctor();
    await damage(repair);
    expect(printed.status).toBe(1);
    expect(printed.out).toMatch(sentence);
  });

  it('names the first entry of the audit log that was changed; so does audit verify', async () => {
    await redthread(['migrate'], env);
    await damage(`select audit_append('cli', 'people.person.invite', 'done', null, '/people', sha256('a'))`);
    await damage(`select audit_append('cli', 'people.person.invite', 'refused', 'access.denied', null, sha256('b'))`);
    expect((await redthread(['audit', 'verify'], env)).status).toBe(0);
    await damage(`update audit_entry set result = 'done', code = null where seq = 2`);
    expect((await doctor()).out).toMatch(/wrong {2}audit log +broken at entry 2: its content was changed/);
    const verified = await redthread(['audit', 'verify'], env);
    expect(verified).toMatchObject({
      status: 1,
      out: 'The audit log is broken at entry 2: its content was changed.\n',
    });
  });

  it('answers in a sentence when the server does not answer, refuses the password, or has no such database', async () => {
    const with_ = (change: (url: string) => string) =>
      redthread(['doctor'], { ...env, DATABASE_URL: change(server.loginUrl('dialogue')) });
    expect((await with_((url) => url.replace('test-only', 'wrong'))).out).toMatch(/refused the name or the password/);
    expect((await with_((url) => url.replace('/dialogue', '/absent'))).out).toMatch(/does not exist on that server/);
    expect((await with_(() => 'postgresql://someone@127.0.0.1:9/x')).out).toMatch(/does not answer \(ECONNREFUSED\)/);
  });

  it('refuses a migrated database that a newer program wrote, and leaves it as it is', async () => {
    await damage(`insert into migration values ('9999_later.sql', 'x')`);
    const printed = await redthread(['migrate'], env);
    await damage(`delete from migration where name = '9999_later.sql'`);
    expect(printed.status).toBe(2);
    expect(printed.err).toMatch(/written by a newer Redthread .*nothing was changed/);
  });
});
