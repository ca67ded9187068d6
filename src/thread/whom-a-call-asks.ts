import type { Tx } from '../kernel/action.ts';
import { byEnglishShortName, rosterOn, type NamedParty } from '../modules/register/index.ts';
import { listBodies, listParties, mandatesOf, type NamedBody } from '../modules/register/server/index.ts';

/** Roles whose holders a call for inputs asks. */
const askedRoles: readonly string[] = ['chair', 'co-chair', 'member', 'observer', 'thematic-chair'];

export interface WhomToAsk {
  bodies: NamedBody[];
  /** All parties, those of the roster marked. */
  parties: (NamedParty & { asked: boolean })[];
}

/**
 * Whom a call of a body asks on a day: its roster; where the register has none for it, the roster of the body above it.
 * @param key of the body; without one the parties are all unmarked.
 */
export async function whomACallAsks(tx: Tx, key: string, day: string, language: string): Promise<WhomToAsk> {
  const bodies = await listBodies(tx, { language });
  const asked = new Set<string>();
  let body = bodies.find((one) => one.key === key);
  while (body !== undefined && asked.size === 0) {
    const roster = rosterOn(await mandatesOf(tx, { body: body.id }), day);
    for (const { role, mandate } of roster) if (askedRoles.includes(role)) asked.add(mandate.partyId);
    body = bodies.find((one) => one.id === body!.parentId);
  }
  const parties = await listParties(tx, { language, kinds: ['state', 'territory', 'organisation'] });
  return {
    bodies: bodies.filter((one) => one.dissolvedOn === null),
    parties: parties.sort(byEnglishShortName).map((party) => ({ ...party, asked: asked.has(party.id) })),
  };
}
