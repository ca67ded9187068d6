import type { Role } from '../../kernel/actor.ts';
import { Refusal } from '../../kernel/refusal.ts';

/** Roles that can be given. `public` is everybody, `system` is the installation itself. */
export const grantableRoles = ['member', 'focal-point', 'chair', 'secretariat', 'observer', 'administrator'] as const;
export type GrantableRole = (typeof grantableRoles)[number];

/** What a role acts for. */
export function scopeOf(role: GrantableRole): 'party' | 'body' | 'dialogue' {
  if (role === 'chair') return 'body';
  return role === 'secretariat' || role === 'administrator' ? 'dialogue' : 'party';
}

export interface GrantScope {
  role: GrantableRole;
  party_id: string | null;
  body_id: string | null;
}

/**
 * The scope of a right as the table wants it: exactly what the role acts for, nothing else.
 * @throws Refusal when the party or body is missing.
 */
export function grantScope(role: GrantableRole, party: string | null, body: string | null): GrantScope {
  const scope = scopeOf(role);
  if (scope === 'party' && party === null)
    throw new Refusal('people.grant.party', 'Choose the party this person acts for.', { field: 'party' });
  if (scope === 'body' && body === null)
    throw new Refusal('people.grant.body', 'Choose the body this person chairs.', { field: 'body' });
  return { role, party_id: scope === 'party' ? party : null, body_id: scope === 'body' ? body : null };
}

/** Roles the holder of `roles` may give at all; for which party is the database's decision. */
export function rolesToGive(roles: readonly Role[]): readonly GrantableRole[] {
  if (roles.some((role) => role === 'secretariat' || role === 'administrator' || role === 'system'))
    return grantableRoles;
  return roles.includes('focal-point') ? ['member'] : [];
}

/** Whether a right holds at a moment: from the first instant on, until the last, which is out. */
export function holdsAt(grant: { valid_from: Date; valid_until: Date | null }, at: Date): boolean {
  return grant.valid_from <= at && (grant.valid_until === null || grant.valid_until > at);
}
