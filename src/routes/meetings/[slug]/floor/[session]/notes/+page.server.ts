import { notesOf } from '../../../../../../modules/floor/server/index.ts';
import { floorPage, floorPosts } from '../../floor-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  floorPage(event, true, async (tx) => ({ notes: await notesOf(tx, event.params.session) }));

export const actions: Actions = floorPosts(['note-write', 'note-remove', 'notes-send']);
