import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { meetingHead } from '../../../modules/meetings/server/index.ts';
import type { LayoutServerLoad } from './$types';

/** The head of the meeting for its nav and every page under it. Nobody who may not see the meeting gets further. */
export const load: LayoutServerLoad = async ({ locals, params }) => {
  const meeting = await locals.read((tx) => meetingHead(tx, params.slug, locals.locale));
  if (!meeting) error(404, m.error_not_found_title());
  return { meeting };
};
