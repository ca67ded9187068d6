import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import { standingAt, type DelegationState, type Standing } from '../../delegation.ts';
import { handIn } from '../delegations.ts';
import { inOrder, meetingHead, type MeetingHead } from './meeting.ts';

/** A party invited, and how it stands with its delegation. */
export interface DeskLine {
  party: string;
  name: string;
  kind: string;
  answer: string | null;
  standing: Standing;
  submittedAt: Date | null;
  late: boolean;
  /** People approved, and of them in the room on the fullest day. */
  people: number;
  /** Delegates with a need, for the Secretariat; null for who may not know. */
  needs: number | null;
  /** Whether the asker writes for it. */
  own: boolean;
  /** Whether the asker enters it as the Secretariat: no focal point of the party has an account. */
  enters: boolean;
}

export interface DelegationDesk {
  meeting: MeetingHead;
  lines: DeskLine[];
  /** Approved people by day, in the room and online; empty for who does not lead. */
  byDay: { day: string; inRoom: number; online: number }[];
}

/** The delegations of a meeting as the asker may see them: leaders all invited parties, others their own. Null where there is no such meeting. */
export async function delegationDesk(tx: Tx, slug: string, language: string, at: Date): Promise<DelegationDesk | null> {
  const meeting = await meetingHead(tx, slug);
  if (!meeting) return null;
  const { rows } = await sql<{
    party: string;
    name: string;
    orderName: string;
    kind: string;
    answer: string | null;
    state: DelegationState | null;
    submittedAt: Date | null;
    people: number;
    needs: number;
    own: boolean;
    enters: boolean;
  }>`
    select y.key as party, y.kind, coalesce(${nameOn('y.id', 'null::uuid', 'm.start_day', language)}, y.key) as name,
      coalesce(${nameOn('y.id', 'null::uuid', 'm.start_day', meeting.orderedIn)}, y.key) as "orderName",
      i.answer, d.state, d.submitted_at as "submittedAt", i.party_id = any (app_writes_for()) as own,
      ${handIn({ state: sql`d.state`, entered: sql`coalesce(d.entered_by_secretariat, false)` })} is not distinct from 'secretariat' as enters,
      (select count(*)::int from participant a where a.meeting_id = i.meeting_id and a.party_id = i.party_id and a.left_at is null) as people,
      (select count(distinct n.delegate_id)::int from delegate_need n join delegate e on e.id = n.delegate_id where e.delegation_id = d.id) as needs
    from meeting_invitation i join party y on y.id = i.party_id join meeting m on m.id = i.meeting_id
    left join delegation d on d.meeting_id = i.meeting_id and d.party_id = i.party_id
    where i.meeting_id = ${meeting.id} and i.withdrawn_at is null`.execute(tx);
  const lines = inOrder(rows, meeting.orderedIn).map(({ state, needs, orderName: _, ...row }) => ({
    ...row,
    standing: standingAt(state, row.answer, meeting.due, at),
    late: row.submittedAt !== null && meeting.due !== null && row.submittedAt > meeting.due,
    needs: meeting.staff || row.own ? needs : null,
    enters: row.enters && meeting.open,
  }));
  return { meeting, lines, byDay: meeting.leads ? await peopleByDay(tx, meeting) : [] };
}

async function peopleByDay(tx: Tx, meeting: MeetingHead): Promise<DelegationDesk['byDay']> {
  const { rows } = await sql<{ day: string; inRoom: number; online: number }>`
    select d.day, count(*) filter (where d.day::date = any (a.in_room))::int as "inRoom", count(*) filter (where d.day::date = any (a.online))::int as online
    from unnest(${meeting.days}::text[]) as d (day) left join participant a on a.meeting_id = ${meeting.id} and a.left_at is null
    group by d.day order by d.day`.execute(tx);
  return rows;
}
