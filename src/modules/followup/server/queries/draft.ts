import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import type { CommitmentState } from '../../commitment.ts';
import { bodyHolder, holderOf, type Holder, type NamedGoal } from './holder.ts';
import type { RaisingOutcome } from './commitment.ts';

/** What a form that raises a commitment is filled in with: what the outcomes know. */
export interface RaiseDraft {
  outcomes: RaisingOutcome[];
  title: string;
  owners: Holder[];
  addressees: Holder[];
  body: Holder | null;
  goals: NamedGoal[];
  due: { from: string; until: string } | null;
  /** One of the meetings was held under the Chatham House Rule: whose wish it was is left out, for everybody. */
  attributionHeld: boolean;
}

/** Kinds in which who speaks is who will do it. */
const ownWill = ['offer', 'announcement'];

/** A title from a sentence: without its end, cut between words. */
export function titleFrom(sentence: string, most = 120): string {
  const bare = sentence.trim().replace(/[.;:,]+$/u, '');
  if (bare.length <= most) return bare;
  const cut = bare.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()} …`;
}

/**
 * A draft from confirmed outcomes. Who offers or announces is proposed as owner and whom it is offered to as addressee; of the other kinds, whom
 * it addresses is proposed as owner. Under the Chatham House Rule nobody is proposed because they spoke: naming them would say so.
 * @returns null when the person sees none of the outcomes, or none is confirmed.
 */
export async function raiseDraft(tx: Tx, ids: readonly string[], language = 'en'): Promise<RaiseDraft | null> {
  const { rows } = await sql<
    RaisingOutcome & { held: boolean; when_from: string | null; when_until: string | null; body: Holder | null }
  >`
    select o.id, o.text, o.kind, r.slug, m.title, m.start_day as day, m.rule is not null as held, o.when_from, o.when_until,
      (select v.label_path from paragraph_version v where v.version_id = o.version_id and v.paragraph_id = o.paragraph_id) as paragraph,
      (select ${bodyHolder('mb.body_id', language)} from meeting_body mb where mb.meeting_id = m.id order by mb.body_id limit 1) as body
    from outcome o join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id
    where o.id = any (${ids}::uuid[]) and o.state = 'confirmed' order by m.start_day nulls last, o.number`.execute(tx);
  if (rows.length === 0) return null;
  const shown = rows.map(({ id }) => id);
  const last = rows.at(-1)!;
  const due = rows.filter((row) => row.when_from !== null).at(-1);
  return {
    outcomes: rows.map(({ held: _, when_from: __, when_until: ___, body: ____, ...outcome }) => outcome),
    title: titleFrom(last.text),
    owners: await sidesOf(tx, shown, 'owner', language),
    addressees: await sidesOf(tx, shown, 'addressee', language),
    body: last.body,
    goals: await goalsOfOutcomes(tx, shown, language),
    due: due ? { from: due.when_from!, until: due.when_until! } : null,
    attributionHeld: rows.some((row) => row.held),
  };
}

async function sidesOf(tx: Tx, ids: readonly string[], as: 'owner' | 'addressee', language: string): Promise<Holder[]> {
  const side =
    as === 'owner'
      ? sql`a.role = case when o.kind = any (${ownWill}::text[]) then 'by' else 'to' end`
      : sql`a.role = 'to' and o.kind = any (${ownWill}::text[])`;
  const { rows } = await sql<{ holder: Holder }>`
    select ${holderOf('x', language)} as holder from (
      select a.party_id, a.body_id, min(m.start_day) as day, min(a.ordinal) as ordinal
      from outcome_party a join outcome o on o.id = a.outcome_id join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id
      where a.outcome_id = any (${ids}::uuid[]) and (a.party_id is not null or a.body_id is not null) and (a.role = 'to' or m.rule is null
          and not exists (select from paragraph q where q.id = o.paragraph_id and q.rule is not null)) and ${side}
      group by 1, 2) x order by x.day nulls last, x.ordinal`.execute(tx);
  return rows.map(({ holder }) => holder);
}

/** The goals the outcomes meant on the days of their meetings. */
async function goalsOfOutcomes(tx: Tx, ids: readonly string[], language: string): Promise<NamedGoal[]> {
  const { rows } = await sql<NamedGoal>`
    select g.id, g.code, coalesce(g.title ->> ${language}, g.title ->> 'en') as title, coalesce(f.title ->> ${language}, f.title ->> 'en') as generation
    from goal g join framework_generation f on f.id = g.generation_id
    where g.id in (select v.goal_id from outcome_goal v where v.outcome_id = any (${ids}::uuid[])) order by f.effective_from desc, g.ordinal`.execute(
    tx,
  );
  return rows;
}

/** Commitments an outcome raises, for the page of the outcome. */
export async function followedUpBy(
  tx: Tx,
  outcome: string,
): Promise<{ number: number; title: string; language: string; state: CommitmentState }[]> {
  const { rows } = await sql<{ number: number; title: string; language: string; state: CommitmentState }>`
    select c.number, c.title, c.language, c.state from commitment_outcome t join commitment c on c.id = t.commitment_id where t.outcome_id = ${outcome} order by c.number`.execute(
    tx,
  );
  return rows;
}
