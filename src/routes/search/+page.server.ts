import { reportFilter, searchForm } from '../../modules/records/forms.ts';
import { listReports, outcomeChoices, search } from '../../modules/records/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const form = searchForm.parse(Object.fromEntries(url.searchParams));
  return locals.read(async (tx) => ({
    form,
    answer: await search(tx, form, locals.locale),
    bodies: (await listReports(tx, reportFilter.parse({}), locals.locale)).choices.bodies,
    choices: await outcomeChoices(tx, locals.locale),
  }));
};
