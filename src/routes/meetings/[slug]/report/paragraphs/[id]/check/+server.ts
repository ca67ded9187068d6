import { json } from '@sveltejs/kit';
import { isId } from '../../../../../../../kernel/ids.ts';
import { checkedAs } from '../../../../../../../modules/drafting/server/index.ts';
import { tidy } from '../../../../../../../modules/drafting/index.ts';
import type { RequestHandler } from './$types';

/** What the text check says of a paragraph while it is being written; nothing is kept. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
  const body: unknown = await request.json().catch(() => null);
  const text =
    body !== null && typeof body === 'object' && 'text' in body && typeof body.text === 'string'
      ? tidy(body.text).slice(0, 20_000)
      : '';
  if (text === '' || !isId(params.id)) return json({ findings: [] });
  const checked = await locals.read((tx) => checkedAs(tx, params.slug, params.id, text, new Date()));
  return checked ? json(checked) : json({ findings: [] }, { status: 404 });
};
