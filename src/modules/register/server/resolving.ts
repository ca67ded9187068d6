import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { nameKey } from '../../../reader/lexicon/index.ts';
import type { NameForm } from '../name.ts';
import { resolveName, type Candidate, type Resolution } from '../resolve.ts';

/** Two halves of "Name (ACRONYM)"; the whole when there are none. */
function partsOf(written: string): string[] {
  const parts = /^\s*(.+?)\s*\(([^()]+)\)\s*$/u.exec(written);
  return parts?.[1] === undefined || parts[2] === undefined ? [written] : [written, parts[1], parts[2]];
}

async function candidatesFor(tx: Tx, written: string): Promise<Candidate[]> {
  const folded = nameKey(written);
  if (folded === '') return [];
  const columns = ['party_id', 'language', 'name', 'form', 'decided_on', 'used_from', 'used_until'] as const;
  const exact = await tx
    .selectFrom('party_name')
    .select(columns)
    .where('withdrawn_at', 'is', null)
    .where('folded', '=', folded)
    .execute();
  const near =
    exact.length > 0
      ? []
      : await tx
          .selectFrom('party_name')
          .select([...columns, sql<number>`similarity(folded, ${folded})::float8 * 0.99`.as('closeness')])
          .where('withdrawn_at', 'is', null)
          .where(sql<boolean>`similarity(folded, ${folded}) > 0.35`)
          .orderBy('closeness', 'desc')
          .limit(25)
          .execute();
  return [...exact.map((row) => ({ ...row, closeness: 1 })), ...near].map((row) => ({
    partyId: row.party_id,
    language: row.language,
    name: row.name,
    form: row.form as NameForm,
    decidedOn: row.decided_on,
    usedFrom: row.used_from,
    usedUntil: row.used_until,
    closeness: row.closeness,
  }));
}

/**
 * What written names meant on the day of their document, by the register (not the lexicon). "Name (ACRONYM)" is found when both halves
 * mean one party. One answer per different name. `language` is that of the document.
 */
export async function resolveNames(
  tx: Tx,
  written: readonly string[],
  day: string | null,
  language = 'en',
): Promise<Map<string, Resolution>> {
  const answers = new Map<string, Resolution>();
  for (const name of new Set(written)) {
    const [whole = name, ...halves] = partsOf(name);
    const answer = resolveName(whole, await candidatesFor(tx, whole), day, language);
    if (answer.kind === 'found' || halves.length === 0) {
      answers.set(name, answer);
      continue;
    }
    const both: Resolution[] = [];
    for (const half of halves) both.push(resolveName(half, await candidatesFor(tx, half), day, language));
    answers.set(name, ofHalves(answer, both));
  }
  return answers;
}

function ofHalves(whole: Resolution, [outer, inner]: Resolution[]): Resolution {
  if (outer?.kind === 'found' && inner?.kind === 'found' && outer.partyId === inner.partyId)
    return { ...outer, timely: outer.timely && inner.timely };
  const offered = [outer, inner, whole].flatMap((one): Candidate[] => {
    if (one?.kind === 'unknown') return one.suggestions;
    if (one?.kind === 'ambiguous') return one.candidates;
    return one === undefined
      ? []
      : [
          {
            partyId: one.partyId,
            language: 'en',
            name: one.name,
            form: 'short',
            decidedOn: null,
            usedFrom: null,
            usedUntil: null,
            closeness: 0.9,
          },
        ];
  });
  const once = offered.filter(
    (candidate, i) => offered.findIndex((other) => other.partyId === candidate.partyId) === i,
  );
  return { kind: 'unknown', suggestions: once.sort((a, b) => b.closeness - a.closeness).slice(0, 5) };
}
