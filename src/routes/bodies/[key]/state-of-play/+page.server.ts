import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { Refusal } from '../../../../kernel/refusal.ts';
import { stateOfPlay } from '../../../../thread/state-of-play.ts';
import { questionOf, reader } from '../asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const asked = questionOf(params.key, url);
  try {
    return { play: await reader(locals, url)((tx) => stateOfPlay(tx, asked, locals.locale)), asked };
  } catch (cause) {
    if (cause instanceof Refusal) error(404, m.error_not_found_title());
    throw cause;
  }
};
