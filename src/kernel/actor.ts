/** Roles a person can hold. `public` is everybody, signed in or not; the others are granted with from and until. */
export const roles = [
  'public',
  'member',
  'focal-point',
  'chair',
  'secretariat',
  'observer',
  'administrator',
  'system',
] as const;
export type Role = (typeof roles)[number];

/** Who is asking. Made once a request from the session; the database learns `personId` alone and decides by its own tables. */
export interface Actor {
  personId: string | null;
  name: string;
  roles: readonly Role[];
  /** Ids of the parties the person acts for (member, focal point, observer organisation). */
  parties: readonly string[];
  /** Ids of the bodies the person chairs. */
  bodies: readonly string[];
}

/** Nobody in particular: the public. */
export const nobody: Actor = Object.freeze({
  personId: null,
  name: 'the public',
  roles: ['public'] as const,
  parties: [],
  bodies: [],
});

/** Redthread itself: seeding, jobs. The row with this id is made by migration 0001. */
export const systemId = '00000000-0000-7000-8000-000000000001';
export const system: Actor = Object.freeze({
  personId: systemId,
  name: 'Redthread',
  roles: ['public', 'system'] as const,
  parties: [],
  bodies: [],
});

/** Whether the actor holds one of the roles now. */
export function holds(actor: Actor, ...wanted: Role[]): boolean {
  return wanted.some((role) => actor.roles.includes(role));
}
