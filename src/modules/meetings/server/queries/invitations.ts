import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import { answerStateAt, type AnswerState, type InvitationAnswer, type Standing } from '../../stage.ts';
import type { Named } from './meetings.ts';

export interface InvitationView {
  id: string;
  revision: number;
  party: Named & { kind: string };
  standing: Standing;
  seats: number | null;
  answer: InvitationAnswer | null;
  note: string | null;
  answeredAt: Date | null;
  answeredBy: string | null;
  withdrawn: boolean;
  state: AnswerState;
  /** The actor answers for this party. */
  mine: boolean;
  /** How many accounts are told of it: focal points of a state, observers of an organisation. Null for who does not see rights of others. */
  told: number | null;
}

/** Locale in which names are collated, of a named ordering. */
const collation = (ordering: string): string => `${ordering.slice(-2)}-x-icu`;

/**
 * The invitations to a meeting that the actor may see: all of them for its leaders, those of the own parties for everybody else. In the ordering of the
 * meeting, states before organisations.
 * @param own only those the actor answers for.
 */
export async function invitationsOf(
  tx: Tx,
  meeting: { id: string; ordering: string; answersDue: Date | null },
  language: string,
  at: Date,
  own = false,
): Promise<InvitationView[]> {
  const { rows } = await sql<Omit<InvitationView, 'party' | 'state'> & { key: string; name: string; kind: string }>`
    select i.id, i.revision, p.key, p.kind, coalesce(${nameOn('p.id', 'null::uuid', 'null::date', language)}, p.key) as name, i.standing, i.seats, i.answer, i.answer_note as note,
      i.answered_at as "answeredAt", a.name as "answeredBy", i.withdrawn_at is not null as withdrawn, i.party_id = any (app_answers_for()) as mine,
      case when app_is_staff() then (select count(distinct g.person_id)::int from access_grant g where g.party_id = i.party_id and g.role in ('focal-point', 'observer')
        and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())) end as told
    from meeting_invitation i join party p on p.id = i.party_id left join person a on a.id = i.answered_by
    where i.meeting_id = ${meeting.id} and (not ${own} or i.party_id = any (app_answers_for()) and i.withdrawn_at is null)
    order by p.kind = 'organisation', ${nameOn('p.id', 'null::uuid', 'null::date', meeting.ordering.slice(-2))} collate ${sql.id(collation(meeting.ordering))}, p.key`.execute(
    tx,
  );
  return rows.map(({ key, name, kind, ...row }) => ({
    ...row,
    party: { key, name, kind },
    state: answerStateAt(row.answeredAt, meeting.answersDue, at),
  }));
}
