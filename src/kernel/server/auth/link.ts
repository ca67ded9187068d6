import { sql } from 'kysely';
import { nobody } from '../../actor.ts';
import { newId } from '../../ids.ts';
import { introduce } from '../db/database.ts';
import type { Runtime } from '../runtime.ts';
import { authOf } from './auth.ts';
import { keepLimit, withinLimit } from './limits.ts';
import { auditSignIn, type From, type Step } from './session.ts';

/** How long a link works, in minutes. */
export const linkMinutes = { 'sign-in': 15, invitation: 7 * 24 * 60 } as const;

/**
 * Asks for a sign-in link. The answer is the same, and takes the same work, whether somebody has this address or not:
 * the mail itself is written and sent later, by the outbox.
 * @param path where the link leads, with the language of the page; the token is added to it.
 * @throws Refusal `limit.tries` when this machine asked too often.
 */
export async function requestLink(runtime: Runtime, address: string, path: string, from: From): Promise<void> {
  await keepLimit(runtime, 'link.from', from.address);
  const allowed = await withinLimit(runtime, 'link.to', address.trim().toLowerCase());
  await runtime.database.app.transaction().execute(async (tx) => {
    await introduce(tx, nobody);
    if (allowed) await sql`select request_sign_in(${newId()}, ${address}, ${path})`.execute(tx);
    await sql`select audit_append('page', 'people.session.ask', ${allowed ? 'done' : 'refused'}, ${allowed ? null : 'limit.tries'}, null, null)`.execute(
      tx,
    );
  });
}

/** A fresh one-time token for a person. */
export async function issueToken(runtime: Runtime, person: string, minutes: number): Promise<string> {
  return (await authOf(runtime).api.issueLink({ body: { person, minutes } })).token;
}

/**
 * Uses a token up and signs its person in. `person` is null when the token is unknown, used already, too old, or the
 * person has ended; which of these it was is nobody's business.
 * @throws Refusal `limit.tries`
 */
export async function signInWithToken(runtime: Runtime, token: string, from: From, headers: Headers): Promise<Step> {
  await keepLimit(runtime, 'token.from', from.address);
  const { response, headers: answered } = await authOf(runtime).api.useLink({
    body: { token: token.padEnd(20, '.').slice(0, 100), ...from },
    headers,
    returnHeaders: true,
  });
  await auditSignIn(runtime.database, response?.person ?? null, 'link', response !== null);
  return { person: response?.person ?? null, cookies: response ? answered.getSetCookie() : [] };
}
