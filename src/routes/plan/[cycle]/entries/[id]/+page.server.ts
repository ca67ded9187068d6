import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { isId } from '../../../../../kernel/ids.ts';
import { entryPage } from '../../../../../modules/plan/server/index.ts';
import { act, answerForm } from '../../../../../ui/server/form-answer.ts';
import { nestedFields } from '../../../../../ui/server/nested-fields.ts';
import { signedIn } from '../../../../../ui/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  signedIn({ locals, url });
  const page = isId(params.id)
    ? await locals.read((tx) => entryPage(tx, params.cycle, params.id, locals.locale))
    : null;
  if (!page) error(404, m.error_not_found_title());
  return { page };
};

export const actions: Actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const input = { ...nestedFields(data), entry: event.params.id };
    return answerForm(
      event,
      'edit',
      data,
      () => act<{ slug: string; afterDeadline: boolean }>(event, 'plan.entry.edit', input),
      ({ slug, afterDeadline }) => ({
        to: String(data.get('back') ?? '').startsWith(`/plan/${slug}/`) ? String(data.get('back')) : `/plan/${slug}`,
        say: afterDeadline ? m.plan_said_saved_late() : m.plan_said_saved(),
      }),
    );
  },
};
