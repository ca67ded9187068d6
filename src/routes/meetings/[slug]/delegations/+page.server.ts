import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { delegationDesk } from '../../../../modules/delegations/server/index.ts';
import { signedIn } from '../../../../ui/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  signedIn({ locals, url });
  return locals.read(async (tx) => {
    const desk = await delegationDesk(tx, params.slug, locals.locale, new Date());
    if (!desk) error(404, m.error_not_found_title());
    return { desk };
  });
};
