/**
 * The thread, step 3: who is meant.
 *
 * The reader knows many names; the register knows the dialogue's own, by the day of the document. A name the reader left open, or whose party the register
 * does not have, is looked up there. One meaning on that day is taken; several, or only near misses, are shown to a person with suggestions. Nothing is guessed.
 */
import type { Tx } from '../kernel/action.ts';
import { Refusal } from '../kernel/refusal.ts';
import { listBodies, resolveNames } from '../modules/register/server/index.ts';
import { idsOfKeys } from '../modules/records/server/index.ts';
import type { Named, Reading } from '../reader/reading.ts';

/** A party or body to choose. */
export interface Choice {
  /** Key, `HUN` or `body:reference-group`. */
  party: string;
  name: string;
}

/** A written name that the reading leaves open. */
export interface OpenName {
  asWritten: string;
  /** How often the reading names it so. */
  times: number;
  /** What the register says it means on the day of the document; null when a person must choose. */
  found: Choice | null;
  /** Best first; empty when nothing is near. */
  suggestions: Choice[];
}

/** All names of a reading that are open, in the order of the text. */
export async function recogniseNames(tx: Tx, reading: Reading): Promise<OpenName[]> {
  const named: Named[] = [
    ...reading.attendance.states,
    ...reading.attendance.organisations,
    ...reading.statements.map(({ by }) => by),
    ...reading.outcomes.flatMap(({ by, to }) => [...by, ...to]),
  ];
  const known = await idsOfKeys(
    tx,
    named.flatMap(({ party }) => party ?? []),
  );
  const times = new Map<string, number>();
  for (const { party, asWritten } of named)
    if (party === null || !known.has(party)) times.set(asWritten, (times.get(asWritten) ?? 0) + 1);
  const meanings = await meaningsOf(tx, [...times.keys()], reading.meeting.startDate);
  return [...times].map(([asWritten, count]) => ({ asWritten, times: count, ...meanings.get(asWritten)! }));
}

/**
 * What a person typed as parties of an outcome. A name that the report itself prints may stay open; any other must be in the register.
 * @param day of the document
 * @param printed names as the report writes them
 * @throws Refusal on `field` with the nearest names the register has.
 */
export async function partiesTyped(
  tx: Tx,
  names: readonly string[],
  day: string | null,
  field: 'by' | 'to',
  printed: readonly string[] = [],
): Promise<{ party: string | null; asWritten: string }[]> {
  const typed = names.map((name) => name.trim()).filter((name) => name !== '');
  const meanings = await meaningsOf(tx, typed, day);
  return typed.map((asWritten) => {
    const { found, suggestions } = meanings.get(asWritten)!;
    if (found) return { party: found.party, asWritten };
    if (printed.includes(asWritten)) return { party: null, asWritten };
    const near = suggestions.slice(0, 3).map(({ name }) => name);
    const hint = near.length > 0 ? ` Did you mean ${near.join(', ')}?` : ' The Secretariat can add it to the register.';
    throw new Refusal('records.party.unknown', `The register does not know “${asWritten}”.${hint}`, { field });
  });
}

interface Meaning {
  found: Choice | null;
  suggestions: Choice[];
}

async function meaningsOf(tx: Tx, names: readonly string[], day: string | null): Promise<Map<string, Meaning>> {
  if (names.length === 0) return new Map();
  const answers = await resolveNames(tx, names, day);
  const bodies = await listBodies(tx);
  const ids = [...answers.values()].flatMap((answer) =>
    answer.kind === 'found'
      ? [answer.partyId]
      : (answer.kind === 'ambiguous' ? answer.candidates : answer.suggestions).map(({ partyId }) => partyId),
  );
  const keys = new Map(
    (ids.length === 0
      ? []
      : await tx
          .selectFrom('party')
          .select(['id', 'key'])
          .where('id', 'in', [...new Set(ids)])
          .execute()
    ).map(({ id, key }) => [id, key]),
  );
  const choice = (partyId: string, name: string): Choice[] =>
    keys.has(partyId) ? [{ party: keys.get(partyId)!, name }] : [];
  return new Map(
    names.map((name): [string, Meaning] => {
      const answer = answers.get(name);
      const plain = name.trim().toLowerCase().replace(/^the /, '');
      const body = bodies.find((one) =>
        [one.name, one.acronym].some((text) => text?.toLowerCase().replace(/^the /, '') === plain),
      );
      if (answer?.kind === 'found')
        return [name, { found: choice(answer.partyId, answer.name)[0] ?? null, suggestions: [] }];
      if (body) return [name, { found: { party: body.key, name: body.name }, suggestions: [] }];
      const candidates =
        answer === undefined ? [] : answer.kind === 'ambiguous' ? answer.candidates : answer.suggestions;
      return [
        name,
        { found: null, suggestions: candidates.flatMap((candidate) => choice(candidate.partyId, candidate.name)) },
      ];
    }),
  );
}
