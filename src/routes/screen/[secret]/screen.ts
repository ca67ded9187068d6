import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { nobody, type Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { loadActor } from '../../../kernel/server/load-actor.ts';
import { runtime } from '../../../kernel/server/runtime.ts';
import { screenBy } from '../../../modules/floor/server/index.ts';

/** Whose eyes a screen link looks with, and at which session: those of who made it, for as long as they may. 404 for an unknown secret, 410 for a link that ended. */
export async function screenActor(secret: string): Promise<{ actor: Actor; session: string }> {
  const found = await actorNow(secret);
  if (found === undefined) error(404, m.error_not_found_title());
  if (found === null) error(410, m.floor_link_gone());
  return found;
}

/** The same without an error: null when it ended, undefined when nobody has this secret. */
export async function actorNow(secret: string): Promise<{ actor: Actor; session: string } | null | undefined> {
  const { database } = runtime();
  const screen = await asActor(database, nobody, (tx) => screenBy(tx, secret));
  if (!screen) return undefined;
  const actor = await loadActor(database, screen.over ? null : screen.person_id);
  return actor.personId === null ? null : { actor, session: screen.session_id };
}
