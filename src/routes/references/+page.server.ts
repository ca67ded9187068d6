import { openReferences } from '../../modules/followup/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ references: await locals.read(openReferences) });
