import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { cyclePage, generationChoices, localOf } from '../../../../modules/plan/server/index.ts';
import { whomACallAsks } from '../../../../thread/whom-a-call-asks.ts';
import { act, answerForm } from '../../../../ui/server/form-answer.ts';
import { nestedFields } from '../../../../ui/server/nested-fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    const page = await cyclePage(tx, params.cycle, locals.locale, new Date());
    if (!page || page.cycle.stage !== 'call' || !page.rights.lead) error(404, m.error_not_found_title());
    const day = new Date().toISOString().slice(0, 10);
    return {
      page,
      day,
      due: localOf(page.cycle.inputsDue, page.cycle.zone),
      ask: await whomACallAsks(tx, page.cycle.body.key, day, locals.locale),
      generations: await generationChoices(tx, locals.locale),
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const data = await event.request.formData();
    return answerForm(
      event,
      'edit',
      data,
      () => act<{ slug: string }>(event, 'plan.cycle.edit', nestedFields(data)),
      ({ slug }) => ({ to: `/plan/${slug}`, say: m.plan_said_saved() }),
    );
  },
};
