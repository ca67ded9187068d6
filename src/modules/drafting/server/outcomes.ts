import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/action.ts';
import { newId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { placeIn, type DraftedOutcome, type NamedIn, type OutcomeKind } from '../outcome.ts';

export interface NewOutcome {
  draft: string;
  paragraph: string;
  text: string;
  kind: OutcomeKind;
  by: readonly NamedIn[];
  to: readonly NamedIn[];
  goals: readonly number[];
  when: { from: string; until: string; asWritten: string | null } | null;
  origin: 'person' | 'reader' | 'point';
  point?: string | null;
}

/** Marks an outcome. Written names that the register knows are tied to it by their key. @returns its id */
export async function markOutcome(
  tx: Tx,
  wanted: NewOutcome,
  { actor, at }: { actor: Actor; at: Date },
): Promise<string> {
  const id = newId(at);
  const { draft, paragraph, text, kind, goals, when, origin, point = null } = wanted;
  await tx
    .insertInto('draft_outcome')
    .values({
      id,
      draft_id: draft,
      paragraph_id: paragraph,
      text,
      kind,
      goals: [...goals],
      when_from: when?.from ?? null,
      when_until: when?.until ?? null,
      when_as_written: when?.asWritten ?? null,
      origin,
      session_point_id: point,
      at,
      by: actor.personId!,
    })
    .execute();
  const ids = await idsOf(
    tx,
    [...wanted.by, ...wanted.to].flatMap(({ party }) => (party === null ? [] : [party])),
  );
  const rows = (['by', 'to'] as const).flatMap((role) =>
    wanted[role].map(({ party, asWritten }, index) => ({
      outcome_id: id,
      role,
      ordinal: index + 1,
      as_written: asWritten,
      ...(ids.get(party ?? '') ?? { party_id: null, body_id: null }),
    })),
  );
  if (rows.length > 0) await tx.insertInto('draft_outcome_party').values(rows).execute();
  return id;
}

async function idsOf(
  tx: Tx,
  keys: readonly string[],
): Promise<Map<string, { party_id: string | null; body_id: string | null }>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ key: string; party_id: string | null; body_id: string | null }>`
    select key, id as party_id, null::uuid as body_id from party where key = any (${[...keys]}::text[])
    union all select key, null, id from body where key = any (${[...keys]}::text[])`.execute(tx);
  return new Map(rows.map(({ key, party_id, body_id }) => [key, { party_id, body_id }]));
}

/** Names of parties and bodies by key, for an outcome that names them. @throws Refusal `drafting.party.not-found` */
export async function namedByKeys(tx: Tx, keys: readonly string[], field: string): Promise<NamedIn[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ key: string; name: string }>`
    select p.key, coalesce((select n.name from party_name n where n.party_id = p.id and n.form = 'short' and n.language = 'en' and n.withdrawn_at is null
      order by n.used_from desc nulls last limit 1), p.key) as name from party p where p.key = any (${[...keys]}::text[])
    union all select b.key, coalesce((select n.name from body_name n where n.body_id = b.id and n.language = 'en' and n.withdrawn_at is null
      order by array_position(array['short', 'official', 'acronym'], n.form) nulls last limit 1), b.key) from body b where b.key = any (${[...keys]}::text[])`.execute(
    tx,
  );
  const names = new Map(rows.map(({ key, name }) => [key, name]));
  return keys.map((key) => {
    const asWritten = names.get(key);
    if (asWritten === undefined)
      throw new Refusal('drafting.party.not-found', `The register has no party or body ${key}.`, { field });
    return { party: key, asWritten };
  });
}

/** An outcome of the text being written. */
export interface OutcomeView extends DraftedOutcome {
  paragraph: string;
  origin: 'person' | 'reader' | 'point';
  /** Its words no longer stand in the paragraph. */
  adrift: boolean;
  revision: number;
}

/** Standing outcomes of a draft, in no order. `texts` gives the text of each standing paragraph. */
export async function outcomesOf(tx: Tx, draft: string, texts: ReadonlyMap<string, string>): Promise<OutcomeView[]> {
  const { rows } = await sql<Omit<OutcomeView, 'start' | 'adrift'>>`
    select o.id, o.paragraph_id as paragraph, o.text, o.kind, o.goals, o.origin, o.revision,
      case when o.when_from is not null then json_build_object('from', o.when_from, 'until', o.when_until, 'asWritten', o.when_as_written) end as "when",
      ${named('by')} as by, ${named('to')} as to
    from draft_outcome o where o.draft_id = ${draft} and o.removed_at is null order by o.at, o.id`.execute(tx);
  return rows
    .filter(({ paragraph }) => texts.has(paragraph))
    .map((row) => {
      const place = placeIn(texts.get(row.paragraph)!, row.text);
      return { ...row, start: place?.[0] ?? 0, adrift: place === null };
    });
}

const named = (role: 'by' | 'to') => sql<NamedIn[]>`coalesce((
  select json_agg(json_build_object('party', coalesce((select p.key from party p where p.id = a.party_id), (select b.key from body b where b.id = a.body_id)), 'asWritten', a.as_written) order by a.ordinal)
  from draft_outcome_party a where a.outcome_id = o.id and a.role = ${role}), '[]')`;
