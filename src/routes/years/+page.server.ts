import { yearsWithMeetings } from '../../thread/year.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ years: await locals.read((tx) => yearsWithMeetings(tx)) });
