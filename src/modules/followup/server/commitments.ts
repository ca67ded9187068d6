import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import {
  commitmentCode,
  ownerSteps,
  type CommitmentState,
  type CommitmentVerb,
  type OwnerState,
} from '../commitment.ts';
import { nameOfHolder } from './holders.ts';

/** The content of a commitment, as its history keeps it before and after. */
export interface CommitmentContent {
  title: string;
  wording: string;
  language: string;
  body_id: string | null;
  audience: string;
  due_from: string | null;
  due_until: string | null;
  recurs: string | null;
  recurs_until: string | null;
  goals: string[];
}

/** A commitment locked for a change. */
export interface LockedCommitment extends CommitmentContent {
  id: string;
  number: number;
  state: CommitmentState;
  revision: number;
}

/** An owner locked for a step. */
export interface LockedOwner {
  id: string;
  commitment_id: string;
  party_id: string | null;
  body_id: string | null;
  state: OwnerState;
  words: string;
  reason: string | null;
  revision: number;
  number: number;
  title: string;
  commitment_state: CommitmentState;
  occurrence: number;
}

/** How history lines name it: `C-12 (Joint meetings of asylum authorities)`. */
export const called = ({ number, title }: { number: number; title: string }): string =>
  `${commitmentCode(number)} (${title})`;

/**
 * Locks a commitment the person has seen in `revision` and may change.
 * @throws Refusal `followup.commitment.not-found`, `access.denied` or `followup.commitment.changed`, which says who did what in the meantime.
 */
export async function lockCommitment(tx: Tx, id: string, revision: number): Promise<LockedCommitment> {
  const { rows } = await sql<LockedCommitment>`
    select c.id, c.number, c.title, c.wording, c.language, c.body_id, c.audience, c.due_from, c.due_until, c.recurs, c.recurs_until, c.state, c.revision,
      array(select g.goal_id from commitment_goal g where g.commitment_id = c.id order by 1)::text[] as goals
    from commitment c where c.id = ${id} for no key update of c`.execute(tx);
  const commitment = rows[0];
  if (!commitment) {
    const visible = await tx.selectFrom('commitment').select('id').where('id', '=', id).executeTakeFirst();
    if (visible)
      throw new Refusal(
        'access.denied',
        'The Secretariat, the chair of its body and the focal point who raised it change a commitment.',
      );
    throw new Refusal('followup.commitment.not-found', 'There is no such commitment.');
  }
  if (commitment.revision !== revision) throw await changed(tx, id, 'followup.commitment.changed');
  return commitment;
}

/** @throws Refusal `followup.commitment.state` unless it is open. */
export function mustBeOpen(commitment: { number: number; state: CommitmentState }): void {
  if (commitment.state !== 'open')
    throw new Refusal(
      'followup.commitment.state',
      `${commitmentCode(commitment.number)} is ${commitment.state}. What you entered was not saved; the Secretariat or the chair can open it again.`,
    );
}

/**
 * Locks an owner the person has seen in `revision`, of an open commitment.
 * @param to the state the step leads to; `null` for a step that leads nowhere else.
 * @throws Refusal `followup.owner.not-found`, `.changed`, `followup.owner.state` or `followup.commitment.state`.
 */
export async function lockOwner(
  tx: Tx,
  id: string,
  revision: number | null,
  to: OwnerState | null,
): Promise<LockedOwner> {
  const { rows } = await sql<LockedOwner>`
    select o.id, o.commitment_id, o.party_id, o.body_id, o.state, o.words, o.reason, o.revision, c.number, c.title, c.state as commitment_state, c.occurrence
    from commitment_owner o join commitment c on c.id = o.commitment_id where o.id = ${id} for no key update of o`.execute(
    tx,
  );
  const owner = rows[0];
  if (!owner) throw new Refusal('followup.owner.not-found', 'There is no such owner of a commitment.');
  if (revision !== null && owner.revision !== revision)
    throw await changed(tx, owner.commitment_id, 'followup.owner.changed');
  if (to !== null) {
    mustBeOpen({ number: owner.number, state: owner.commitment_state });
    if (!ownerSteps[owner.state].includes(to))
      throw new Refusal('followup.owner.state', `This owner is ${owner.state}; it cannot become ${to} from there.`);
  }
  return owner;
}

/** Writes a step of an owner with its history. The database decides whether this person may make it. */
export async function stepOwner(
  tx: Tx,
  owner: LockedOwner,
  change: { state: OwnerState; words?: string; reason?: string | null; confirmed_by?: string | null },
  step: { verb: CommitmentVerb; at: Date; by: string },
): Promise<{ commitment: string; number: number; revision: number; name: string }> {
  // The line of the step first: the database writes that of a completion right after it.
  await appendRevision(tx, {
    commitment: owner.commitment_id,
    owner: owner.id,
    before: { state: owner.state, words: owner.words, reason: owner.reason },
    after: { state: change.state, words: change.words ?? owner.words, reason: change.reason ?? null },
    ...step,
  });
  const { rows } =
    await sql`update commitment_owner set state = ${change.state}, words = ${change.words ?? owner.words}, reason = ${change.reason ?? null},
      confirmed_by = ${change.confirmed_by ?? null}, since = ${step.at}, revision = ${owner.revision + 1} where id = ${owner.id} returning id`.execute(
      tx,
    );
  if (rows.length === 0) throw new Refusal('access.denied', 'Your role does not allow this for this owner.');
  return {
    commitment: owner.commitment_id,
    number: owner.number,
    revision: owner.revision + 1,
    name: await nameOfHolder(tx, owner),
  };
}

/** Appends one line of a commitment's history; the database numbers it. Never give it the text of an internal note. */
export async function appendRevision(
  tx: Tx,
  line: {
    commitment: string;
    verb: CommitmentVerb;
    owner?: string | null;
    before?: object | null;
    after: object;
    at: Date;
    by: string;
  },
): Promise<void> {
  await sql`insert into commitment_revision (commitment_id, verb, owner_id, before, after, at, by)
    values (${line.commitment}, ${line.verb}, ${line.owner ?? null}, ${line.before ? JSON.stringify(line.before) : null}::jsonb, ${JSON.stringify(line.after)}::jsonb, ${line.at}, ${line.by})`.execute(
    tx,
  );
}

/** The refusal for a stale revision, with who did what last. */
async function changed(tx: Tx, commitment: string, code: string): Promise<Refusal> {
  const { rows } = await sql<{ verb: CommitmentVerb; name: string | null; at: Date }>`
    select r.verb, p.name, r.at from commitment_revision r left join person p on p.id = r.by where r.commitment_id = ${commitment} order by r.n desc limit 1`.execute(
    tx,
  );
  const last = rows[0];
  const who = last
    ? `${last.name ?? 'Somebody else'} changed it (${last.verb.replaceAll('-', ' ')}) at ${last.at.toISOString().slice(11, 16)} UTC`
    : 'Somebody else changed it';
  return new Refusal(code, `${who}, after you opened it. Your entry was not saved over theirs; look at it again.`);
}

/** The content alone, for the history. */
export const contentOf = (from: CommitmentContent): CommitmentContent => ({
  title: from.title,
  wording: from.wording,
  language: from.language,
  body_id: from.body_id,
  audience: from.audience,
  due_from: from.due_from,
  due_until: from.due_until,
  recurs: from.recurs,
  recurs_until: from.recurs_until,
  goals: from.goals,
});
