import type { Tx } from '../../kernel/action.ts';
import { holds, type Actor } from '../../kernel/actor.ts';
import { holdsAt } from '../../modules/people/index.ts';
import type { GrantRow } from '../../modules/people/server/index.ts';
import type { ShownGrant } from '../../modules/people/ui/shown-grants.ts';
import { listBodies, listParties } from '../../modules/register/server/index.ts';

type Names = Map<string, { name: string; path: string }>;

/** Names and addresses of the parties and bodies in some rights. */
export async function scopeNames(
  tx: Tx,
  grants: readonly Pick<GrantRow, 'party_id' | 'body_id'>[],
  language: string,
): Promise<Names> {
  const ids = [...new Set(grants.flatMap((grant) => grant.party_id ?? []))];
  const bodies = grants.some((grant) => grant.body_id !== null) ? await listBodies(tx, { language }) : [];
  const parties = await listParties(tx, { ids, language });
  return new Map<string, { name: string; path: string }>([
    ...parties.map((party) => [party.id, { name: party.name, path: `/register/parties/${party.key}` }] as const),
    ...bodies.map((body) => [body.id, { name: body.name, path: `/register/bodies/${body.key}` }] as const),
  ]);
}

export function shownGrant(grant: GrantRow, names: Names, actor: Actor, at: Date): ShownGrant {
  const now = holdsAt(grant, at);
  const scope = grant.party_id ?? grant.body_id;
  return {
    id: grant.id,
    role: grant.role,
    scope: scope === null ? null : (names.get(scope) ?? null),
    from: grant.valid_from,
    until: grant.valid_until,
    reason: grant.reason,
    by: grant.by,
    now,
    mayEnd: now && grant.person_id !== actor.personId && mayGive(actor, grant),
  };
}

function mayGive(actor: Actor, grant: GrantRow): boolean {
  if (holds(actor, 'secretariat', 'administrator')) return true;
  return holds(actor, 'focal-point') && grant.role === 'member' && actor.parties.includes(grant.party_id ?? '');
}

/** What can be chosen when a right is given: all of the register, or a focal point's own party. */
export async function scopeChoices(tx: Tx, actor: Actor, language: string) {
  const everything = holds(actor, 'secretariat', 'administrator');
  const parties = await listParties(
    tx,
    everything ? { language, kinds: ['state', 'territory', 'organisation'] } : { language, ids: actor.parties },
  );
  const compare = new Intl.Collator(language).compare;
  const named = (one: { id: string; name: string }) => ({ id: one.id, name: one.name });
  return {
    parties: parties.map(named).sort((a, b) => compare(a.name, b.name)),
    bodies: everything ? (await listBodies(tx, { language })).map(named).sort((a, b) => compare(a.name, b.name)) : [],
  };
}
