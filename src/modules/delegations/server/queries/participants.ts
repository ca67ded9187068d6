import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import type { DelegateRole } from '../../delegation.ts';
import { inOrder, meetingHead, type MeetingHead } from './meeting.ts';

export interface ParticipantLine {
  id: string;
  name: string;
  function: string | null;
  role: DelegateRole;
  inRoom: string[];
  online: string[];
  /** Days on which they checked in; empty for who may not know. */
  came: string[];
}

export interface ParticipantList {
  meeting: MeetingHead;
  /** Why there is no list for the asker: the meeting shows none to delegations. Null when there is one. */
  withheld: boolean;
  /** In the named order of the meeting; a party by its name on the first day. */
  parties: { key: string; name: string; kind: string; people: ParticipantLine[] }[];
  people: number;
}

/** Who takes part, as approved, in the order of the meeting. Null where there is no such meeting. */
export async function participantList(tx: Tx, slug: string, language: string): Promise<ParticipantList | null> {
  const meeting = await meetingHead(tx, slug);
  if (!meeting) return null;
  const { rows } = await sql<ParticipantLine & { key: string; partyName: string; orderName: string; kind: string }>`
    select a.id, a.name, a.function, a.role, a.in_room::text[] as "inRoom", a.online::text[] as online, p.key, p.kind,
      coalesce(${nameOn('p.id', 'null::uuid', 'm.start_day', language)}, p.key) as "partyName",
      coalesce(${nameOn('p.id', 'null::uuid', 'm.start_day', meeting.orderedIn)}, p.key) as "orderName",
      coalesce((select array_agg(k.day::text order by k.day) from check_in k where k.participant_id = a.id), '{}') as came
    from participant a join party p on p.id = a.party_id join meeting m on m.id = a.meeting_id
    where a.meeting_id = ${meeting.id} and a.left_at is null order by a.ordinal`.execute(tx);
  const parties = new Map<string, ParticipantList['parties'][number] & { orderName: string }>();
  for (const { key, partyName, orderName, kind, ...person } of rows) {
    const party = parties.get(key) ?? { key, name: partyName, orderName, kind, people: [] };
    party.people.push(person);
    parties.set(key, party);
  }
  return {
    meeting,
    withheld: !meeting.leads && !meeting.listed,
    parties: inOrder([...parties.values()], meeting.orderedIn).map(({ orderName: _, ...party }) => party),
    people: rows.length,
  };
}
