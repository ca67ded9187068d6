import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { versionChanges } from '../../../../../../../modules/drafting/server/index.ts';
import { signedIn } from '../../../../../../../ui/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  signedIn({ locals, url });
  const n = /^\d{1,6}$/.test(params.n) ? Number(params.n) : 0;
  const page = await locals.read((tx) => versionChanges(tx, params.slug, n));
  if (!page) error(404, m.error_not_found_title());
  return { page };
};
