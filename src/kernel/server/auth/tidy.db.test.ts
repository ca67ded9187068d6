import { expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { useRuntime } from '../../../../test/support/runtime.ts';
import { newId } from '../../ids.ts';
import { issueToken } from './link.ts';
import { requestOptions } from './passkeys.ts';
import { beginSession } from './session.ts';
import { tidySignIn } from './tidy.ts';

const db = useDatabase();
const runtime = useRuntime(db);

it('what is worthless is removed, and nothing else', async () => {
  const person = (await someone(db, 'member', { party: newId() })).personId!;
  for (const machine of ['192.0.2.1', '192.0.2.2']) {
    await beginSession(runtime, person, 'passkey', { address: machine, browser: '' }, new Headers());
    await issueToken(runtime, person, 15);
    await requestOptions(runtime, { address: machine, browser: '' });
    await db.admin.query(`insert into mail (id, person_id, template) values ($1, $2, 'invitation')`, [newId(), person]);
  }
  const older = (table: string, key: string, change: string) =>
    db.admin.query(
      `update ${table} set ${change} where ${key} = (select max(${key}::text) from ${table})${key === 'id' && table === 'mail' ? '::uuid' : ''}`,
    );
  await older('auth.session', 'id', `"expiresAt" = now() - interval '1 minute'`);
  await older('auth.verification', 'id', `"expiresAt" = now() - interval '1 minute'`);
  await older('auth.attempt', 'key', `since = now() - interval '2 days'`);
  await older('passkey_challenge', 'challenge', `expires_at = now() - interval '1 minute'`);
  await older('mail', 'id', `created_at = now() - interval '31 days'`);
  const counts = async () =>
    (
      await db.admin
        .query(`select (select count(*)::int from auth.session) as sessions, (select count(*)::int from auth.verification) as tokens,
        (select count(*)::int from auth.attempt) as tries, (select count(*)::int from passkey_challenge) as challenges,
        (select count(*)::int from mail) as mails`)
    ).rows[0];
  expect(await counts()).toEqual({ sessions: 2, tokens: 2, tries: 2, challenges: 2, mails: 2 });
  await tidySignIn(runtime);
  expect(await counts()).toEqual({ sessions: 1, tokens: 1, tries: 1, challenges: 1, mails: 1 });
});
