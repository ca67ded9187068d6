import { holds } from '../../kernel/actor.ts';
import { gathered } from '../../modules/goals/forms.ts';
import { listGenerations, listSorts } from '../../modules/goals/server/index.ts';
import * as m from '#messages';
import { formPost } from '../../ui/server/form-answer.ts';
import { today } from '../register/asked.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => ({
    generations: await listGenerations(tx),
    ...(await listSorts(tx)),
    today: today(),
    may: { keep: holds(locals.actor, 'secretariat') },
  }));

const post = (form: string, action: string) =>
  formPost(form, action, gathered, () => ({ to: '/goals', say: m.goals_said_recorded() }));

export const actions: Actions = {
  generation: post('generation', 'goals.generation.add'),
  goal: post('goal', 'goals.goal.add'),
  edit: post('edit', 'goals.generation.edit'),
  strand: post('strand', 'goals.strand.set'),
  theme: post('theme', 'goals.theme.set'),
};
