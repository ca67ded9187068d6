import { todayPage } from '../thread/today-page.ts';
import { viewerOf } from '../ui/server/viewer.ts';
import type { PageServerLoad } from './$types';

/** Today: first what is asked of one's own delegation, then what waits for a decision, then what is owed to it, then what is new. */
export const load: PageServerLoad = ({ locals }) => {
  const { actor, locale } = locals;
  return locals.read((tx) => todayPage(tx, actor, viewerOf(actor).may.importReports, new Date(), locale));
};
