import { generationChoices } from '../../../modules/plan/server/index.ts';
import { whomACallAsks } from '../../../thread/whom-a-call-asks.ts';
import { act, answerForm } from '../../../ui/server/form-answer.ts';
import { nestedFields } from '../../../ui/server/nested-fields.ts';
import { signedIn } from '../../../ui/server/signed-in.ts';
import * as m from '#messages';
import type { Actions, PageServerLoad } from './$types';

const usualBody = 'body:senior-officials-meeting';

export const load: PageServerLoad = async ({ locals, url }) => {
  signedIn({ locals, url }, 'secretariat');
  const body = url.searchParams.get('body') ?? usualBody;
  const day = new Date().toISOString().slice(0, 10);
  return locals.read(async (tx) => ({
    body,
    day,
    ask: await whomACallAsks(tx, body, day, locals.locale),
    generations: await generationChoices(tx, locals.locale),
  }));
};

export const actions: Actions = {
  prepare: async (event) => {
    const data = await event.request.formData();
    return answerForm(
      event,
      'prepare',
      data,
      () => act<{ slug: string }>(event, 'plan.cycle.prepare', nestedFields(data)),
      ({ slug }) => ({ to: `/plan/${slug}`, say: m.plan_said_saved() }),
    );
  },
};
