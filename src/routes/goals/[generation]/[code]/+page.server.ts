import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { holds } from '../../../../kernel/actor.ts';
import { inLanguage } from '../../../../kernel/language-map.ts';
import { gathered } from '../../../../modules/goals/forms.ts';
import { goalPage, listGenerations } from '../../../../modules/goals/server/index.ts';
import { goalThreads } from '../../../../thread/goal-threads.ts';
import { act, answerForm } from '../../../../ui/server/form-answer.ts';
import { today } from '../../../register/asked.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const keep = holds(locals.actor, 'secretariat');
  const { generation, code } = params;
  const found = await locals.read(async (tx) => {
    const page = await goalPage(tx, generation, code);
    if (page === null) return null;
    const threads = await goalThreads(tx, { id: page.goal.id, generation, code }, today(), locals.locale);
    const others = keep ? (await listGenerations(tx)).filter(({ key }) => key !== generation) : [];
    const choices = others.map(({ key, title, goals }) => ({
      title: inLanguage(title, locals.locale).text,
      goals: goals.map((goal) => ({
        name: `${key}/${goal.code}`,
        title: `${goal.code} ${inLanguage(goal.title, locals.locale).text}`,
      })),
    }));
    return { page, threads, choices };
  });
  if (found === null) error(404, m.error_not_found_title());
  return { ...found, today: today(), may: { keep } };
};

const post =
  (form: string, action: string, say: () => string = m.goals_said_recorded) =>
  async (event: RequestEvent) => {
    const data = await event.request.formData();
    const here = `/goals/${event.params.generation}/${event.params.code}`;
    const input = form === 'crosswalk' ? { from: `${event.params.generation}/${event.params.code}` } : {};
    return answerForm(
      event,
      form,
      data,
      () => act<{ address?: string }>(event, action, { ...gathered(data), ...input }),
      (value) => ({ to: value.address ?? here, say: say() }),
    );
  };

export const actions: Actions = {
  edit: post('edit', 'goals.goal.edit'),
  crosswalk: post('crosswalk', 'goals.crosswalk.set'),
  withdraw: post('withdraw', 'goals.crosswalk.withdraw', m.goals_said_withdrawn),
};
