import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { participantList } from '../../../../modules/delegations/server/index.ts';
import { signedIn } from '../../../../ui/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  signedIn({ locals, url });
  return locals.read(async (tx) => {
    const list = await participantList(tx, params.slug, locals.locale);
    if (!list) error(404, m.error_not_found_title());
    return { list };
  });
};
