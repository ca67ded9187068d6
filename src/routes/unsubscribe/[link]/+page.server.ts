import { fail } from '@sveltejs/kit';
import { runtime } from '../../../kernel/server/runtime.ts';
import { openSubscription, unsubscribe } from '../../../modules/notices/server/index.ts';
import type { Actions, PageServerLoad } from './$types';

/** What a link is about, and nothing of whose it is. Looking at it ends nothing: mail scanners open every link. */
export const load: PageServerLoad = ({ params, setHeaders }) => {
  setHeaders({ 'x-robots-tag': 'noindex' });
  return { kind: openSubscription(runtime().secret, params.link)?.kind ?? null };
};

export const actions: Actions = {
  /** The button of the page, and the one click of a mail program (RFC 8058), which posts to the same address. */
  default: async ({ params }) => {
    const subscription = openSubscription(runtime().secret, params.link);
    if (!subscription) return fail(404, { done: false });
    // Somebody without any right gets no mails; a link of theirs says the same as every other.
    await unsubscribe(runtime(), subscription);
    return { done: true };
  },
};
