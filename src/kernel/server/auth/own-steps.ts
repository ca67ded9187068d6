import { createHash, randomBytes } from 'node:crypto';
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { deleteSessionCookie, setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

const device = { address: z.string().nullable(), browser: z.string() };

/** The identifier under which a token is kept: its digest, never the token. */
const kept = (token: string) => `link:${createHash('sha256').update(token).digest('base64url')}`;

/**
 * Steps of signing in that are ours: a link sent by mail, and a session for a person whom another step (passkey,
 * sample panel) has proven. None has a web address; they are called on the server only.
 */
export const ownSteps = () =>
  ({
    id: 'redthread',
    endpoints: {
      /** Makes a one-time token for a person. */
      issueLink: createAuthEndpoint(
        { method: 'POST', body: z.object({ person: z.uuid(), minutes: z.number().int().positive() }) },
        async ({ body, context }) => {
          const token = randomBytes(32).toString('base64url');
          const expiresAt = new Date(Date.now() + body.minutes * 60_000);
          await context.internalAdapter.createVerificationValue({
            identifier: kept(token),
            value: body.person,
            expiresAt,
          });
          return { token };
        },
      ),
      /** Uses a token up and signs its person in; `null` when it is unknown, used, too old, or the person has ended. */
      useLink: createAuthEndpoint(
        { method: 'POST', body: z.object({ token: z.string().min(20).max(100), ...device }), requireHeaders: true },
        async (ctx) => {
          const found = await ctx.context.internalAdapter.consumeVerificationValue(kept(ctx.body.token));
          if (!found || found.expiresAt < new Date()) return null;
          return begin(ctx, found.value, ctx.body);
        },
      ),
      /** Signs in a person whom the caller has proven. */
      beginSession: createAuthEndpoint(
        { method: 'POST', body: z.object({ person: z.uuid(), ...device }), requireHeaders: true },
        async (ctx) => begin(ctx, ctx.body.person, ctx.body),
      ),
      /** Ends the session of the cookie. */
      endSession: createAuthEndpoint({ method: 'POST', requireHeaders: true }, async (ctx) => {
        const token = await ctx.getSignedCookie(ctx.context.authCookies.sessionToken.name, ctx.context.secret);
        if (token) await ctx.context.internalAdapter.deleteSession(token);
        deleteSessionCookie(ctx);
        return null;
      }),
    },
  }) satisfies BetterAuthPlugin;

type Context = Parameters<typeof setSessionCookie>[0];

async function begin(ctx: Context, person: string, from: { address: string | null; browser: string }) {
  const user = await ctx.context.internalAdapter.findUserById(person);
  if (!user) return null;
  const session = await ctx.context.internalAdapter.createSession(person, false, {
    ipAddress: from.address ?? '',
    userAgent: from.browser.slice(0, 300),
  });
  await setSessionCookie(ctx, { session, user });
  return { person, session: session.id };
}
