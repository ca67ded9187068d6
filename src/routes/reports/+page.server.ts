import { reportFilter } from '../../modules/records/forms.ts';
import { listReports } from '../../modules/records/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const filter = reportFilter.parse(Object.fromEntries(url.searchParams));
  return locals.read((tx) => listReports(tx, filter, locals.locale));
};
