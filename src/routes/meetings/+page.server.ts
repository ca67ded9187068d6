import { holds } from '../../kernel/actor.ts';
import { listMeetings } from '../../modules/meetings/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  list: await locals.read((tx) => listMeetings(tx, locals.locale, new Date().toISOString().slice(0, 10))),
  may: { prepare: holds(locals.actor, 'secretariat', 'chair') },
});
