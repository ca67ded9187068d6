import { inLanguage } from '../../kernel/language-map.ts';
import { listGenerations } from '../../modules/goals/server/index.ts';
import { outcomeFilter } from '../../modules/records/forms.ts';
import { listOutcomes, outcomeChoices } from '../../modules/records/server/index.ts';
import { amongGoals, goalsAsked } from '../../thread/outcomes-of-goals.ts';
import { today } from '../register/asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const query = Object.fromEntries(url.searchParams);
  const goals = goalsAsked.parse(query);
  const { filter, among } = amongGoals(goals, outcomeFilter.parse(query), today());
  return locals.read(async (tx) => ({
    list: await listOutcomes(tx, filter, locals.locale, undefined, among),
    choices: await outcomeChoices(tx, locals.locale),
    goals,
    generations: (await listGenerations(tx))
      .filter(({ kind }) => kind === 'dialogue' || goals.generation !== null)
      .map(({ key, title }) => ({ key, title: inLanguage(title, locals.locale).text })),
  }));
};
