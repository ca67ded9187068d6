import { runtime } from '../../../../kernel/server/runtime.ts';
import { floorStream } from '../../../../modules/floor/server/index.ts';
import { actorNow, screenActor } from '../screen.ts';
import type { RequestHandler } from './$types';

/** What a screen link shows, live. */
export const GET: RequestHandler = async ({ params, locals, url }) => {
  const { actor, session } = await screenActor(params.secret);
  const who = { actor, locale: locals.locale, screen: true, since: url.searchParams.get('since') };
  return floorStream(runtime(), session, who, async () => (await actorNow(params.secret))?.actor ?? null);
};
