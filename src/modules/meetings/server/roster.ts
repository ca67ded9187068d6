import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import type { Standing } from '../stage.ts';

export interface RosterParty {
  party_id: string;
  standing: Standing;
}

/**
 * Whom the bodies of a meeting invite: who holds a mandate in them on a day, for certain; a body that has no members of its own meets with those of the
 * body above it. Observers by mandate are observers, everybody else is a member; who is both is a member.
 */
export async function rosterOfMeeting(tx: Tx, bodies: readonly string[], day: string): Promise<RosterParty[]> {
  const { rows } = await sql<RosterParty>`
    with recursive holding as materialized (
      select m.body_id, m.party_id, m.role from mandate m
      where m.withdrawn_at is null and m.role in ('chair', 'co-chair', 'member', 'observer', 'thematic-chair')
        and m.begins_until <= ${day}::date and (m.ends_from is null or m.ends_from > ${day}::date)),
    up as (
      select b.id, b.parent_id from body b where b.id = any (${[...bodies]}::uuid[])
      union
      select b.id, b.parent_id from up join body b on b.id = up.parent_id where not exists (select from holding h where h.body_id = up.id and h.role = 'member'))
    select h.party_id, case when bool_and(h.role = 'observer') then 'observer' else 'member' end as standing
    from holding h join party p on p.id = h.party_id and p.kind <> 'former-state'
    where h.body_id in (select up.id from up) group by h.party_id order by min(p.key)`.execute(tx);
  return rows;
}
