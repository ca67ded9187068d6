import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { isId } from '../../../kernel/ids.ts';
import { mostKnots, trace } from '../../../thread/trace.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const today = new Date().toISOString().slice(0, 10);
  const found = isId(params.id) ? await locals.read((tx) => trace(tx, params.id, today, locals.locale)) : null;
  if (!found) error(404, m.error_not_found_title());
  return { trace: found, mostKnots };
};
