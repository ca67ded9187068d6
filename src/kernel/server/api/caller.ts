import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '../../actor.ts';
import { Refusal } from '../../refusal.ts';
import { keepLimit } from '../auth/limits.ts';
import { loadActor } from '../load-actor.ts';
import type { Runtime } from '../runtime.ts';

/** Who calls the API, and with what. */
export interface Caller {
  actor: Actor;
  /** What the token may do beside what the person may; null for a session or for nobody, which have no such bounds. */
  scopes: readonly string[] | null;
  /** For whom calls are counted. */
  limitedAs: string;
}

/** Begins every token, so that one that leaks is recognised by programs that look for such. */
export const tokenPrefix = 'redthread_';

/** What is kept of a token: it cannot be made from it. A token has 256 random bits, so no slow digest is needed. */
export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * Who is asking: the person of the token where one is sent, else whoever the cookie says. A token that is unknown, expired, revoked or of an ended person is refused
 * with one and the same sentence, never taken for nobody.
 * @throws Refusal `access.sign-in`, `limit.tries`
 */
export async function callerOf(runtime: Runtime, headers: Headers, session: Actor, address: string): Promise<Caller> {
  const header = headers.get('authorization');
  if (header === null) return { actor: session, scopes: null, limitedAs: session.personId ?? address };
  const token = /^Bearer ([\w-]{1,200})$/i.exec(header.trim())?.[1];
  const { rows } = token
    ? await sql<{ person_id: string; scopes: string[] }>`select * from use_api_token(${digestOf(token)})`.execute(
        runtime.database.app,
      )
    : { rows: [] };
  const found = rows[0];
  const actor = await loadActor(runtime.database, found?.person_id ?? null);
  if (!found || actor.personId === null) {
    await keepLimit(runtime, 'api.token.from', address);
    throw new Refusal('access.sign-in', 'This token is not valid (any more). Make a new one on your account page.');
  }
  return { actor, scopes: found.scopes, limitedAs: actor.personId };
}

/** @throws Refusal `access.scope` */
export function mayRead(caller: Caller): void {
  if (caller.scopes && !caller.scopes.includes('read')) throw scopeMissing('read');
}

/**
 * Whether a token may call an action: its module must be among the scopes. Actions about people (rights, passkeys, tokens) have no scope:
 * a token that leaks must not be able to make itself more.
 * @throws Refusal `access.scope`
 */
export function mayCall(caller: Caller, action: string): void {
  if (caller.scopes === null) return;
  const module = action.split('.')[0]!;
  if (module === 'people')
    throw new Refusal('access.scope', 'Rights, sign-in and tokens are changed on the pages only, never with a token.');
  if (!caller.scopes.includes(`write:${module}`)) throw scopeMissing(`write:${module}`);
}

const scopeMissing = (scope: string): Refusal =>
  new Refusal(
    'access.scope',
    `This token does not have the scope “${scope}”. Make one that has it on your account page.`,
  );
