import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { nobody, type Actor } from '../../actor.ts';
import { introduce, type Database } from '../db/database.ts';
import { loadActor } from '../load-actor.ts';
import type { Runtime } from '../runtime.ts';
import { authOf } from './auth.ts';

/** Where a request comes from; for the list of sessions and the limits, never for deciding who somebody is. */
export interface From {
  address: string;
  browser: string;
}

/** The answer of a step that signs in or out: who, and the `Set-Cookie` lines to send. */
export interface Step {
  person: string | null;
  cookies: string[];
}

export type SignedIn = Actor & { language: string };

export interface Visitor {
  actor: SignedIn;
  /** Id of the session, for the list of sessions; `null` when nobody is signed in. */
  session: string | null;
  cookies: string[];
}

/** Whether a request carries a session cookie at all; pages for the public then cost no query. */
export function hasSessionCookie(cookieHeader: string | null): boolean {
  return cookieHeader !== null && /(^|;\s*)(__Secure-)?redthread\.session_token=/.test(cookieHeader);
}

/** Who is asking, from the cookies of the request. */
export async function visitorOf(runtime: () => Runtime, headers: Headers): Promise<Visitor> {
  const stranger = { actor: { ...nobody, language: 'en' }, session: null, cookies: [] };
  if (!hasSessionCookie(headers.get('cookie'))) return stranger;
  const opened = runtime();
  const { response, headers: answered } = await authOf(opened).api.getSession({ headers, returnHeaders: true });
  const cookies = answered.getSetCookie();
  if (!response) return { ...stranger, cookies };
  const actor = await loadActor(opened.database, response.user.id);
  return actor.personId === null ? { ...stranger, cookies } : { actor, session: response.session.id, cookies };
}

/** Signs in a person whom the caller has proven (passkey, sample panel), and writes it to the audit log. */
export async function beginSession(
  runtime: Runtime,
  person: string,
  how: Way,
  from: From,
  headers: Headers,
): Promise<Step> {
  const { response, headers: answered } = await authOf(runtime).api.beginSession({
    body: { person, ...from },
    headers,
    returnHeaders: true,
  });
  await auditSignIn(runtime.database, response?.person ?? null, how, response !== null);
  return { person: response?.person ?? null, cookies: response ? answered.getSetCookie() : [] };
}

/** Ends the session of the cookie. Safe to call without one. */
export async function endSession(runtime: Runtime, actor: Actor, headers: Headers): Promise<Step> {
  const { headers: answered } = await authOf(runtime).api.endSession({ headers, returnHeaders: true });
  if (actor.personId) await audit(runtime.database, actor.personId, 'people.session.leave', 'page', true);
  return { person: null, cookies: answered.getSetCookie() };
}

export type Way = 'link' | 'passkey' | 'openid' | 'sample';

/** One audit entry for a sign-in, or for one that failed. */
export async function auditSignIn(database: Database, person: string | null, how: Way, worked: boolean): Promise<void> {
  await audit(database, person, 'people.session.begin', how, worked);
}

async function audit(
  database: Database,
  personId: string | null,
  action: string,
  detail: string,
  worked: boolean,
): Promise<void> {
  const digest = createHash('sha256').update(detail).digest();
  await database.app.transaction().execute(async (tx) => {
    await introduce(tx, { ...nobody, personId });
    await sql`select audit_append('page', ${action}, ${worked ? 'done' : 'refused'}, ${worked ? null : 'access.sign-in'}, ${`/sign-in/${detail}`}, ${digest})`.execute(
      tx,
    );
  });
}
