import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { asActor } from '../../../kernel/server/db/database.ts';
import { runtime } from '../../../kernel/server/runtime.ts';
import { onScreen } from '../../../modules/floor/index.ts';
import { floorTitle, floorView } from '../../../modules/floor/server/index.ts';
import { screenActor } from './screen.ts';
import type { PageServerLoad } from './$types';

/** The screen of a session on a machine without anybody signed in. */
export const load: PageServerLoad = async ({ params, locals, setHeaders }) => {
  const { actor, session } = await screenActor(params.secret);
  setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  return asActor(runtime().database, actor, async (tx) => {
    const seen = await floorView(tx, session, locals.locale);
    const title = await floorTitle(tx, session, locals.locale);
    if (!seen || seen.sight !== 'leader' || !title) error(410, m.floor_link_gone());
    return { view: onScreen(seen.view), at: Date.now(), ...title };
  });
};
