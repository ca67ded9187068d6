import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { isId } from '../../../kernel/ids.ts';
import { fileResponse, mediaTypes, toPdf } from '../../../kernel/server/documents/index.ts';
import { trace } from '../../../thread/trace.ts';
import { printedTrace } from '../../../thread/ui/printed-trace.ts';
import type { RequestHandler } from './$types';

/** The thread for a briefing folder. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const today = new Date().toISOString().slice(0, 10);
  const found = isId(params.id) ? await locals.read((tx) => trace(tx, params.id, today, locals.locale)) : null;
  if (!found) error(404, m.error_not_found_title());
  const bytes = await toPdf(printedTrace(found, locals.locale, url.origin));
  return fileResponse(bytes, `thread-${today}-${found.of.id.slice(0, 8)}.pdf`, mediaTypes.pdf);
};
