import { nobody } from '../../kernel/actor.ts';
import { asActor } from '../../kernel/server/db/database.ts';
import { runtime } from '../../kernel/server/runtime.ts';
import { feedAnswer } from '../calendar/answer.ts';
import type { RequestHandler } from './$types';

/** What everybody may see, also for whoever is signed in: an address that is passed on shows the same to all. */
export const GET: RequestHandler = ({ locals, url }) =>
  feedAnswer((work) => asActor(runtime().database, nobody, work), url.searchParams, locals.locale);
