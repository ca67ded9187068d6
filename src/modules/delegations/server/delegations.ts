import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { newId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { daysOf, isOpen, takesDelegations, type DelegateEntry, type DelegationState } from '../delegation.ts';
import { most } from '../forms.ts';

/** What the rules need to know of a meeting. */
export interface MeetingFacts {
  id: string;
  slug: string;
  title: string;
  stage: 'draft' | 'called' | 'open' | 'closed' | 'cancelled';
  start_day: string | null;
  end_day: string | null;
  zone: string;
  delegations_due: Date | null;
  needs_kept_days: number;
}

/** A delegation locked for a change. */
export interface LockedDelegation {
  id: string;
  meeting_id: string;
  party_id: string;
  party: string;
  state: DelegationState;
  revision: number;
  /** Whether all in it that is not submitted was written by the Secretariat. */
  entered: boolean;
  /** Whose hand the person writes with; null when it is not theirs to write. */
  hand: Hand | null;
  /** Whether the person submits it and takes it back. */
  submits: boolean;
}

/** Who writes into a delegation: the people of its party, or the Secretariat for a party of which no focal point holds an account. */
export type Hand = 'party' | 'secretariat';

const facts = sql`c.meeting_id as id, c.slug, m.title, c.stage, m.start_day::text, m.end_day::text, c.zone, c.delegations_due, c.needs_kept_days`;

/** The meeting as the actor sees it. @throws Refusal `delegations.meeting.not-found` */
export async function meetingFor(tx: Tx, id: string): Promise<MeetingFacts> {
  const { rows } = await sql<MeetingFacts>`
    select ${facts} from meeting_call c join meeting m on m.id = c.meeting_id where c.meeting_id = ${id}`.execute(tx);
  if (!rows[0]) throw new Refusal('delegations.meeting.not-found', 'There is no such meeting, or you may not see it.');
  return rows[0];
}

/** @throws Refusal `delegations.meeting.closed` when the meeting takes no delegations in its stage. */
export function checkTakes(meeting: MeetingFacts): void {
  if (!takesDelegations(meeting.stage))
    throw new Refusal(
      'delegations.meeting.closed',
      meeting.stage === 'draft'
        ? 'The invitations to this meeting are not out yet.'
        : 'This meeting takes no delegations any more. If something in the list is wrong, tell the Secretariat.',
    );
}

/** @throws Refusal `delegations.delegate.day` when a day is none of the meeting's. */
export function checkDays(meeting: MeetingFacts, days: readonly string[]): void {
  const own = daysOf(meeting.start_day, meeting.end_day);
  const foreign = days.find((day) => !own.includes(day));
  if (foreign !== undefined)
    throw new Refusal('delegations.delegate.day', `${foreign} is no day of this meeting. Choose among its days.`, {
      field: 'in_room',
    });
}

/**
 * The hand of the person in a delegation of party `y`; the policies (delegations.sql) decide by the same rule.
 * @param d what is filed: its state, and whether the Secretariat enters it.
 */
export const handIn = (d: { state: RawBuilder<string | null>; entered: RawBuilder<boolean> }) => sql<Hand | null>`case
  when y.id = any (app_writes_for()) and not (${d.entered} and y.id <> all (parties_with_focal_point())) then 'party'
  when app_is_staff() and y.id <> all (parties_with_focal_point()) and (${d.entered} or coalesce(${d.state}, 'approved') = 'approved') then 'secretariat' end`;

const noDelegation = () =>
  new Refusal('delegations.delegation.not-found', 'There is no such delegation, or you may not see it.');

/** @throws Refusal `delegations.delegation.state`: it lies with the Secretariat. */
const submittedAlready = () =>
  new Refusal(
    'delegations.delegation.state',
    'This delegation is submitted. Your focal point can take it back to change it; nothing was changed.',
  );

const filed = { state: sql<string>`d.state`, entered: sql<boolean>`d.entered_by_secretariat` };

/**
 * Locks a delegation that the person has seen in `revision`.
 * @throws Refusal `delegations.delegation.not-found`, `access.denied`, `delegations.delegation.state`, `delegations.delegation.changed`
 */
export async function lockDelegation(tx: Tx, id: string, revision: number): Promise<LockedDelegation> {
  const find = (lock: boolean) =>
    sql<LockedDelegation>`select d.id, d.meeting_id, d.party_id, y.key as party, d.state, d.revision, d.entered_by_secretariat as entered,
      ${handIn(filed)} as hand, d.party_id = any (app_focal_parties()) or ${handIn(filed)} = 'secretariat' as submits
      from delegation d join party y on y.id = d.party_id where d.id = ${id} ${lock ? sql`for no key update of d` : sql``}`.execute(
      tx,
    );
  const found = (await find(true)).rows[0];
  if (!found) {
    const seen = (await find(false)).rows[0];
    if (!seen) throw noDelegation();
    if (seen.state === 'submitted' && seen.hand === 'party') throw submittedAlready();
    throw notTheirs();
  }
  if (found.revision !== revision)
    throw new Refusal(
      'delegations.delegation.changed',
      'Somebody else has changed this delegation in the meantime. Nothing was overwritten; look at it again.',
    );
  return found;
}

const notTheirs = () =>
  new Refusal(
    'access.denied',
    'A delegation is written by the people of its party; while no focal point of theirs has an account, the Secretariat enters it. The Secretariat decides on it.',
  );

/** The delegation of a delegate, locked. @throws Refusal as `lockDelegation`, `delegations.delegate.not-found` */
export async function lockOfDelegate(tx: Tx, delegate: string, revision: number): Promise<LockedDelegation> {
  const row = await tx
    .selectFrom('delegate')
    .select('delegation_id')
    .where('id', '=', delegate)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (!row)
    throw new Refusal(
      'delegations.delegate.not-found',
      'There is no such delegate, or they are no longer in the delegation.',
    );
  return lockDelegation(tx, row.delegation_id, revision);
}

/** The delegation of a party, begun now if there is none; two contributors who begin at once write into the same one. */
export async function openDelegation(
  tx: Tx,
  meeting: MeetingFacts,
  key: string,
  revision: number,
  at: Date,
  by: string,
): Promise<LockedDelegation> {
  const nothing = { state: sql<null>`null::text`, entered: sql<boolean>`false` };
  const party = (
    await sql<{ id: string; hand: Hand | null }>`
      select y.id, ${handIn(nothing)} as hand from party y where y.key = ${key}`.execute(tx)
  ).rows[0];
  if (!party) throw new Refusal('delegations.party.not-found', `The register has no party ${key}.`, { field: 'party' });
  if (!party.hand) throw notTheirs();
  await sql`select pg_advisory_xact_lock(hashtext(${`delegation ${meeting.id} ${key}`}))`.execute(tx);
  const find = () =>
    tx
      .selectFrom('delegation')
      .select(['id', 'revision'])
      .where('meeting_id', '=', meeting.id)
      .where('party_id', '=', party.id)
      .executeTakeFirst();
  const standing = await find();
  if (standing) return lockDelegation(tx, standing.id, revision === 0 ? standing.revision : revision);
  const invited = await tx
    .selectFrom('meeting_invitation')
    .select('id')
    .where('meeting_id', '=', meeting.id)
    .where('party_id', '=', party.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (!invited)
    throw new Refusal(
      'delegations.party.not-invited',
      `${key} is not invited to this meeting. The Secretariat can tell you why.`,
    );
  const id = newId(at);
  await tx
    .insertInto('delegation')
    .values({
      id,
      meeting_id: meeting.id,
      party_id: party.id,
      entered_by_secretariat: party.hand === 'secretariat',
      at,
      by,
    })
    .onConflict((clash) => clash.columns(['meeting_id', 'party_id']).doNothing())
    .execute();
  const begun = await find();
  if (!begun)
    throw new Refusal(
      'delegations.delegation.begun',
      `People of ${key} have begun this delegation themselves. Once one of them is its focal point, they can submit it.`,
    );
  return lockDelegation(tx, begun.id, begun.revision);
}

/**
 * Counts a change of what a delegation holds; one that was approved is `changed` from then on, and it is the Secretariat's or the party's by who writes.
 * @throws Refusal `delegations.delegation.state` while it lies with the Secretariat; `access.denied`
 */
export async function touch(tx: Tx, delegation: LockedDelegation): Promise<number> {
  if (!delegation.hand) throw notTheirs();
  if (!isOpen(delegation.state)) throw submittedAlready();
  const revision = delegation.revision + 1;
  await tx
    .updateTable('delegation')
    .set({
      revision,
      entered_by_secretariat: delegation.hand === 'secretariat',
      ...(delegation.state === 'approved' ? { state: 'changed' } : {}),
    })
    .where('id', '=', delegation.id)
    .execute();
  return revision;
}

/** @throws Refusal `access.denied` for who may not submit it or take it back. */
export function checkSubmits({ submits }: LockedDelegation): void {
  if (!submits) throw notTheirs();
}

/** What the history adds when it was not the party itself. */
export const byHand = ({ hand }: LockedDelegation): string => (hand === 'secretariat' ? ', by the Secretariat' : '');

/** Delegates of a delegation as it is written now, in order. */
export async function delegatesOf(
  tx: Tx,
  delegation: string,
): Promise<(DelegateEntry & { email: string | null; person: string | null })[]> {
  const { rows } = await sql<DelegateEntry & { email: string | null; person: string | null }>`
    select d.id, d.name, d.function, d.role, d.email, d.person_id as person,
      coalesce(array_agg(y.day::text order by y.day) filter (where y.mode = 'in-room'), '{}') as "inRoom",
      coalesce(array_agg(y.day::text order by y.day) filter (where y.mode = 'online'), '{}') as online
    from delegate d left join delegate_day y on y.delegate_id = d.id
    where d.delegation_id = ${delegation} and d.removed_at is null
    group by d.id order by (d.role = 'head') desc, d.ordinal`.execute(tx);
  return rows;
}

/** @throws Refusal `delegations.delegation.full`, `delegations.delegate.head` */
export function checkRoom(delegates: readonly DelegateEntry[], entry: { id?: string; role: string }): void {
  const others = delegates.filter(({ id }) => id !== entry.id);
  if (others.length >= most.delegates)
    throw new Refusal('delegations.delegation.full', `A delegation has at most ${most.delegates} people.`);
  const head = others.find(({ role }) => role === 'head');
  if (entry.role === 'head' && head)
    throw new Refusal(
      'delegations.delegate.head',
      `${head.name} is head of this delegation already. Change their role first.`,
      { field: 'role' },
    );
}

/** Writes the days of a delegate in place of those before. */
export async function writeDays(
  tx: Tx,
  delegate: string,
  inRoom: readonly string[],
  online: readonly string[],
): Promise<void> {
  await tx.deleteFrom('delegate_day').where('delegate_id', '=', delegate).execute();
  const rows = [
    ...inRoom.map((day) => ({ delegate_id: delegate, day, mode: 'in-room' })),
    ...online.map((day) => ({ delegate_id: delegate, day, mode: 'online' })),
  ];
  if (rows.length > 0) await tx.insertInto('delegate_day').values(rows).execute();
}

export const addressOf = (meeting: Pick<MeetingFacts, 'slug'>, party: string): string =>
  `/meetings/${meeting.slug}/delegations/${party}`;
