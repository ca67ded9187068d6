import type { Settings } from '../../../settings.ts';
import type { Runtime } from '../runtime.ts';
import { addressHeader, authOf } from './auth.ts';
import { auditSignIn, type From } from './session.ts';

/** Whether the installation offers sign-in through an OpenID provider. */
export const offersOpenId = (settings: Settings): boolean => settings.OIDC_ISSUER !== undefined;

/** Begins an OpenID Connect sign-in: the provider's address to go to, and the cookies that bind its answer to this browser. */
export async function beginOpenId(
  runtime: Runtime,
  landing: string,
  failed: string,
  headers: Headers,
): Promise<{ url: string; cookies: string[] }> {
  const { response, headers: answered } = await authOf(runtime).api.signInSocial({
    body: { provider: 'oidc', callbackURL: landing, errorCallbackURL: failed, disableRedirect: true },
    headers,
    returnHeaders: true,
  });
  if (!response.url) throw new Error('the OpenID provider gave no address to go to');
  return { url: response.url, cookies: answered.getSetCookie() };
}

/**
 * The provider's answer: checks state, code, signature and nonce, and signs in the known person with that verified
 * address. Ends in a redirect, to the landing page or to the sign-in page with `?error=`.
 */
export async function finishOpenId(runtime: Runtime, request: Request, from: From): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.set(addressHeader, from.address);
  const asked = new URL(request.url);
  const inside = new URL(`${asked.pathname}${asked.search}`, runtime.origin);
  const response = await authOf(runtime).handler(new Request(inside, { method: 'GET', headers }));
  const person = await personOf(runtime, response);
  await auditSignIn(runtime.database, person, 'openid', person !== null);
  return response;
}

async function personOf(runtime: Runtime, response: Response): Promise<string | null> {
  const cookie = response.headers
    .getSetCookie()
    .find((line) => line.includes('session_token=') && !line.includes('Max-Age=0'));
  if (!cookie) return null;
  const found = await authOf(runtime).api.getSession({ headers: new Headers({ cookie: cookie.split(';')[0]! }) });
  return found?.user.id ?? null;
}
