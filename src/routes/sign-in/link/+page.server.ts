import { fail, redirect } from '@sveltejs/kit';
import { Refusal, statusOf } from '../../../kernel/refusal.ts';
import { signInWithToken } from '../../../kernel/server/auth/link.ts';
import { runtime } from '../../../kernel/server/runtime.ts';
import { shown } from '../../../ui/refusals.ts';
import { field } from '../../../ui/server/form-answer.ts';
import { fromOf, landing } from '../steps.ts';
import type { Actions, PageServerLoad } from './$types';

/** The link of the mail opens this page; only its button uses the token up, because mail programs open links by themselves. */
export const load: PageServerLoad = ({ url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  return { token: url.searchParams.get('token') ?? '', next: url.searchParams.get('next') ?? '' };
};

export const actions: Actions = {
  default: async (event) => {
    const data = await event.request.formData();
    try {
      const { person, cookies } = await signInWithToken(
        runtime(),
        field(data, 'token'),
        fromOf(event),
        event.request.headers,
      );
      if (person === null) return fail(403, { failed: true, refusal: null });
      event.locals.cookies.push(...cookies);
    } catch (error) {
      if (error instanceof Refusal) return fail(statusOf(error), { failed: false, refusal: shown(error) });
      throw error;
    }
    redirect(303, landing(data.get('next'), event.locals.locale));
  },
};
