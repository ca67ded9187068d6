import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { versionPage } from '../../../../../modules/plan/server/index.ts';
import { act, answerForm } from '../../../../../ui/server/form-answer.ts';
import { nestedFields } from '../../../../../ui/server/nested-fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const n = /^\d{1,6}$/.test(params.n) ? Number(params.n) : 0;
  const page = await locals.read((tx) => versionPage(tx, params.cycle, n, locals.locale));
  if (!page) error(404, m.error_not_found_title());
  return { page, by: url.searchParams.get('by') === 'date' ? ('date' as const) : ('goal' as const) };
};

export const actions: Actions = {
  comment: async (event) => {
    const data = await event.request.formData();
    const { cycle, n } = event.params;
    const page = await event.locals.read((tx) => versionPage(tx, cycle, Number(n), 'en'));
    const input = { ...nestedFields(data), cycle: page?.cycle.id ?? '', version: n };
    const entry = data.get('entry');
    return answerForm(
      event,
      'comment',
      data,
      () => act<{ late: boolean }>(event, 'plan.comment.write', input),
      ({ late }) => ({
        to: `/plan/${cycle}/versions/${n}${entry ? `#e-${entry}` : '#comments'}`,
        say: late ? m.plan_said_commented_late() : m.plan_said_commented(),
      }),
    );
  },
  answer: async (event) => {
    const data = await event.request.formData();
    const { cycle, n } = event.params;
    return answerForm(
      event,
      'answer',
      data,
      () => act<{ comment: string }>(event, 'plan.comment.answer', nestedFields(data)),
      ({ comment }) => ({ to: `/plan/${cycle}/versions/${n}#c-${comment}`, say: m.plan_said_saved() }),
    );
  },
};
