import { redirect } from '@sveltejs/kit';
import { localised } from '../../../ui/locales.ts';
import type { PageServerLoad } from './$types';

/** The short address of a body leads to its page in the register. */
export const load: PageServerLoad = ({ params, locals, url }) =>
  redirect(308, localised(`/register/bodies/${params.key}${url.search}`, locals.locale));
