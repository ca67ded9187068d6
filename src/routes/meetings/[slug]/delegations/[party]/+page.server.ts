import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { delegationPage } from '../../../../../modules/delegations/server/index.ts';
import { act, answerForm, typedIn } from '../../../../../ui/server/form-answer.ts';
import { signedIn } from '../../../../../ui/server/signed-in.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  signedIn({ locals, url });
  return locals.read(async (tx) => {
    const page = await delegationPage(tx, params.slug, params.party, locals.locale, new Date());
    if (!page) error(404, m.error_not_found_title());
    return { page };
  });
};

/** Fields that may come several times are lists; every other is a text. */
const inputOf = (data: FormData, party: string): Record<string, unknown> => {
  const typed = typedIn(data);
  const { in_room = [], online = [], ...rest } = typed;
  return {
    ...Object.fromEntries(Object.entries(rest).map(([name, [value]]) => [name, value])),
    in_room,
    online,
    party,
  };
};

const post =
  <Value>(form: string | ((data: FormData) => string), action: string, say: (value: Value) => string) =>
  async (event: RequestEvent) => {
    const data = await event.request.formData();
    return answerForm(
      event,
      typeof form === 'string' ? form : form(data),
      data,
      () => act<Value>(event, action, inputOf(data, event.params.party)),
      (value) => ({ to: `/meetings/${event.params.slug}/delegations/${event.params.party}`, say: say(value) }),
    );
  };

/** Several delegates have the same form on one page; each is known by its delegate. */
const of = (form: string) => (data: FormData) => `${form} ${String(data.get('delegate') ?? '')}`;

export const actions: Actions = {
  add: post('add', 'delegations.delegate.add', m.delegations_said_saved),
  edit: post(of('edit'), 'delegations.delegate.edit', m.delegations_said_saved),
  remove: post(of('edit'), 'delegations.delegate.remove', m.delegations_said_saved),
  need: post(of('edit'), 'delegations.need.write', m.delegations_said_saved),
  submit: post<{ late: boolean }>('step', 'delegations.delegation.submit', ({ late }) =>
    late ? m.delegations_said_submitted_late() : m.delegations_said_submitted(),
  ),
  takeBack: post('step', 'delegations.delegation.take-back', m.delegations_said_taken_back),
  approve: post('step', 'delegations.delegation.approve', m.delegations_said_approved),
  return: post('return', 'delegations.delegation.return', m.delegations_said_returned),
};
