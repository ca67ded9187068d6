import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { entryChoices, inputPage } from '../../../../../modules/plan/server/index.ts';
import { act, answerForm } from '../../../../../ui/server/form-answer.ts';
import { nestedFields } from '../../../../../ui/server/nested-fields.ts';
import { signedIn } from '../../../../../ui/server/signed-in.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  signedIn({ locals, url });
  return locals.read(async (tx) => {
    const at = new Date();
    const page = await inputPage(tx, params.cycle, params.party, locals.locale, at);
    if (!page) error(404, m.error_not_found_title());
    return { page, at, choices: page.may.write ? await entryChoices(tx, page.cycle.id, locals.locale) : null };
  });
};

const post =
  <Value>(form: string, action: string, say: (value: Value) => string) =>
  async (event: RequestEvent) => {
    const data = await event.request.formData();
    const to = `/plan/${event.params.cycle}/inputs/${event.params.party}`;
    const input = { ...nestedFields(data), party: event.params.party };
    return answerForm(
      event,
      form,
      data,
      () => act<Value>(event, action, input),
      (value) => ({ to, say: say(value) }),
    );
  };

export const actions: Actions = {
  propose: post<{ afterDeadline: boolean }>('propose', 'plan.entry.propose', ({ afterDeadline }) =>
    afterDeadline ? m.plan_said_saved_late() : m.plan_said_saved(),
  ),
  remove: post('remove', 'plan.entry.remove', m.plan_said_saved),
  submit: post<{ late: boolean }>('submit', 'plan.input.submit', ({ late }) =>
    late ? m.plan_said_submitted_late() : m.plan_said_submitted(),
  ),
  takeBack: post('takeBack', 'plan.input.take-back', m.plan_said_taken_back),
};
