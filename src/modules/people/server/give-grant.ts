import type { Tx } from '../../../kernel/action.ts';
import { holds, type Actor } from '../../../kernel/actor.ts';
import { newId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { holdsAt, type GrantScope } from '../grant.ts';

interface Giving {
  actor: Actor;
  at: Date;
  person: string;
  scope: GrantScope;
  /** Last day of the right (UTC), `null` for an open end. */
  until: string | null;
  reason: string;
}

/**
 * Gives a right, once: the same right twice at the same time is refused.
 * @throws Refusal
 */
export async function giveGrant(tx: Tx, { actor, at, person, scope, until, reason }: Giving): Promise<string> {
  if (person === actor.personId) throw new Refusal('access.own', 'Nobody gives themselves a right. Ask a colleague.');
  if (
    !holds(actor, 'secretariat', 'administrator', 'system') &&
    !(scope.role === 'member' && actor.parties.includes(scope.party_id ?? ''))
  )
    throw new Refusal('access.denied', 'A focal point invites members of their own party only.', { field: 'party' });
  const valid_until = until === null ? null : new Date(Date.parse(`${until}T00:00:00Z`) + 86_400_000);
  if (valid_until !== null && valid_until <= at)
    throw new Refusal('people.grant.until', 'The last day has passed already.', { field: 'until' });
  const held = await tx
    .selectFrom('access_grant')
    .select(['role', 'party_id', 'body_id', 'valid_from', 'valid_until'])
    .where('person_id', '=', person)
    .execute();
  if (
    held.some(
      (one) =>
        one.role === scope.role && one.party_id === scope.party_id && one.body_id === scope.body_id && holdsAt(one, at),
    )
  )
    throw new Refusal('people.grant.exists', 'This person holds this right already.', { field: 'role' });
  const id = newId();
  await tx
    .insertInto('access_grant')
    .values({ id, person_id: person, ...scope, valid_from: at, valid_until, granted_by: actor.personId, reason })
    .execute();
  return id;
}
