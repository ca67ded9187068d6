import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import {
  changesSince,
  hindrances,
  isOpen,
  isUnsubmitted,
  standingAt,
  type DelegateChange,
  type DelegateEntry,
  type DelegationState,
  type Hindrance,
  type NeedKind,
  type Standing,
} from '../../delegation.ts';
import { delegatesOf, handIn, type Hand } from '../delegations.ts';
import { meetingHead, type MeetingHead } from './meeting.ts';

export interface DelegateView extends DelegateEntry {
  email: string | null;
  person: string | null;
  needs: { kind: NeedKind; text: string; deleteOn: string }[];
}

export interface DelegationPage {
  meeting: MeetingHead;
  party: { key: string; name: string };
  standing: Standing;
  /** Null while nothing is filed, or nothing the asker may see. */
  delegation: {
    id: string;
    state: DelegationState;
    revision: number;
    reason: string | null;
    submittedAt: Date | null;
    late: boolean;
    /** Whether the Secretariat entered it for the party. */
    entered: boolean;
  } | null;
  delegates: DelegateView[];
  /** People approved last, as lists show them. */
  approved: DelegateEntry[];
  changes: DelegateChange[];
  hindrances: Hindrance[];
  /** Accounts of the party, to tie a delegate to; as far as the asker may see them. */
  accounts: { id: string; name: string }[];
  may: {
    write: boolean;
    /** Whether they write as the Secretariat, for a party of which no focal point has an account. */
    enter: boolean;
    submit: boolean;
    takeBack: boolean;
    decide: boolean;
    seeNeeds: boolean;
    own: boolean;
  };
}

/** The delegation of one party as the asker may see it; null when there is no such meeting, the party is not invited, or it is not theirs to see. */
export async function delegationPage(
  tx: Tx,
  slug: string,
  key: string,
  language: string,
  at: Date,
): Promise<DelegationPage | null> {
  const meeting = await meetingHead(tx, slug);
  if (!meeting) return null;
  const party = await invitedParty(tx, meeting, key, language);
  if (!party || !(party.own || meeting.leads || party.reads)) return null;
  const found = party.delegation;
  const delegates = found ? await viewsOf(tx, found.id) : [];
  const approved = found ? await approvedOf(tx, found.id) : [];
  const submits = party.focal || party.hand === 'secretariat';
  const late = found?.submittedAt && meeting.due ? found.submittedAt > meeting.due : false;
  return {
    meeting,
    party: { key, name: party.name },
    standing: standingAt(found?.state ?? null, party.answer, meeting.due, at),
    delegation: found ? { ...found, late } : null,
    delegates,
    approved,
    changes: approved.length > 0 && delegates.length > 0 ? changesSince(approved, delegates) : [],
    hindrances: hindrances(delegates, meeting.days),
    accounts: party.hand ? await accountsOf(tx, key) : [],
    may: {
      own: party.own || party.reads,
      write: party.hand !== null && meeting.open && (found === null || isOpen(found.state)),
      enter: party.hand === 'secretariat' && meeting.open,
      submit: submits && meeting.open && found !== null && isUnsubmitted(found.state) && delegates.length > 0,
      takeBack: submits && meeting.open && found?.state === 'submitted',
      decide: meeting.staff && meeting.open && found?.state === 'submitted',
      seeNeeds: party.own || meeting.staff,
    },
  };
}

async function invitedParty(tx: Tx, meeting: MeetingHead, key: string, language: string) {
  const { rows } = await sql<{
    name: string;
    answer: string | null;
    own: boolean;
    hand: Hand | null;
    focal: boolean;
    reads: boolean;
    id: string | null;
    state: DelegationState;
    revision: number;
    reason: string | null;
    submittedAt: Date | null;
    entered: boolean;
  }>`
    select coalesce(${nameOn('y.id', 'null::uuid', 'm.start_day', language)}, y.key) as name, i.answer, y.id = any (app_writes_for()) as own,
      ${handIn({ state: sql`d.state`, entered: sql`coalesce(d.entered_by_secretariat, false)` })} as hand,
      y.id = any (app_focal_parties()) as focal, y.id = any (app_parties()) as reads,
      d.id, d.state, d.revision, d.reason, d.submitted_at as "submittedAt", d.entered_by_secretariat as entered
    from meeting_invitation i join party y on y.id = i.party_id join meeting m on m.id = i.meeting_id
    left join delegation d on d.meeting_id = i.meeting_id and d.party_id = i.party_id
    where i.meeting_id = ${meeting.id} and y.key = ${key} and i.withdrawn_at is null`.execute(tx);
  const row = rows[0];
  if (!row) return null;
  const { id, state, revision, reason, submittedAt, entered, ...party } = row;
  return { ...party, delegation: id === null ? null : { id, state, revision, reason, submittedAt, entered } };
}

async function viewsOf(tx: Tx, delegation: string): Promise<DelegateView[]> {
  const delegates = await delegatesOf(tx, delegation);
  const { rows } = await sql<{ delegate: string; kind: NeedKind; text: string; deleteOn: string }>`
    select n.delegate_id as delegate, n.kind, n.text, n.delete_on::text as "deleteOn" from delegate_need n
    join delegate d on d.id = n.delegate_id where d.delegation_id = ${delegation} order by n.kind`.execute(tx);
  return delegates.map((delegate) => ({
    ...delegate,
    needs: rows.filter((need) => need.delegate === delegate.id).map(({ delegate: _, ...need }) => need),
  }));
}

async function approvedOf(tx: Tx, delegation: string): Promise<DelegateEntry[]> {
  const { rows } = await sql<DelegateEntry>`
    select id, name, function, role, in_room::text[] as "inRoom", online::text[] as online
    from participant where delegation_id = ${delegation} and left_at is null order by ordinal`.execute(tx);
  return rows;
}

async function accountsOf(tx: Tx, key: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct e.id, e.name from access_grant g join person e on e.id = g.person_id join party p on p.id = g.party_id
    where p.key = ${key} and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()) and e.ended_at is null order by e.name`.execute(
    tx,
  );
  return rows;
}
