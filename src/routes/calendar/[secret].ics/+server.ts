import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { holds, nobody } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { loadActor } from '../../../kernel/server/load-actor.ts';
import { runtime } from '../../../kernel/server/runtime.ts';
import { feedBy } from '../../../modules/calendar/server/index.ts';
import { baseLocale, locales } from '../../../ui/locales.ts';
import { feedAnswer } from '../answer.ts';
import type { RequestHandler } from './$types';

/** What the person of the secret may see now. Revoked, or without any right any longer: gone. */
export const GET: RequestHandler = async ({ params }) => {
  const { database } = runtime();
  const feed = await asActor(database, nobody, (tx) => feedBy(tx, params.secret));
  if (!feed) error(404, m.error_not_found_title());
  const actor = await loadActor(database, feed.over ? null : feed.person_id);
  if (!holds(actor, 'member', 'focal-point', 'chair', 'secretariat', 'observer')) error(410, m.calendar_feed_gone());
  const locale = locales.find((known) => known === actor.language) ?? baseLocale;
  return feedAnswer((work) => asActor(database, actor, work), new URLSearchParams(feed.query), locale);
};
