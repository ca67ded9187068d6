import type { Tx } from '../../../kernel/action.ts';
import type { Certainty, MandateRole } from '../mandate.ts';
import type { PartyKind } from '../party.ts';
import { rosterOn } from '../roster.ts';
import { listBodies, listParties, mandatesOf, type NamedBody } from './queries.ts';

interface Leader {
  /** Of the mandate. */
  id: string;
  role: MandateRole;
  certainty: Certainty;
  key: string;
  name: string;
  language: string;
}

const leading: readonly MandateRole[] = ['chair', 'co-chair', 'secretariat', 'rapporteur', 'thematic-chair'];

/** Bodies in the order of their tree, each with its depth. */
function inTree(
  bodies: readonly NamedBody[],
  parent: string | null = null,
  depth = 0,
): (NamedBody & { depth: number })[] {
  return bodies
    .filter((body) => body.parentId === parent)
    .flatMap((body) => [{ ...body, depth }, ...inTree(bodies, body.id, depth + 1)]);
}

/** The first page of the register: bodies that live on the day with who leads them, and how many parties there are. */
export async function registerOverview(tx: Tx, language: string, day: string, today: string) {
  const bodies = await listBodies(tx, { language });
  const living = bodies.filter(
    (body) => (body.establishedFrom ?? '') <= day && (body.dissolvedOn === null || day < body.dissolvedOn),
  );
  const lines = rosterOn(await mandatesOf(tx, {}), day).filter((line) => leading.includes(line.role));
  const ids = [...new Set(lines.map((line) => line.mandate.partyId))];
  const parties = new Map(
    (await listParties(tx, { language, ids, day: day === today ? null : day })).map((party) => [party.id, party]),
  );
  const leadersOf = (body: string): Leader[] =>
    lines
      .filter((line) => line.mandate.bodyId === body)
      .flatMap(({ role, certainty, mandate }) => {
        const party = parties.get(mandate.partyId);
        return party === undefined
          ? []
          : [{ id: mandate.id, role, certainty, key: party.key, name: party.name, language: party.language }];
      });
  const rows = await tx
    .selectFrom('party')
    .select(['kind', tx.fn.countAll<number>().as('count')])
    .groupBy('kind')
    .execute();
  const counts: Record<PartyKind, number> = { state: 0, territory: 0, 'former-state': 0, organisation: 0 };
  for (const row of rows) counts[row.kind as PartyKind] = Number(row.count);
  const shown = new Set(living.map((body) => body.id));
  const rooted = living.map((body) =>
    body.parentId !== null && !shown.has(body.parentId) ? { ...body, parentId: null } : body,
  );
  return { bodies: inTree(rooted).map((body) => ({ ...body, leaders: leadersOf(body.id) })), counts };
}
