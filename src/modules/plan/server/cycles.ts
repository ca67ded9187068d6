import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { idsOfParties } from '../../../kernel/server/party-ids.ts';
import { cycleSteps, type CycleStage } from '../cycle.ts';

/** A cycle locked for a step. */
export interface LockedCycle {
  id: string;
  slug: string;
  body_id: string;
  generation_id: string;
  title: string;
  stage: CycleStage;
  inputs_due: Date;
  zone: string;
  late_inputs: boolean;
  comments_due: Date | null;
  revision: number;
}

const noCycle = () => new Refusal('plan.cycle.not-found', 'There is no such plan, or you may not see it.');

/** The cycle as the actor sees it, not locked. @throws Refusal `plan.cycle.not-found` */
export async function seenCycle(tx: Tx, id: string): Promise<LockedCycle> {
  const { rows } = await sql<LockedCycle>`
    select id, slug, body_id, generation_id, title ->> 'en' as title, stage, inputs_due, zone, late_inputs, comments_due, revision
    from plan_cycle where id = ${id}`.execute(tx);
  if (!rows[0]) throw noCycle();
  return rows[0];
}

/**
 * Locks a cycle that the person has seen in `revision`.
 * @throws Refusal `plan.cycle.not-found`, `access.denied` or `plan.cycle.changed`
 */
export async function lockCycle(tx: Tx, id: string, revision: number): Promise<LockedCycle> {
  const { rows } = await sql<LockedCycle>`
    select id, slug, body_id, generation_id, title ->> 'en' as title, stage, inputs_due, zone, late_inputs, comments_due, revision
    from plan_cycle where id = ${id} for no key update`.execute(tx);
  const cycle = rows[0];
  if (!cycle) {
    await seenCycle(tx, id);
    throw new Refusal(
      'access.denied',
      'The Secretariat leads this plan; the chair of its body may record its endorsement.',
    );
  }
  if (cycle.revision !== revision)
    throw new Refusal(
      'plan.cycle.changed',
      `Somebody else moved this plan on after you opened it; it is now in stage ${cycle.stage}. Nothing was overwritten; look at it again.`,
    );
  return cycle;
}

/** @throws Refusal `plan.cycle.state` when the cycle cannot come into that stage from where it is. */
export function checkStep(cycle: Pick<LockedCycle, 'stage'>, to: CycleStage): void {
  if (!cycleSteps[cycle.stage].includes(to))
    throw new Refusal('plan.cycle.state', `This plan is in stage ${cycle.stage}; it cannot become ${to} from there.`);
}

/** Changes the cycle and counts its revision up. */
export async function moveCycle(tx: Tx, cycle: LockedCycle, change: Record<string, unknown>): Promise<number> {
  const revision = cycle.revision + 1;
  await tx
    .updateTable('plan_cycle')
    .set({ ...change, revision })
    .where('id', '=', cycle.id)
    .execute();
  return revision;
}

/** Ids of the parties with these keys, in their order. @throws Refusal `plan.party.not-found` */
export const partyIds = (tx: Tx, keys: readonly string[], field: string): Promise<string[]> =>
  idsOfParties(tx, keys, field, 'plan.party.not-found');

/** Names the parties a call asks, in place of those named before. */
export async function askParties(tx: Tx, cycle: string, parties: readonly string[]): Promise<void> {
  await tx.deleteFrom('plan_party').where('cycle_id', '=', cycle).execute();
  await tx
    .insertInto('plan_party')
    .values(parties.map((party_id) => ({ cycle_id: cycle, party_id })))
    .execute();
}

/** SQL: whether the party `party` held a mandate in the body of cycle `c` when the call went out, and can hold none on the day. */
export const hasLeft = (party: string, day: string) => sql<boolean>`(
  exists (select from mandate m where m.body_id = c.body_id and m.party_id = ${sql.raw(party)} and m.withdrawn_at is null
    and coalesce(m.begins_from, '-infinity') <= coalesce(c.opened_on, current_date) and coalesce(m.ends_until, 'infinity') > coalesce(c.opened_on, current_date))
  and not exists (select from mandate m where m.body_id = c.body_id and m.party_id = ${sql.raw(party)} and m.withdrawn_at is null
    and coalesce(m.begins_from, '-infinity') <= ${day}::date and coalesce(m.ends_until, 'infinity') > ${day}::date))`;

/** A day of universal time. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
