import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { yearReview } from '../../../thread/year.ts';
import { today } from '../../register/asked.ts';
import { yearAsked } from '../asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const year = yearAsked(params.year);
  if (year === null) error(404, m.error_not_found_title());
  return { review: await locals.read((tx) => yearReview(tx, year, today(), locals.locale)) };
};
