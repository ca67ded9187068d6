import { fail, redirect } from '@sveltejs/kit';
import { Refusal, statusOf } from '../../kernel/refusal.ts';
import { requestLink } from '../../kernel/server/auth/link.ts';
import { offersOpenId } from '../../kernel/server/auth/openid.ts';
import { samplePeople, signInAsSample } from '../../kernel/server/auth/sample.ts';
import { nudgeOutbox } from '../../kernel/server/mail/outbox.ts';
import { runtime } from '../../kernel/server/runtime.ts';
import { localised } from '../../ui/locales.ts';
import { shown } from '../../ui/refusals.ts';
import { field } from '../../ui/server/form-answer.ts';
import { scopeNames } from '../people/shown.ts';
import { fromOf, landing } from './steps.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ url, locals }) => {
  const people = await samplePeople(runtime());
  const names = people.length > 0 ? await locals.read((tx) => scopeNames(tx, people, locals.locale)) : new Map();
  return {
    next: url.searchParams.get('next') ?? '',
    email: url.searchParams.get('email') ?? '',
    openId: offersOpenId(runtime().settings),
    openIdFailed: url.searchParams.has('error'),
    people: people.map(({ id, name, role, party_id, body_id }) => ({
      id,
      name,
      role,
      scope: (names.get(party_id ?? body_id ?? '')?.name ?? null) as string | null,
    })),
  };
};

/** Runs a step; a refusal becomes the answer of the form with what was typed. */
async function step(event: RequestEvent, work: (data: FormData) => Promise<void>) {
  const data = await event.request.formData();
  try {
    await work(data);
    return data;
  } catch (error) {
    if (error instanceof Refusal)
      return fail(statusOf(error), { refusal: shown(error), sent: null, email: field(data, 'email') });
    throw error;
  }
}

export const actions: Actions = {
  link: async (event) => {
    const done = await step(event, async (data) => {
      const next = field(data, 'next');
      const path = localised('/sign-in/link', event.locals.locale);
      await requestLink(
        runtime(),
        field(data, 'email').slice(0, 254),
        next ? `${path}?next=${encodeURIComponent(next.slice(0, 500))}` : path,
        fromOf(event),
      );
      void nudgeOutbox(runtime());
    });
    return done instanceof FormData ? { refusal: null, sent: field(done, 'email'), email: '' } : done;
  },
  sample: async (event) => {
    const done = await step(event, async (data) => {
      const { cookies } = await signInAsSample(runtime(), field(data, 'person'), fromOf(event), event.request.headers);
      event.locals.cookies.push(...cookies);
    });
    if (done instanceof FormData) redirect(303, landing(done.get('next'), event.locals.locale));
    return done;
  },
};
