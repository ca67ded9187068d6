import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { Refusal } from '../../refusal.ts';
import type { Runtime } from '../runtime.ts';
import { keepLimit } from './limits.ts';
import { auditSignIn, beginSession, type From, type Step } from './session.ts';

/** A challenge is answered within five minutes. */
export const challengeSeconds = 300;

const relyingParty = (origin: string) => ({ id: new URL(origin).hostname, name: 'Redthread' });

export interface NewPasskey {
  credential_id: string;
  public_key: Buffer;
  counter: number;
  transports: string[];
  synced: boolean;
}

/** What the browser needs to make a passkey. @param known credentials the person has already, base64url. */
export function creationOptions(
  origin: string,
  person: { id: string; name: string },
  known: readonly string[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { id, name } = relyingParty(origin);
  return generateRegistrationOptions({
    rpID: id,
    rpName: name,
    userID: new TextEncoder().encode(person.id),
    userName: person.name,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: known.map((credential) => ({ id: credential })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    timeout: challengeSeconds * 1000,
  });
}

/**
 * Checks what the browser made.
 * @param spend tells whether the challenge was handed out to this person and uses it up.
 * @throws Refusal `people.passkey.invalid`
 */
export async function checkCreation(
  origin: string,
  response: RegistrationResponseJSON,
  spend: (challenge: string) => Promise<boolean>,
): Promise<NewPasskey> {
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: spend,
    expectedOrigin: origin,
    expectedRPID: relyingParty(origin).id,
    requireUserVerification: true,
  }).catch(() => null);
  if (!verified?.verified)
    throw new Refusal('people.passkey.invalid', 'The passkey could not be checked. Start again.');
  const { credential, credentialBackedUp } = verified.registrationInfo;
  return {
    credential_id: credential.id,
    public_key: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: credential.transports ?? [],
    synced: credentialBackedUp,
  };
}

/** What the browser needs to sign in with whichever passkey it has for this installation. */
export async function requestOptions(runtime: Runtime, from: From): Promise<PublicKeyCredentialRequestOptionsJSON> {
  await keepLimit(runtime, 'passkey.from', from.address);
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(runtime.origin).id,
    userVerification: 'required',
    timeout: challengeSeconds * 1000,
  });
  const { auth } = runtime.database;
  await auth.query('delete from public.passkey_challenge where expires_at < now()');
  await auth.query(
    `insert into public.passkey_challenge (challenge, person_id, expires_at) values ($1, null, now() + make_interval(secs => $2))`,
    [options.challenge, challengeSeconds],
  );
  return options;
}

interface Stored {
  id: string;
  person_id: string;
  public_key: Buffer;
  counter: number;
  transports: string[];
}

/** Signs in with a passkey. `person` is null when it is unknown or did not prove itself. */
export async function signInWithPasskey(
  runtime: Runtime,
  response: AuthenticationResponseJSON,
  from: From,
  headers: Headers,
): Promise<Step> {
  await keepLimit(runtime, 'passkey.from', from.address);
  const stored = await proven(runtime, response);
  if (stored) return beginSession(runtime, stored.person_id, 'passkey', from, headers);
  await auditSignIn(runtime.database, null, 'passkey', false);
  return { person: null, cookies: [] };
}

async function proven(runtime: Runtime, response: AuthenticationResponseJSON): Promise<Stored | null> {
  const { auth } = runtime.database;
  const { rows } = await auth.query<Stored>(
    'select id, person_id, public_key, counter, transports from public.passkey where credential_id = $1',
    [String(response.id)],
  );
  const stored = rows[0];
  if (!stored) return null;
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => spendForSignIn(runtime, challenge),
    expectedOrigin: runtime.origin,
    expectedRPID: relyingParty(runtime.origin).id,
    requireUserVerification: true,
    credential: { id: response.id, publicKey: new Uint8Array(stored.public_key), counter: stored.counter },
  }).catch(() => null);
  if (!verified?.verified) return null;
  const { newCounter, credentialBackedUp } = verified.authenticationInfo;
  await auth.query('update public.passkey set counter = $2, synced = $3, used_at = now() where id = $1', [
    stored.id,
    newCounter,
    credentialBackedUp,
  ]);
  return stored;
}

async function spendForSignIn(runtime: Runtime, challenge: string): Promise<boolean> {
  const { rowCount } = await runtime.database.auth.query(
    'delete from public.passkey_challenge where challenge = $1 and person_id is null and expires_at > now()',
    [challenge],
  );
  return rowCount === 1;
}
