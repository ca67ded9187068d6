import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { tiesOfReport } from '../../../../modules/followup/server/index.ts';
import { act, answerForm, field } from '../../../../ui/server/form-answer.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await locals.read((tx) => tiesOfReport(tx, params.slug, locals.locale));
  if (!found) error(404, m.error_not_found_title());
  return found;
};

/** A decision about the tie the person has seen; then on to the one the form names. */
const decision = (form: string, action: string, say: () => string) => async (event: RequestEvent) => {
  const data = await event.request.formData();
  const input = {
    tie: field(data, 'tie'),
    revision: field(data, 'revision'),
    kind: field(data, 'kind'),
    reason: field(data, 'reason'),
  };
  const then = field(data, 'then');
  return answerForm(
    event,
    form,
    data,
    () => act(event, action, input),
    () => ({ to: `/reports/${event.params.slug}/ties${then === '' ? '' : `?at=${then}#t-${then}`}`, say: say() }),
  );
};

export const actions: Actions = {
  accept: decision('accept', 'followup.tie.accept', m.tie_said_accepted),
  reject: decision('reject', 'followup.tie.reject', m.tie_said_rejected),
  undo: decision('undo', 'followup.tie.undo', m.tie_said_undone),
};
