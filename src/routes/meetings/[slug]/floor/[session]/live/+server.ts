import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { isId } from '../../../../../../kernel/ids.ts';
import { visitorOf } from '../../../../../../kernel/server/auth/session.ts';
import { runtime } from '../../../../../../kernel/server/runtime.ts';
import { floorStream, sessionFacts } from '../../../../../../modules/floor/server/index.ts';
import type { RequestHandler } from './$types';

/** The floor of a session, live. `?since=` says what the page has already; `?screen` asks for what a screen shows. */
export const GET: RequestHandler = async ({ locals, params, url, request }) => {
  const { actor, locale } = locals;
  const facts = isId(params.session)
    ? await locals.read((tx) => sessionFacts(tx, params.slug, params.session, locale))
    : null;
  if (actor.personId === null || !facts) error(404, m.error_not_found_title());
  const { headers } = request;
  return floorStream(
    runtime(),
    facts.id,
    { actor, locale, screen: url.searchParams.has('screen'), since: url.searchParams.get('since') },
    async () => {
      const now = (await visitorOf(runtime, headers)).actor;
      return now.personId === actor.personId ? now : null;
    },
  );
};
