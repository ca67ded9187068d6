import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { floorSessions } from '../../../../modules/floor/server/index.ts';
import { signedIn } from '../../../../ui/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  signedIn({ locals, url });
  const sessions = await locals.read((tx) => floorSessions(tx, params.slug, locals.locale));
  if (sessions.length === 0) error(404, m.error_not_found_title());
  return { sessions, meeting: sessions[0]!.meeting };
};
