import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { planDifference } from '../../../../../../modules/plan/index.ts';
import { versionPair } from '../../../../../../modules/plan/server/index.ts';
import { printed } from '../../../../../../modules/plan/ui/words.ts';
import type { PageServerLoad } from './$types';

/** From the version before to this one. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const n = /^\d{1,6}$/.test(params.n) ? Number(params.n) : 0;
  const pair = await locals.read((tx) => versionPair(tx, params.cycle, n, locals.locale));
  if (!pair) error(404, m.error_not_found_title());
  const inWords = (entries: typeof pair.newer.entries) =>
    entries.map((entry) => ({ id: entry.id, fields: printed(entry) }));
  return {
    cycle: pair.cycle,
    from: pair.older.n,
    to: pair.newer.n,
    entries: planDifference(inWords(pair.older.entries), inWords(pair.newer.entries)),
  };
};
