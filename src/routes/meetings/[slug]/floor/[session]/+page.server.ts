import { ownParties } from '../../../../../modules/floor/server/index.ts';
import { floorPage, floorPosts } from '../floor-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  floorPage(event, false, async (tx) => ({
    parties: await ownParties(tx, event.params.session, event.locals.locale),
  }));

export const actions: Actions = floorPosts(['turn-ask', 'turn-waive', 'turn-withdraw', 'turn-write', 'turn-back']);
