import { betterAuth } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins';
import type { Runtime } from '../runtime.ts';
import { ownSteps } from './own-steps.ts';

const day = 86_400;

/**
 * Sign-in over better-auth: it keeps sessions, cookies, one-time tokens and the OpenID Connect flow in schema `auth`.
 * People come from `person` alone (a trigger copies them), so every way of signing up is off; links and passkeys are
 * the steps in own-steps.ts. Its own web endpoints are not mounted, except the callback of the OpenID provider.
 */
function makeAuth({ database, origin, secret, settings }: Runtime) {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = settings;
  return betterAuth({
    appName: 'Redthread',
    baseURL: origin,
    basePath: '/sign-in/with',
    secret,
    database: database.auth,
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (_level, message) =>
        console.error(JSON.stringify({ level: 'error', part: 'sign-in', message: withoutSecrets(message) })),
    },
    session: { expiresIn: 7 * day, updateAge: 15 * 60 },
    account: {
      encryptOAuthTokens: true,
      accountLinking: { enabled: true, trustedProviders: [], requireLocalEmailVerified: true },
    },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'redthread',
      useSecureCookies: origin.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    databaseHooks: {
      user: { create: { before: async () => false } },
      // Tokens of the provider are of no use to Redthread; what is not kept cannot leak.
      account: {
        create: {
          before: async (account) => ({ data: { ...account, accessToken: null, refreshToken: null, idToken: null } }),
        },
      },
    },
    plugins: [
      ownSteps(),
      ...(issuer && clientId && clientSecret
        ? [
            genericOAuth({
              config: [
                {
                  providerId: 'oidc',
                  discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                  clientId,
                  clientSecret,
                  scopes: ['openid', 'email', 'profile'],
                  requireIdTokenVerification: true,
                  requireEmailVerification: true,
                  disableSignUp: true,
                  disableImplicitSignUp: true,
                  overrideUserInfo: false,
                },
              ],
            }),
          ]
        : []),
    ],
  });
}

/** Set by our own door on the request it hands to better-auth; whatever the client sent under it is replaced. */
export const addressHeader = 'x-redthread-address';

export type Auth = ReturnType<typeof makeAuth>;

const made = new WeakMap<Runtime, Auth>();

/** The sign-in of this runtime, made at its first use. */
export function authOf(runtime: Runtime): Auth {
  const known = made.get(runtime);
  if (known) return known;
  const auth = makeAuth(runtime);
  made.set(runtime, auth);
  return auth;
}

/** Log lines of the library may quote an address or a query; both are cut out. */
function withoutSecrets(message: string): string {
  return message.replace(/\?[^\s"']+/g, '?…').replace(/[\w.+-]+@[\w.-]+/g, '…@…');
}
