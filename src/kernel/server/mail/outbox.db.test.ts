import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { useRuntime } from '../../../../test/support/runtime.ts';
import { newId } from '../../ids.ts';
import { readSettings } from '../../../settings.ts';
import type { Runtime } from '../runtime.ts';
import { nudgeOutbox, sendDue, startOutbox } from './outbox.ts';

const db = useDatabase();
const runtime = useRuntime(db);
let address: string;
let person: string;

beforeEach(async () => {
  person = (await someone(db, 'member', { party: newId(), name: 'Delphine Ünal' })).personId!;
  address = `${person}@example.org`;
  await db.admin.query('delete from mail');
});
const cause = async (template = 'sign-in', age = '0 seconds') => {
  const id = newId();
  await db.admin.query(
    `insert into mail (id, person_id, template, words, created_at) values ($1, $2, $3, '{"path": "/ru/sign-in/link?next=%2Freports", "by": "Sergio", "role": "member"}', now() - $4::interval)`,
    [id, person, template, age],
  );
  return id;
};
const row = async (id: string) =>
  (await db.admin.query('select attempts, sent_at, fault, next_at > now() as later from mail where id = $1', [id]))
    .rows[0];

describe('without a mail server', () => {
  afterEach(() => rm(join(runtime.dataDir, 'mail'), { recursive: true, force: true }));

  it('a mail is written to the data folder, readable to the owner only, with a link that is kept nowhere else', async () => {
    const id = await cause();
    expect(await sendDue(runtime)).toBe(1);
    const folder = join(runtime.dataDir, 'mail');
    expect(await readdir(folder)).toEqual([`${id}.eml`]);
    const file = join(folder, `${id}.eml`);
    expect((await stat(file)).mode & 0o077).toBe(0);
    const text = await readFile(file, 'utf8');
    expect(text).toContain(`To: =?UTF-8?`);
    expect(text).toContain(address);
    expect(text).toContain(`Message-ID: <${id}@localhost>`);
    const token = /token=3D([\w-]{43})/.exec(text.replaceAll('=\n', ''))?.[1];
    expect(token).toBeDefined();
    const { rows } = await db.admin.query(
      `select count(*)::int as n from auth.verification v where v::text like '%' || $1 || '%'`,
      [token],
    );
    expect(rows[0].n).toBe(0);
    expect(await row(id)).toMatchObject({ attempts: 1, fault: null });
    expect(await sendDue(runtime)).toBe(0);
  });

  it('several senders at once send each mail once', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => cause('invitation')));
    const sent = await Promise.all([1, 2, 3].map(() => sendDue(runtime)));
    expect(sent.reduce((sum, n) => sum + n, 0)).toBe(12);
    expect((await readdir(join(runtime.dataDir, 'mail'))).sort()).toEqual(ids.map((id) => `${id}.eml`).sort());
  });

  it('a sign-in link nobody waits for any longer is not sent, an invitation is', async () => {
    await cause('sign-in', '20 minutes');
    await cause('invitation', '3 days');
    expect(await sendDue(runtime)).toBe(1);
  });

  it('an ended person gets none, and holds up nobody else', async () => {
    await cause('invitation', '1 hour');
    await db.admin.query('update person set ended_at = now() where id = $1', [person]);
    person = (await someone(db, 'member', { party: newId() })).personId!;
    const id = await cause('invitation');
    expect(await sendDue(runtime)).toBe(1);
    expect(await readdir(join(runtime.dataDir, 'mail'))).toEqual([`${id}.eml`]);
  });

  it('a nudge sends in the background, also what comes while it runs, and can be waited for', async () => {
    await cause();
    const first = nudgeOutbox(runtime);
    await cause();
    const second = nudgeOutbox(runtime);
    await Promise.all([first, second]);
    expect(await readdir(join(runtime.dataDir, 'mail'))).toHaveLength(2);
    await cause();
    await nudgeOutbox(runtime);
    expect(await readdir(join(runtime.dataDir, 'mail'))).toHaveLength(3);
  });

  it('stopped, it sends the mail in hand through, marks it as sent, and takes no other', async () => {
    const ids = await Promise.all(Array.from({ length: 40 }, () => cause('invitation')));
    const outbox = startOutbox(runtime);
    await vi.waitFor(async () => expect(await readdir(join(runtime.dataDir, 'mail'))).not.toHaveLength(0), {
      timeout: 120_000,
    });
    await outbox.stop();
    const written = (await readdir(join(runtime.dataDir, 'mail'))).sort();
    const { rows } = await db.admin.query('select id, attempts, sent_at is not null as sent from mail order by id');
    expect(rows.filter(({ sent }) => sent).map(({ id }) => `${id}.eml`)).toEqual(written);
    expect(rows.filter(({ sent, attempts }) => !sent && attempts > 0)).toEqual([]);
    expect(written.length).toBeLessThan(ids.length);
    await outbox.stop();
    await nudgeOutbox(runtime);
    expect(await readdir(join(runtime.dataDir, 'mail'))).toHaveLength(ids.length);
  });

  it('sends nothing before the address of the installation is known', async () => {
    const id = await cause('invitation');
    await startOutbox({ ...runtime, origin: '' }).stop();
    expect(await row(id)).toMatchObject({ attempts: 0, sent_at: null });
  });
});

describe('with a mail server', () => {
  interface Got {
    from: string;
    to: string[];
    data: string;
    user: string | undefined;
  }
  let got: Got[] = [];
  let broken = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (auth, _session, done) =>
      auth.username === 'redthread' && auth.password === 'p%40ss'
        ? done(null, { user: 'redthread' })
        : done(new Error('no')),
    onData(stream, session, done) {
      let data = '';
      stream.on('data', (chunk: Buffer) => (data += chunk));
      stream.on('end', () => {
        if (broken) return done(Object.assign(new Error(`mailbox of ${address} is full`), { responseCode: 452 }));
        const { mailFrom, rcptTo } = session.envelope;
        got.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map((one) => one.address),
          data,
          user: session.user,
        });
        done();
      });
    },
  });
  let withServer: Runtime;
  beforeEach(async () => {
    got = [];
    broken = false;
    if (!server.server.listening) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as { port: number };
    const SMTP_URL = `smtp://redthread:${encodeURIComponent('p%40ss')}@127.0.0.1:${port}`;
    withServer = {
      ...runtime,
      settings: readSettings({ SMTP_URL, MAIL_FROM: 'The Secretariat <secretariat@example.org>' }),
    };
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  it('the mail arrives there, from the address of the installation, signed in as told', async () => {
    await cause('invitation');
    expect(await sendDue(withServer)).toBe(1);
    expect(got).toHaveLength(1);
    expect(got[0]).toMatchObject({ from: 'secretariat@example.org', to: [address], user: 'redthread' });
    expect(got[0]!.data).toContain('Subject: Invitation to Redthread');
    expect(got[0]!.data).toContain('text/plain');
    expect(got[0]!.data).toContain('text/html');
    expect(got[0]!.data.replaceAll('=\r\n', '')).toContain('http://localhost:3000/ru/sign-in/link?next');
  });

  it('a refused mail is tried again later; log and table say the code, not the address', async () => {
    broken = true;
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const id = await cause();
    expect(await sendDue(withServer)).toBe(0);
    expect(got).toHaveLength(0);
    const after = await row(id);
    expect(after).toMatchObject({ attempts: 1, sent_at: null, later: true });
    expect(after.fault).toContain('452');
    expect(JSON.stringify(logged.mock.calls)).not.toContain(address);
    logged.mockRestore();
    broken = false;
    await db.admin.query(`update mail set next_at = now() where id = $1`, [id]);
    expect(await sendDue(withServer)).toBe(1);
  });

  it('gives up after six tries', async () => {
    const id = await cause('invitation');
    await db.admin.query('update mail set attempts = 6 where id = $1', [id]);
    expect(await sendDue(withServer)).toBe(0);
  });
});
