import { holds, type Actor } from '../../kernel/actor.ts';
import type { Viewer } from '../viewer.ts';

/** The actor as the pages may know them. The offers of the navigation are a courtesy; the database decides. */
export function viewerOf(actor: Actor): Viewer {
  const reviews = holds(actor, 'secretariat') || actor.bodies.length > 0;
  return {
    signedIn: actor.personId !== null,
    name: actor.name,
    roles: actor.roles.filter((role) => role !== 'public'),
    may: {
      importReports: reviews,
      review: reviews,
      people: holds(actor, 'secretariat', 'administrator', 'focal-point'),
      audit: holds(actor, 'secretariat', 'administrator'),
    },
  };
}
