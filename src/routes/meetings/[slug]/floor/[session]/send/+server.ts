import { json } from '@sveltejs/kit';
import { actions } from '../../../../../../actions.generated.ts';
import { statusOf } from '../../../../../../kernel/refusal.ts';
import { shown } from '../../../../../../ui/refusals.ts';
import type { RequestHandler } from './$types';

/** One command of a page of the floor, `{ action, input }`: answered with the value or the refusal in the language of the page. */
export const POST: RequestHandler = async ({ request, locals }) => {
  const { action: name, input } = ((await request.json().catch(() => null)) ?? {}) as {
    action?: string;
    input?: unknown;
  };
  const action = typeof name === 'string' && name.startsWith('floor.') ? actions.get(name) : undefined;
  if (!action) return json({ ok: false, refusal: null }, { status: 400 });
  const answer = await locals.act(action, input);
  if (answer.ok) return json(answer);
  return json({ ok: false, refusal: shown(answer.refusal) }, { status: statusOf(answer.refusal) });
};
