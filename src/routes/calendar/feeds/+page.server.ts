import { fail } from '@sveltejs/kit';
import * as m from '#messages';
import { statusOf } from '../../../kernel/refusal.ts';
import { runtime } from '../../../kernel/server/runtime.ts';
import { cancelledDays } from '../../../modules/calendar/index.ts';
import { entryFilter, queryOf } from '../../../modules/calendar/forms.ts';
import { calendarChoices, myFeeds } from '../../../modules/calendar/server/index.ts';
import { shown } from '../../../ui/refusals.ts';
import { act, answerForm, typedIn, type FormAnswer } from '../../../ui/server/form-answer.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const filter = entryFilter.parse(Object.fromEntries(url.searchParams));
  return locals.read(async (tx) => ({
    origin: runtime().origin,
    cancelledDays,
    filter,
    query: queryOf(filter),
    choices: await calendarChoices(tx, locals.locale),
    feeds: locals.actor.personId === null ? null : await myFeeds(tx),
  }));
};

/** The one answer that holds the secret: shown on this page now, never stored, so there is no page to redirect to. */
const opening = (form: string, action: string) => async (event: RequestEvent) => {
  const data = await event.request.formData();
  const answer = await act<{ secret: string }>(event, action, Object.fromEntries(data));
  if (answer.ok) return { link: `${runtime().origin}/calendar/${answer.value.secret}.ics` };
  const refused = { form, refusal: shown(answer.refusal), typed: typedIn(data) } satisfies FormAnswer;
  return fail(statusOf(answer.refusal), { answer: refused });
};

export const actions: Actions = {
  make: opening('make', 'calendar.feed.make'),
  renew: opening('renew', 'calendar.feed.renew'),
  revoke: async (event) => {
    const data = await event.request.formData();
    return answerForm(
      event,
      'revoke',
      data,
      () => act(event, 'calendar.feed.revoke', Object.fromEntries(data)),
      () => ({ to: '/calendar/feeds', say: m.calendar_feed_ended() }),
    );
  },
};
