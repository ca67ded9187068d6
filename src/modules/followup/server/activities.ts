import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { activityCode, activityRoles, activitySteps, type ActivityRole, type ActivityState } from '../activity.ts';
import { numberOfCode } from '../commitment.ts';
import { writeGoals } from './content.ts';
import { holdersOf } from './holders.ts';

export interface LockedActivity {
  id: string;
  number: number;
  title: string;
  state: ActivityState;
  starts_from: string | null;
  starts_until: string | null;
  ends_on: string | null;
  revision: number;
}

export const activityCalled = ({ number, title }: { number: number; title: string }): string =>
  `${activityCode(number)} (${title})`;

/**
 * Locks an activity the person has seen in `revision`.
 * @param to the state the step leads to; `null` for an edit.
 * @throws Refusal `followup.activity.not-found`, `access.denied`, `followup.activity.changed` or `followup.activity.state`
 */
export async function lockActivity(
  tx: Tx,
  id: string,
  revision: number,
  to: ActivityState | null,
): Promise<LockedActivity> {
  const { rows } = await sql<LockedActivity>`
    select id, number, title, state, starts_from, starts_until, ends_on, revision from activity where id = ${id} for no key update`.execute(
    tx,
  );
  const activity = rows[0];
  if (!activity) {
    const visible = await tx.selectFrom('activity').select('id').where('id', '=', id).executeTakeFirst();
    if (visible) throw new Refusal('access.denied', 'The Secretariat and the chair of its body keep an activity.');
    throw new Refusal('followup.activity.not-found', 'There is no such activity.');
  }
  if (activity.revision !== revision)
    throw new Refusal(
      'followup.activity.changed',
      'Somebody else changed this activity after you opened it. Nothing was overwritten; look at it again.',
    );
  if (to !== null && !activitySteps[activity.state].includes(to))
    throw new Refusal(
      'followup.activity.state',
      `This activity is ${activity.state}; it cannot become ${to} from there.`,
    );
  return activity;
}

/** Writes a step of an activity. @returns its new revision */
export async function setActivity(
  tx: Tx,
  activity: LockedActivity,
  change: {
    state: ActivityState;
    reason: string | null;
    starts_from?: string;
    starts_until?: string;
    ends_on?: string | null;
  },
): Promise<number> {
  const revision = activity.revision + 1;
  await tx
    .updateTable('activity')
    .set({ ...change, revision })
    .where('id', '=', activity.id)
    .execute();
  return revision;
}

/**
 * The days on which an activity was held: as given, else as planned.
 * @throws Refusal when no single day is known, or it has not come yet.
 */
export function heldOn(
  activity: LockedActivity,
  given: { starts_on: string | null; ends_on: string | null },
  today: string,
): { starts_from: string; starts_until: string; ends_on: string | null } {
  const planned = activity.starts_from === activity.starts_until ? activity.starts_from : null;
  const start = given.starts_on ?? planned;
  const end = given.ends_on ?? (given.starts_on === null ? activity.ends_on : null);
  if (start === null)
    throw new Refusal('followup.activity.day', 'Say on which day it was held; the plan names only a period.', {
      field: 'starts_on',
    });
  if (start > today) throw new Refusal('followup.activity.day', 'This day has not come yet.', { field: 'starts_on' });
  if (end !== null && end < start)
    throw new Refusal('followup.activity.day', 'The last day is before the first.', { field: 'ends_on' });
  return { starts_from: start, starts_until: start, ends_on: end };
}

/** Ids of commitments by the numbers people cite. @throws Refusal `followup.commitment.not-found` */
export async function commitmentsOf(tx: Tx, codes: readonly string[]): Promise<string[]> {
  const numbers = codes.map((code) => {
    const number = numberOfCode(code);
    if (number === null) throw notThere(code);
    return number;
  });
  const { rows } = await sql<{
    id: string;
    number: number;
  }>`select id, number from commitment where number = any (${numbers}::int[])`.execute(tx);
  const missing = numbers.find((number) => !rows.some((row) => row.number === number));
  if (missing !== undefined) throw notThere(`C-${missing}`);
  return rows.map(({ id }) => id);
}
const notThere = (code: string) =>
  new Refusal('followup.commitment.not-found', `There is no commitment ${code}. Numbers are written C-12.`, {
    field: 'commitments',
  });

/** Parties, goals and commitments of an activity. */
export async function writeLinks(
  tx: Tx,
  id: string,
  links: Record<ActivityRole, string[]> & { goals: string[]; commitments: string[] },
): Promise<void> {
  for (const role of activityRoles) {
    const holders = await holdersOf(tx, links[role], role);
    const rows = holders.map((holder, index) => ({ activity_id: id, role, ordinal: index + 1, ...holder }));
    if (rows.length > 0) await tx.insertInto('activity_party').values(rows).execute();
  }
  await writeGoals(tx, 'activity', id, links.goals);
  await sql`insert into activity_commitment (activity_id, commitment_id) select ${id}::uuid, c from unnest(${links.commitments}::uuid[]) c`.execute(
    tx,
  );
}

export async function clearLinks(tx: Tx, id: string): Promise<void> {
  for (const table of ['activity_party', 'activity_goal', 'activity_commitment'] as const)
    await tx.deleteFrom(table).where('activity_id', '=', id).execute();
}
