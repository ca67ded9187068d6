import { redirect } from '@sveltejs/kit';
import { localised } from '../../../ui/locales.ts';
import type { PageServerLoad } from './$types';

/** The bodies are listed on the register's first page. */
export const load: PageServerLoad = ({ locals }) => redirect(308, localised('/register', locals.locale));
