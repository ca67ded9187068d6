import { sql } from 'kysely';
import type { ActionContext, Tx } from '../../../kernel/action.ts';
import { newId } from '../../../kernel/ids.ts';
import { nameOn } from '../../../kernel/server/name-on.ts';
import { atEnd, step } from '../order.ts';
import { orderings, planTour, tourOrder, type Ordering, type TourParty } from '../tour.ts';
import type { LockedFloor } from './floor.ts';
import { stepTurn } from '../intervention.ts';
import { saveTurn, turnsOf } from './turns.ts';

/**
 * Delegations that belong in the tour de table: invited and not declined, or those whose delegation was approved. Members that have left every body that meets
 * by the first day are not among them.
 */
async function tourParties(tx: Tx, floor: LockedFloor, from: 'invited' | 'approved'): Promise<TourParty[]> {
  const language = orderings[floor.ordering as Ordering];
  const day = floor.firstDay ?? floor.at.toISOString().slice(0, 10);
  const { rows } = await sql<TourParty>`
    select p.id, case when p.kind = 'organisation' then 'organisation' else 'state' end as kind,
      coalesce(${nameOn('p.id', 'null::uuid', 'null::date', language)}, p.key) as name,
      (select case when bool_or(d.role = 'chair') then 'chair' else 'co-chair' end from mandate d join meeting_body b on b.body_id = d.body_id
        where b.meeting_id = ${floor.meeting} and d.party_id = p.id and d.role in ('chair', 'co-chair') and d.withdrawn_at is null
          and coalesce(d.begins_from, '-infinity') <= ${day}::date and coalesce(d.ends_until, 'infinity') > ${day}::date having count(*) > 0) as chairs
    from meeting_invitation i join party p on p.id = i.party_id
    where i.meeting_id = ${floor.meeting} and i.withdrawn_at is null and i.answer is distinct from 'declined'
      and (${from} = 'invited' or exists (select from participant q where q.meeting_id = i.meeting_id and q.party_id = i.party_id))
      and not (i.standing = 'member'
        and exists (select from mandate d join meeting_body b on b.body_id = d.body_id
          where b.meeting_id = i.meeting_id and d.party_id = p.id and d.withdrawn_at is null)
        and not exists (select from mandate d join meeting_body b on b.body_id = d.body_id
          where b.meeting_id = i.meeting_id and d.party_id = p.id and d.withdrawn_at is null and coalesce(d.ends_until, 'infinity') > ${day}::date))`.execute(
    tx,
  );
  return rows;
}

/** Writes the tour de table of a session. @returns how many stand on it and wait. */
export async function keepTour(
  { tx, actor }: Pick<ActionContext<unknown>, 'tx' | 'actor'>,
  floor: LockedFloor,
  { from, chair_first }: { from: 'invited' | 'approved'; chair_first: boolean },
): Promise<{ waiting: number }> {
  const turns = await turnsOf(tx, floor.session);
  const present = turns.flatMap((turn) =>
    turn.kind === 'tour' && turn.party !== null ? [{ id: turn.id, party: turn.party, state: turn.state }] : [],
  );
  const parties = await tourParties(tx, floor, from);
  const plan = planTour(tourOrder(parties, floor.ordering as Ordering, chair_first), present);
  for (const id of plan.withdraw)
    await saveTurn(
      tx,
      stepTurn(
        turns.find((turn) => turn.id === id)!,
        'withdraw',
        floor.at.getTime(),
      )!,
    );
  // Those of the tour stand behind everybody who is not in it any more and before who asked for the floor meanwhile, where there is room.
  const moving = new Set(plan.places.map(({ turn }) => turn));
  let order = atEnd(turns.filter((turn) => !moving.has(turn.id)).map((turn) => turn.order)) - step;
  for (const { party, turn } of plan.places) {
    order += step;
    const known = turns.find((one) => one.id === turn);
    if (!known)
      await tx
        .insertInto('intervention')
        .values({
          id: newId(floor.at),
          session_id: floor.session,
          party_id: party,
          kind: 'tour',
          ordinal: order,
          asked_at: floor.at,
          by: actor.personId!,
        })
        .execute();
    else if (known.state === 'withdrawn' || known.order !== order)
      await tx
        .updateTable('intervention')
        .set({ ordinal: order, state: 'waiting', ended_at: null, revision: known.revision + 1 })
        .where('id', '=', known.id)
        .execute();
  }
  return { waiting: plan.places.length };
}
