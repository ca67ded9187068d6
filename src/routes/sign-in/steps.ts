import type { RequestEvent } from '@sveltejs/kit';
import { Refusal, statusOf } from '../../kernel/refusal.ts';
import type { From } from '../../kernel/server/auth/session.ts';
import { localised, type Locale } from '../../ui/locales.ts';

/** Where the request comes from, for the list of sessions and the limits. */
export function fromOf(event: Pick<RequestEvent, 'getClientAddress' | 'request'>): From {
  return { address: event.getClientAddress(), browser: event.request.headers.get('user-agent') ?? '' };
}

/**
 * The page to go to after signing in: `next` if it is a path of this application, else the first page.
 * `//elsewhere` and `/\elsewhere` are addresses of other hosts to a browser.
 */
export function landing(next: unknown, locale: Locale): string {
  if (typeof next === 'string' && next.length < 500 && /^\/(?![/\\])[^\u0000-\u0020\\]*$/.test(next)) return next;
  return localised('/', locale);
}

/** The answer for a script: what `work` gives, or the refusal as plain data. */
export async function answering(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return Response.json({ code: error.code, detail: error.sentence }, { status: statusOf(error) });
  }
}
