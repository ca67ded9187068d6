import { holds } from '../../kernel/actor.ts';
import { listCycles } from '../../modules/plan/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  cycles: await locals.read((tx) => listCycles(tx, locals.locale)),
  may: { prepare: holds(locals.actor, 'secretariat') },
});
