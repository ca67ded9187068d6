import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { InvitationAnswer, Standing } from '../stage.ts';
import { ledCall, newRow, type SeenCall, type Step } from './calls.ts';

export interface LockedInvitation {
  id: string;
  meeting_id: string;
  party_id: string;
  key: string;
  standing: Standing;
  answer: InvitationAnswer | null;
  withdrawn: boolean;
  turns: number;
  revision: number;
}

const columns = sql`i.id, i.meeting_id, i.party_id, p.key, i.standing, i.answer, i.withdrawn_at is not null as withdrawn, i.turns, i.revision
  from meeting_invitation i join party p on p.id = i.party_id`;

const missing = () =>
  new Refusal('meetings.invitation.not-found', 'There is no such invitation, or it is not for you to see.');

/**
 * An invitation with its meeting, for one who leads the meeting.
 * @throws Refusal `meetings.invitation.not-found`, `meetings.invitation.changed`, and what `ledCall` throws
 */
export async function ledInvitation(
  tx: Tx,
  id: string,
  revision: number,
): Promise<{ invitation: LockedInvitation; call: SeenCall }> {
  const seen = await sql<LockedInvitation>`select ${columns} where i.id = ${id}`.execute(tx);
  if (!seen.rows[0]) throw missing();
  const call = await ledCall(tx, seen.rows[0].meeting_id);
  return { invitation: await lockInvitation(tx, id, revision), call };
}

/** @throws Refusal `meetings.invitation.not-found`, `access.denied` or `meetings.invitation.changed` */
export async function lockInvitation(tx: Tx, id: string, revision: number): Promise<LockedInvitation> {
  const { rows } = await sql<LockedInvitation>`select ${columns} where i.id = ${id} for no key update of i`.execute(tx);
  const invitation = rows[0];
  if (!invitation) {
    const seen = await sql<LockedInvitation>`select ${columns} where i.id = ${id}`.execute(tx);
    if (!seen.rows[0]) throw missing();
    throw new Refusal('access.denied', 'The focal point of the party answers its invitation.');
  }
  if (invitation.revision !== revision)
    throw new Refusal(
      'meetings.invitation.changed',
      'Somebody else answered or changed this invitation after you opened it. What you wrote is still here; look at it again.',
    );
  return invitation;
}

/** How many parties are on the list. @throws Refusal `meetings.call.nobody` */
export async function checkInvited(tx: Tx, call: Pick<SeenCall, 'id'>): Promise<number> {
  const { count } = await tx
    .selectFrom('meeting_invitation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('meeting_id', '=', call.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (count === 0) throw new Refusal('meetings.call.nobody', 'Nobody is on the list of the invited yet.');
  return count;
}

/**
 * Puts parties on the list; one that was withdrawn comes back, without its former answer. Those on it already stay as they are.
 * Answers how many were added.
 */
export async function invite(
  tx: Tx,
  meeting: string,
  parties: readonly { party_id: string; standing: Standing; seats: number | null }[],
  step: Step,
): Promise<number> {
  let added = 0;
  for (const party of parties) {
    const made = await tx
      .insertInto('meeting_invitation')
      .values({ ...newRow(step), meeting_id: meeting, ...party })
      .onConflict((c) => c.columns(['meeting_id', 'party_id']).doNothing())
      .executeTakeFirst();
    if ((made.numInsertedOrUpdatedRows ?? 0n) > 0n) {
      added++;
      continue;
    }
    const back =
      await sql`update meeting_invitation set standing = ${party.standing}, seats = ${party.seats}, withdrawn_at = null, invited_again_at = ${step.at},
        turns = turns + 1, answer = null, answer_note = null, answered_at = null, answered_by = null, revision = revision + 1
      where meeting_id = ${meeting} and party_id = ${party.party_id} and withdrawn_at is not null`.execute(tx);
    added += Number(back.numAffectedRows ?? 0n);
  }
  return added;
}
