import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { useRuntime } from '../../../../test/support/runtime.ts';
import { nobody, systemId, type Actor } from '../../actor.ts';
import { newId } from '../../ids.ts';
import { asActor } from '../db/database.ts';
import { sendDue } from '../mail/outbox.ts';
import { issueToken, requestLink, signInWithToken } from './link.ts';
import { authOf } from './auth.ts';
import { requestOptions, signInWithPasskey } from './passkeys.ts';
import { beginSession, endSession, visitorOf } from './session.ts';

const db = useDatabase();
const runtime = useRuntime(db);
let person: Actor & { address: string };
let machine = 0;
/** Another machine each time, so that the limits of one test do not meet another. */
const from = () => ({
  address: `192.0.2.${++machine}`,
  browser: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
});
const noHeaders = new Headers();
const withCookies = (cookies: string[]) =>
  new Headers({ cookie: cookies.map((line) => line.split(';')[0]).join('; ') });
const visitor = (cookies: string[]) => visitorOf(() => runtime, withCookies(cookies));
const audits = async (action: string) =>
  (await db.admin.query('select person_id, result, subject from audit_entry where action = $1 order by seq', [action]))
    .rows;

beforeEach(async () => {
  const actor = await someone(db, 'member', { party: newId() });
  person = { ...actor, address: `${actor.personId}@example.org` };
  await db.admin.query('delete from mail');
});

async function mailedToken(): Promise<string | null> {
  const folder = join(runtime.dataDir, 'mail');
  await rm(folder, { recursive: true, force: true });
  if ((await sendDue(runtime)) === 0) return null;
  const [file] = await readdir(folder);
  const text = (await readFile(join(folder, file!), 'utf8')).replaceAll('=\n', '');
  return /token=3D([\w-]{43})/.exec(text)?.[1] ?? null;
}

describe('a sign-in link', () => {
  it('signs the person in, once', async () => {
    await requestLink(runtime, ` ${person.address.toUpperCase()} `, '/sign-in/link', from());
    const token = await mailedToken();
    const step = await signInWithToken(runtime, token!, from(), noHeaders);
    expect(step.person).toBe(person.personId);
    expect(await visitor(step.cookies)).toMatchObject({
      actor: { personId: person.personId, roles: ['public', 'member'] },
    });
    expect((await signInWithToken(runtime, token!, from(), noHeaders)).person).toBeNull();
  });

  it('used twice at the same moment signs in once', async () => {
    const token = await issueToken(runtime, person.personId!, 15);
    const steps = await Promise.all(
      Array.from({ length: 6 }, () => signInWithToken(runtime, token, from(), noHeaders)),
    );
    expect(steps.filter((step) => step.person !== null)).toHaveLength(1);
  });

  it('is worthless when it is too old, made up, or the person has ended', async () => {
    const old = await issueToken(runtime, person.personId!, 15);
    await db.admin.query(`update auth.verification set "expiresAt" = now() - interval '1 second'`);
    const ended = await someone(db, 'member', { party: newId() });
    const dead = await issueToken(runtime, ended.personId!, 15);
    await db.admin.query('update person set ended_at = now() where id = $1', [ended.personId]);
    for (const token of [old, dead, '', 'x', 'y'.repeat(43), 'z'.repeat(5000), "' or 1=1 --"])
      expect(await signInWithToken(runtime, token, from(), noHeaders)).toEqual({ person: null, cookies: [] });
  });

  it('is asked for by nobody we know: the same answer, no mail, nothing to tell them apart', async () => {
    const ended = await someone(db, 'member', { party: newId() });
    await db.admin.query('update person set ended_at = now() where id = $1', [ended.personId]);
    for (const address of [
      'unknown@example.org',
      `${ended.personId}@example.org`,
      'system@redthread.invalid',
      'not an address',
      '',
    ])
      expect(await requestLink(runtime, address, '/sign-in/link', from())).toBeUndefined();
    expect(await mailedToken()).toBeNull();
    const asked = await audits('people.session.ask');
    expect(new Set(asked.map((one) => `${one.result} ${one.subject}`))).toEqual(new Set(['done null']));
  });

  it('is not sent to one address without end, and the answer does not say so', async () => {
    for (let i = 0; i < 9; i++) await requestLink(runtime, person.address, '/sign-in/link', from());
    const { rows } = await db.admin.query('select count(*)::int as n from mail where person_id = $1', [
      person.personId,
    ]);
    expect(rows[0].n).toBe(5);
  });

  it('cannot be asked for without end from one machine', async () => {
    const same = from();
    for (let i = 0; i < 20; i++) await requestLink(runtime, `a${i}@example.org`, '/sign-in/link', same);
    await expect(requestLink(runtime, 'b@example.org', '/sign-in/link', same)).rejects.toMatchObject({
      code: 'limit.tries',
    });
    await db.admin.query(`update auth.attempt set since = since - interval '1 hour'`);
    await requestLink(runtime, 'b@example.org', '/sign-in/link', same);
  });

  it('cannot be guessed without end', async () => {
    const same = from();
    const tries = Array.from({ length: 40 }, (_, i) =>
      signInWithToken(runtime, `guess-${i}`.padEnd(43, 'x'), same, noHeaders),
    );
    const outcome = await Promise.allSettled(tries);
    expect(outcome.filter((one) => one.status === 'rejected')).toHaveLength(10);
  });
});

describe('a session', () => {
  const begin = async (how: 'passkey' | 'sample' = 'passkey') =>
    (await beginSession(runtime, person.personId!, how, from(), noHeaders)).cookies;

  it('has a cookie that scripts and other sites do not get', async () => {
    const [cookie] = await begin();
    expect(cookie).toMatch(/^redthread\.session_token=/);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure/);
  });

  it('over https has a cookie that never travels in the clear', async () => {
    const secure = { ...runtime, origin: 'https://redthread.example.org' };
    const { cookies } = await beginSession(secure, person.personId!, 'passkey', from(), noHeaders);
    expect(cookies[0]).toMatch(/^__Secure-redthread\.session_token=.*; Secure/);
  });

  it('needs the signature, not only the token in the table', async () => {
    const [cookie] = await begin();
    const { rows } = await db.admin.query('select token from auth.session where "userId" = $1', [person.personId]);
    expect((await visitor([cookie!])).session).not.toBeNull();
    for (const forged of [rows[0].token, `${rows[0].token}.`, `${rows[0].token}.${'A'.repeat(43)}=`])
      expect(await visitor([`redthread.session_token=${forged}`])).toMatchObject({
        session: null,
        actor: { personId: null },
      });
    const other = { ...runtime, secret: 'another-secret-0123456789-another-secret-0123' };
    expect((await visitorOf(() => other, withCookies([cookie!]))).session).toBeNull();
  });

  it('ends with signing out, with its own cookie only', async () => {
    const one = await begin();
    const other = await begin();
    await endSession(runtime, person, withCookies(one));
    expect((await visitor(one)).session).toBeNull();
    expect((await visitor(other)).session).not.toBeNull();
  });

  it('ends everywhere when the person is ended, and nothing brings it back', async () => {
    const cookies = await begin();
    await db.admin.query('update person set ended_at = now() where id = $1', [person.personId]);
    expect(await visitor(cookies)).toMatchObject({ session: null, actor: { personId: null, roles: ['public'] } });
    expect((await beginSession(runtime, person.personId!, 'passkey', from(), noHeaders)).person).toBeNull();
  });

  it('loses a right in the next request after the right has ended', async () => {
    const cookies = await begin();
    await db.admin.query('update access_grant set valid_until = now() where person_id = $1', [person.personId]);
    expect((await visitor(cookies)).actor.roles).toEqual(['public']);
  });

  it('ends after seven days without use', async () => {
    const cookies = await begin();
    await db.admin.query(`update auth.session set "expiresAt" = now() - interval '1 minute'`);
    expect((await visitor(cookies)).session).toBeNull();
  });

  it('is written down: how, who, and what failed', async () => {
    await begin('sample');
    await signInWithToken(runtime, 'x'.repeat(43), from(), noHeaders);
    const rows = await audits('people.session.begin');
    expect(rows).toContainEqual({ person_id: person.personId, result: 'done', subject: '/sign-in/sample' });
    expect(rows).toContainEqual({ person_id: null, result: 'refused', subject: '/sign-in/link' });
  });

  it('costs a visitor without a cookie no query', async () => {
    const opened = vi.fn(() => runtime);
    await visitorOf(opened, new Headers({ cookie: 'other=1' }));
    await visitorOf(opened, new Headers());
    expect(opened).not.toHaveBeenCalled();
  });
});

describe('there is no open sign-up', () => {
  it('the role that signs people in cannot make or rename one', async () => {
    const { auth } = runtime.database;
    for (const statement of [
      `insert into auth."user" (id, name, email, "emailVerified") values ('x', 'x', 'x@example.org', true)`,
      `update auth."user" set email = 'mine@example.org'`,
      `delete from auth."user"`,
      `select email from public.person`,
      `insert into public.person (id, name, email) values (gen_random_uuid(), 'x', 'x@example.org')`,
      `select * from public.audit_entry`,
    ])
      await expect(auth.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    '/sign-up/email',
    '/sign-in/email',
    '/sign-in/social',
    '/update-user',
    '/delete-user',
    '/list-sessions',
    '/change-email',
  ])('the library answers nothing useful at %s, were it ever mounted', async (path) => {
    const response = await authOf(runtime).handler(
      new Request(`${runtime.origin}/sign-in/with${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: runtime.origin },
        body: JSON.stringify({
          email: 'new@example.org',
          password: 'long-enough-password',
          name: 'New',
          provider: 'oidc',
        }),
      }),
    );
    expect(response.status).toBeGreaterThanOrEqual(400);
    const { rows } = await db.admin.query(`select count(*)::int as n from auth."user" where email = 'new@example.org'`);
    expect(rows[0].n).toBe(0);
  });

  it('Redthread itself cannot be signed in', async () => {
    expect((await beginSession(runtime, systemId, 'passkey', from(), noHeaders)).person).toBeNull();
    expect(
      (await signInWithToken(runtime, await issueToken(runtime, systemId, 15), from(), noHeaders)).person,
    ).toBeNull();
  });
});

describe('a passkey that is none', () => {
  it.each([
    ['nothing', {}],
    ['unknown', { id: 'unknown', rawId: 'unknown', type: 'public-key', response: {}, clientExtensionResults: {} }],
    ['hostile', { id: "x' or '1'='1", rawId: 'x', type: 'public-key', response: null }],
  ])('%s signs nobody in', async (_, response) => {
    await requestOptions(runtime, from());
    expect(await signInWithPasskey(runtime, response as never, from(), noHeaders)).toEqual({
      person: null,
      cookies: [],
    });
  });
});

it('what people do not see: sessions, links and keys of others', async () => {
  await beginSession(runtime, person.personId!, 'passkey', from(), noHeaders);
  const other = await someone(db, 'secretariat');
  const mine = await asActor(db.database, person, (tx) => sql`select * from my_sessions()`.execute(tx));
  const theirs = await asActor(db.database, other, (tx) => sql`select * from my_sessions()`.execute(tx));
  const none = await asActor(db.database, nobody, (tx) => sql`select * from my_sessions()`.execute(tx));
  expect([mine.rows.length, theirs.rows.length, none.rows.length]).toEqual([1, 0, 0]);
  expect(Object.keys(mine.rows[0] as object)).not.toContain('token');
});
