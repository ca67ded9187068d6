import { error, json } from '@sveltejs/kit';
import * as m from '#messages';
import { isId } from '../../../kernel/ids.ts';
import { trace } from '../../../thread/trace.ts';
import type { RequestHandler } from './$types';

/** The thread as data: what the page shows this person, and nothing else. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const today = new Date().toISOString().slice(0, 10);
  const found = isId(params.id) ? await locals.read((tx) => trace(tx, params.id, today, locals.locale)) : null;
  if (!found) error(404, m.error_not_found_title());
  return json({ format: 'redthread-trace/1', ...found });
};
