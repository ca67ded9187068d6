import { Refusal } from '../../refusal.ts';
import { problem } from '../api/problem.ts';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something was sent by a page of another site. Covers every content type, JSON too
 * (SvelteKit checks forms only). A browser always says `Origin` on such a request; programs that send no cookie need none.
 */
export function foreignPost(request: Request, own: string): boolean {
  if (harmless.has(request.method)) return false;
  const origin = request.headers.get('origin');
  if (origin !== null) return origin !== own;
  if (request.headers.get('sec-fetch-site') === 'cross-site') return true;
  return request.headers.has('cookie');
}

/** What such a request is answered: problem+json below `/api`, one sentence elsewhere. */
export function refuseForeign(url: URL): Response {
  const sentence = 'This request comes from another site, or does not say where it comes from.';
  return url.pathname.startsWith('/api/')
    ? problem(new Refusal('access.origin', sentence))
    : new Response(sentence, { status: 403 });
}
