import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { newId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { outcomeSteps, type OutcomeContent, type OutcomeState, type OutcomeVerb, type PartyRef } from '../outcome.ts';
import { insertAll } from './write-reading.ts';

/** An outcome locked for a decision. */
export interface LockedOutcome extends OutcomeContent {
  id: string;
  report_id: string;
  number: number;
  revision: number;
  slug: string;
  title: string;
}

/** Who decides, when, and under which batch undo finds it again. */
export interface Decision {
  verb: OutcomeVerb;
  batch: string;
  undoes?: string;
  at: Date;
  by: string;
}

/**
 * Locks outcomes in the order of their ids, so that two reviewers never wait for each other.
 * @returns those the actor may decide about.
 */
export async function lockOutcomes(tx: Tx, ids: readonly string[]): Promise<LockedOutcome[]> {
  const { rows } = await sql<Omit<LockedOutcome, 'by' | 'to'>>`
    select o.id, o.report_id, o.number, o.revision, o.version_id, o.paragraph_id, o.start_at, o.end_at, o.text, o.kind, o.state, o.goals,
      o.when_from, o.when_until, o.when_as_written, r.slug, m.title
    from outcome o join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id
    where o.id = any (${ids}::uuid[]) order by o.id for no key update of o`.execute(tx);
  const parties = await sql<PartyRef & { outcome_id: string; role: 'by' | 'to' }>`
    select outcome_id, role, party_id, body_id, as_written from outcome_party where outcome_id = any (${ids}::uuid[]) order by outcome_id, role, ordinal`.execute(
    tx,
  );
  const sides = new Map<string, PartyRef[]>();
  for (const { outcome_id, role, ...ref } of parties.rows) {
    const key = `${outcome_id} ${role}`;
    const known = sides.get(key);
    if (known) known.push(ref);
    else sides.set(key, [ref]);
  }
  return rows.map((row) => ({ ...row, by: sides.get(`${row.id} by`) ?? [], to: sides.get(`${row.id} to`) ?? [] }));
}

/**
 * Locks one outcome that the person has seen in `revision`.
 * @throws Refusal `records.outcome.not-found`, `access.denied` or `records.outcome.changed`, which says who did what in the meantime.
 */
export async function lockSeen(tx: Tx, id: string, revision: number): Promise<LockedOutcome> {
  const [outcome] = await lockOutcomes(tx, [id]);
  if (!outcome) {
    const visible = await tx.selectFrom('outcome').select('id').where('id', '=', id).executeTakeFirst();
    if (visible)
      throw new Refusal(
        'access.denied',
        'The Secretariat and the chair of a body that met decide about the outcomes of this report.',
      );
    throw new Refusal('records.outcome.not-found', 'There is no such outcome.');
  }
  if (outcome.revision !== revision)
    throw new Refusal('records.outcome.changed', await whatHappened(tx, outcome, revision));
  return outcome;
}

async function whatHappened(tx: Tx, outcome: LockedOutcome, seen: number): Promise<string> {
  const { rows } = await sql<{ verb: OutcomeVerb; name: string | null; at: Date }>`
    select v.verb, p.name, v.at from outcome_revision v left join person p on p.id = v.by
    where v.outcome_id = ${outcome.id} and v.revision > ${seen} order by v.revision desc limit 1`.execute(tx);
  const last = rows[0];
  const who = last
    ? `${last.name ?? 'Somebody else'} ${wordFor[last.verb]} it at ${last.at.toISOString().slice(11, 16)} UTC`
    : 'Somebody else changed it';
  return `${who}, after you opened it. It is now ${outcome.state}. Your entry was not saved over theirs; look at it again.`;
}

const wordFor: Record<OutcomeVerb, string> = {
  added: 'added',
  confirmed: 'confirmed',
  edited: 'edited',
  rejected: 'rejected',
  reopened: 'reopened',
  carried: 'carried it over to the corrected version; they moved',
  withdrawn: 'withdrew',
  undone: 'took back a decision on',
};

/** @throws Refusal when the state cannot change that way. */
export function checkStep(from: OutcomeState, to: OutcomeState): void {
  if (from !== to && !outcomeSteps[from].includes(to))
    throw new Refusal('records.outcome.state', `This outcome is ${from}; it cannot become ${to} from there.`);
}

/** Writes a decision: the outcome as it becomes, its next revision, and the line of its history with before and after. */
export async function decide(
  tx: Tx,
  outcome: LockedOutcome,
  change: Partial<OutcomeContent>,
  decision: Decision,
): Promise<number> {
  const before = contentOf(outcome);
  const after: OutcomeContent = { ...before, ...change };
  checkStep(before.state, after.state);
  const revision = outcome.revision + 1;
  const { by, to, ...columns } = after;
  await tx
    .updateTable('outcome')
    .set({ ...columns, revision })
    .where('id', '=', outcome.id)
    .execute();
  if (change.by || change.to) await writeParties(tx, outcome, { by, to });
  await writeRevision(tx, outcome, revision, before, after, decision);
  return revision;
}

/**
 * The same for many outcomes at once whose place, version or state changes; their parties and other fields stay.
 * @param changes what each becomes; every outcome locked.
 */
export async function decideMany(
  tx: Tx,
  changes: readonly { outcome: LockedOutcome; change: Partial<Omit<OutcomeContent, 'by' | 'to'>>; verb: OutcomeVerb }[],
  decision: Omit<Decision, 'verb'>,
): Promise<void> {
  const { batch, undoes, at, by } = decision;
  const lines = changes.map(({ outcome, change, verb }) => {
    const before = contentOf(outcome);
    const after: OutcomeContent = { ...before, ...change };
    checkStep(before.state, after.state);
    return { outcome, verb, before, after };
  });
  const rows = lines.map(({ outcome, after: { version_id, paragraph_id, start_at, end_at, state } }) => ({
    id: outcome.id,
    version_id,
    paragraph_id,
    start_at,
    end_at,
    state,
  }));
  await sql`update outcome o set version_id = c.version_id, paragraph_id = c.paragraph_id, start_at = c.start_at, end_at = c.end_at, state = c.state,
      revision = o.revision + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(id uuid, version_id uuid, paragraph_id uuid, start_at int, end_at int, state text)
    where o.id = c.id`.execute(tx);
  const history = lines.map(({ outcome, verb, before, after }) => ({
    id: newId(at),
    outcome_id: outcome.id,
    report_id: outcome.report_id,
    revision: outcome.revision + 1,
    verb,
    batch,
    undoes: undoes ?? null,
    before: JSON.stringify(before),
    after: JSON.stringify(after),
    at,
    by,
  }));
  await insertAll(tx, 'outcome_revision', history);
}

/** One line of an outcome's history. */
export async function writeRevision(
  tx: Tx,
  outcome: { id: string; report_id: string },
  revision: number,
  before: OutcomeContent | null,
  after: OutcomeContent,
  decision: Decision,
): Promise<void> {
  const { verb, batch, undoes, at, by } = decision;
  await tx
    .insertInto('outcome_revision')
    .values({
      id: newId(at),
      outcome_id: outcome.id,
      report_id: outcome.report_id,
      revision,
      verb,
      batch,
      undoes: undoes ?? null,
      before: before && JSON.stringify(before),
      after: JSON.stringify(after),
      at,
      by,
    })
    .execute();
}

/** Replaces the parties of an outcome. */
export async function writeParties(
  tx: Tx,
  outcome: { id: string; report_id: string },
  sides: { by: PartyRef[]; to: PartyRef[] },
): Promise<void> {
  await tx.deleteFrom('outcome_party').where('outcome_id', '=', outcome.id).execute();
  await insertAll(
    tx,
    'outcome_party',
    (['by', 'to'] as const).flatMap((role) =>
      sides[role].map((ref, index) => ({
        outcome_id: outcome.id,
        report_id: outcome.report_id,
        role,
        ordinal: index + 1,
        ...ref,
      })),
    ),
  );
}

/** The part of an outcome that decisions change. */
export function contentOf(outcome: OutcomeContent): OutcomeContent {
  const {
    version_id,
    paragraph_id,
    start_at,
    end_at,
    text,
    kind,
    state,
    goals,
    when_from,
    when_until,
    when_as_written,
    by,
    to,
  } = outcome;
  return {
    version_id,
    paragraph_id,
    start_at,
    end_at,
    text,
    kind,
    state,
    goals,
    when_from,
    when_until,
    when_as_written,
    by,
    to,
  };
}

/** How history lines name an outcome. */
export const called = (outcome: { number: number; kind: string; title: string }): string =>
  `outcome ${outcome.number} (${outcome.kind.replace('-', ' ')}) of “${outcome.title}”`;
