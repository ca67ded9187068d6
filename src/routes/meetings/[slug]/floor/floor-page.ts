import { error, type RequestEvent } from '@sveltejs/kit';
import * as m from '#messages';
import { isId } from '../../../../kernel/ids.ts';
import type { Tx } from '../../../../kernel/action.ts';
import { floorView, sessionFacts } from '../../../../modules/floor/server/index.ts';
import { formPost } from '../../../../ui/server/form-answer.ts';
import { formInput } from '../../../../ui/server/form-input.ts';
import { signedIn } from '../../../../ui/server/signed-in.ts';

type Event = Pick<RequestEvent, 'locals' | 'url'> & { params: { slug: string; session: string } };

/**
 * The floor of a session for a page: its facts, what is seen of it, the time of the server; with it whatever `more` reads. 404 where there is nothing to see.
 * @param lead true: only for who leads the session.
 */
export async function floorPage<T>({ locals, params, url }: Event, lead: boolean, more: (tx: Tx) => Promise<T>) {
  signedIn({ locals, url });
  return locals.read(async (tx) => {
    const facts = isId(params.session) ? await sessionFacts(tx, params.slug, params.session, locals.locale) : null;
    const seen = facts && (await floorView(tx, facts.id, locals.locale));
    if (!facts || !seen || (lead && facts.sight !== 'leader')) error(404, m.error_not_found_title());
    return { facts, view: seen.view, at: Date.now(), ...(await more(tx)) };
  });
}

/** Form posts of a page: `?/turn-give` is the action `floor.turn.give`. Each leads back to the page. */
export function floorPosts(names: readonly string[]) {
  const post = (name: string) =>
    formPost(
      name,
      `floor.${name.replace('-', '.')}`,
      (data) => formInput(data),
      (_, event) => ({ to: pathOf(event), say: m.floor_said() }),
    );
  return Object.fromEntries(names.map((name) => [name, post(name)]));
}

/** The page of a request, without language. */
const pathOf = ({ url, route, params }: RequestEvent): string =>
  (route.id ?? url.pathname).replace(/\[(\w+)\]/g, (_, name: string) => (params as Record<string, string>)[name] ?? '');
