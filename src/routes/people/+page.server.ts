import { rolesToGive } from '../../modules/people/index.ts';
import { listGrants, listPeople } from '../../modules/people/server/index.ts';
import { signedIn } from '../../ui/server/signed-in.ts';
import { scopeNames, shownGrant } from './shown.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  signedIn(event, 'secretariat', 'administrator', 'focal-point');
  const { actor, locale } = event.locals;
  const words = event.url.searchParams.get('q')?.slice(0, 200) ?? '';
  return event.locals.read(async (tx) => {
    const grants = await listGrants(tx);
    const names = await scopeNames(tx, grants, locale);
    const at = new Date();
    const rights = Map.groupBy(
      grants
        .map((grant) => ({ person: grant.person_id, ...shownGrant(grant, names, actor, at) }))
        .filter((grant) => grant.now),
      (grant) => grant.person,
    );
    const people = await listPeople(tx, { words });
    return {
      words,
      mayInvite: rolesToGive(actor.roles).length > 0,
      people: people
        // A focal point sees the rights of their own party only; the rest of the list would say nothing.
        .filter(
          (person) =>
            actor.roles.some((role) => role === 'secretariat' || role === 'administrator') || rights.has(person.id),
        )
        .map(({ id, name, email, ended_at }) => ({
          id,
          name,
          email,
          ended: ended_at !== null,
          rights: rights.get(id) ?? [],
        })),
    };
  });
};
