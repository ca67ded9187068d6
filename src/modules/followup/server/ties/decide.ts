import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { TieKind } from '../../ties/suggest.ts';
import { appendRevision } from '../commitments.ts';

export type TieState = 'proposed' | 'accepted' | 'rejected';

/** A tie locked for a decision, with what history lines call its ends. */
export interface LockedTie {
  id: string;
  kind: TieKind;
  state: TieState;
  reason: string | null;
  revision: number;
  later_outcome_id: string;
  earlier_outcome_id: string | null;
  commitment_id: string | null;
  slug: string;
  number: number;
  title: string;
  other: string;
}

/**
 * Locks a tie that the person has seen in `revision`.
 * @throws Refusal `followup.tie.not-found`, `access.denied` or `followup.tie.changed`.
 */
export async function lockTie(tx: Tx, id: string, revision: number): Promise<LockedTie> {
  const { rows } = await sql<LockedTie>`
    select t.id, t.kind, t.state, t.reason, t.revision, t.later_outcome_id, t.earlier_outcome_id, t.commitment_id, r.slug, o.number, m.title,
      coalesce('C-' || c.number, (select 'outcome ' || e.number || ' of “' || em.title || '”' from outcome e join report er on er.id = e.report_id
        join meeting em on em.id = er.meeting_id where e.id = t.earlier_outcome_id)) as other
    from tie t join outcome o on o.id = t.later_outcome_id join report r on r.id = t.report_id join meeting m on m.id = r.meeting_id
    left join commitment c on c.id = t.commitment_id where t.id = ${id} for no key update of t`.execute(tx);
  const tie = rows[0];
  if (!tie) {
    const visible = await tx.selectFrom('tie').select('id').where('id', '=', id).executeTakeFirst();
    if (visible)
      throw new Refusal(
        'access.denied',
        'The Secretariat and the chair of a body of the later report decide about its ties.',
      );
    throw new Refusal(
      'followup.tie.not-found',
      'There is no such tie any more. Redthread may have proposed others since; look again.',
    );
  }
  if (tie.revision !== revision)
    throw new Refusal(
      'followup.tie.changed',
      `Somebody else decided about this tie after you opened it; it is now ${tie.state}. Nothing was overwritten; look at it again.`,
    );
  return tie;
}

/** How history lines name a tie. */
export const tieCalled = (tie: LockedTie): string =>
  `the tie of outcome ${tie.number} of “${tie.title}” to ${tie.other}`;

/** What a decision makes of a tie. */
export interface TieDecision {
  verb: 'accepted' | 'rejected' | 'undone';
  state: TieState;
  kind: TieKind;
  reason: string | null;
  joined: boolean;
}

/** Writes a decision: the tie as it becomes and the line of its history. @returns the next revision. */
export async function decideTie(tx: Tx, tie: LockedTie, to: TieDecision, at: Date, by: string): Promise<number> {
  const revision = tie.revision + 1;
  const open = to.state === 'proposed';
  await tx
    .updateTable('tie')
    .set({
      state: to.state,
      kind: to.kind,
      reason: to.state === 'rejected' ? to.reason : null,
      decided_at: open ? null : at,
      decided_by: open ? null : by,
      revision,
    })
    .where('id', '=', tie.id)
    .execute();
  await tx
    .insertInto('tie_decision')
    .values({
      id: newId(at),
      tie_id: tie.id,
      revision,
      verb: to.verb,
      state_before: tie.state,
      state_after: to.state,
      kind_before: tie.kind,
      kind_after: to.kind,
      joined: to.joined,
      reason: to.reason,
      at,
      by,
    })
    .execute();
  return revision;
}

/**
 * Adds an outcome to a commitment, once.
 * @returns false when it was there already.
 * @throws Refusal `access.denied` when the actor may not add to this commitment.
 */
export async function joinCommitment(
  tx: Tx,
  commitment: string,
  outcome: string,
  at: Date,
  by: string,
): Promise<boolean> {
  const { rows } = await sql<{ there: boolean; may: boolean }>`
    select exists (select from commitment_outcome where commitment_id = c.id and outcome_id = ${outcome}) as there,
      app_is_staff() or c.body_id = any (app_bodies()) or c.raised_by = app_actor() as may
    from commitment c where c.id = ${commitment}`.execute(tx);
  if (rows[0]?.there) return false;
  if (!rows[0]?.may)
    throw new Refusal(
      'access.denied',
      'This commitment is followed up by another body; its chair or the Secretariat adds outcomes to it.',
    );
  await tx
    .insertInto('commitment_outcome')
    .values({ commitment_id: commitment, outcome_id: outcome, at, by })
    .execute();
  await noteOutcome(tx, commitment, 'outcome-added', outcome, at, by);
  return true;
}

/** Takes an outcome out of a commitment again. */
export async function leaveCommitment(
  tx: Tx,
  commitment: string,
  outcome: string,
  at: Date,
  by: string,
): Promise<void> {
  const gone = await tx
    .deleteFrom('commitment_outcome')
    .where('commitment_id', '=', commitment)
    .where('outcome_id', '=', outcome)
    .executeTakeFirst();
  if (gone.numDeletedRows > 0n) await noteOutcome(tx, commitment, 'outcome-removed', outcome, at, by);
}

/** The commitment's own history of what the tie did to it. */
async function noteOutcome(
  tx: Tx,
  commitment: string,
  verb: 'outcome-added' | 'outcome-removed',
  outcome: string,
  at: Date,
  by: string,
): Promise<void> {
  await sql`update commitment set revision = revision + 1 where id = ${commitment}`.execute(tx);
  await appendRevision(tx, { commitment, verb, after: { outcome }, at, by });
}
