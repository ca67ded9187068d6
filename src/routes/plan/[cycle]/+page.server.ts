import { error } from '@sveltejs/kit';
import * as m from '#messages';
import type { Answer } from '../../../kernel/refusal.ts';
import { runtime } from '../../../kernel/server/runtime.ts';
import { cyclePage, localOf, meetingChoices } from '../../../modules/plan/server/index.ts';
import { endorsePlan, enterPlan } from '../../../thread/6-endorse-plan.ts';
import { act, answerForm, formPost } from '../../../ui/server/form-answer.ts';
import { nestedFields } from '../../../ui/server/nested-fields.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await locals.read(async (tx) => {
    const page = await cyclePage(tx, params.cycle, locals.locale, new Date());
    return page && { page, meetings: page.next === 'endorse' ? await meetingChoices(tx, page.cycle.id) : [] };
  });
  if (!found) error(404, m.error_not_found_title());
  const { page, meetings } = found;
  const due = page.cycle.stage === 'comments' ? page.cycle.commentsDue : page.cycle.inputsDue;
  return { page, meetings, now: new Date(), dueLocal: due ? localOf(due, page.cycle.zone) : '' };
};

const post = (form: string, action: string) =>
  formPost(form, action, nestedFields, ({ slug }: { slug: string }) => ({
    to: `/plan/${slug}`,
    say: m.plan_said_moved(),
  }));

export const actions: Actions = {
  open: post('open', 'plan.cycle.open'),
  assemble: post('assemble', 'plan.cycle.assemble'),
  revise: post('revise', 'plan.cycle.revise'),
  deadline: post('deadline', 'plan.deadline.move'),
  circulate: async (event) => {
    const data = await event.request.formData();
    return answerForm(
      event,
      'circulate',
      data,
      () => act<{ slug: string; version: number }>(event, 'plan.version.circulate', nestedFields(data)),
      ({ slug, version }) => ({ to: `/plan/${slug}/versions/${version}`, say: m.plan_said_moved() }),
    );
  },
  endorse: (event) =>
    endorsing(event, 'endorse', (data) =>
      endorsePlan(runtime().database, event.locals.actor, nestedFields(data), 'page'),
    ),
  enter: (event) =>
    endorsing(event, 'enter', (data) =>
      enterPlan(runtime().database, event.locals.actor, event.params.cycle, Number(data.get('version')), 'page'),
    ),
};

async function endorsing(
  event: RequestEvent,
  form: string,
  run: (data: FormData) => Promise<Answer<{ slug: string; activities: number }>>,
) {
  const data = await event.request.formData();
  return answerForm(
    event,
    form,
    data,
    () => run(data),
    ({ slug, activities }) => ({
      to: `/plan/${slug}`,
      say: m.plan_said_endorsed({ count: String(activities) }),
    }),
  );
}
