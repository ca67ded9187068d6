import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { newId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { idsOfParties } from '../../../kernel/server/party-ids.ts';
import { isPrepared, meetingSteps, type MeetingStage } from '../stage.ts';

/** A meeting with its call, as an action works on it. */
export interface SeenCall {
  id: string;
  slug: string;
  title: string;
  stage: MeetingStage;
  revision: number;
  start_day: string | null;
  end_day: string | null;
  place: string | null;
  mode: 'in-person' | 'online' | 'hybrid' | null;
  rule: 'chatham-house' | null;
  zone: string;
  answers_due: Date | null;
  delegations_due: Date | null;
  saved_date_at: Date | null;
  called_at: Date | null;
  changes: number;
  /** Whether the asker leads it. */
  leads: boolean;
}

const columns = sql`m.id, c.slug, m.title, c.stage, c.revision, m.start_day, m.end_day, m.place, m.mode, m.rule, c.zone, c.answers_due, c.delegations_due,
  c.saved_date_at, c.called_at, c.changes, (app_is_staff() or m.id = any (app_reviewed_meetings())) as leads
  from meeting_call c join meeting m on m.id = c.meeting_id`;

const noCall = () => new Refusal('meetings.call.not-found', 'There is no such meeting, or you may not see it.');

/** The meeting as the actor sees it, not locked. @throws Refusal `meetings.call.not-found` */
export async function seenCall(tx: Tx, id: string): Promise<SeenCall> {
  const { rows } = await sql<SeenCall>`select ${columns} where c.meeting_id = ${id}`.execute(tx);
  if (!rows[0]) throw noCall();
  return rows[0];
}

/**
 * The meeting for one who leads it. Its agenda, papers and list are changed by one at a time.
 * @throws Refusal `meetings.call.not-found`, `access.denied`, or `meetings.call.state` once it is over or cancelled
 */
export async function ledCall(tx: Tx, id: string): Promise<SeenCall> {
  const call = await lockLed(tx, id);
  if (!isPrepared(call.stage))
    throw new Refusal('meetings.call.state', `This meeting is ${call.stage}; it is not prepared any more.`);
  return call;
}

/**
 * Locks a meeting that the person has seen in `revision`.
 * @throws Refusal `meetings.call.not-found`, `access.denied` or `meetings.call.changed`
 */
export async function lockCall(tx: Tx, id: string, revision: number): Promise<SeenCall> {
  const call = await lockLed(tx, id);
  if (call.revision !== revision)
    throw new Refusal(
      'meetings.call.changed',
      `Somebody else changed this meeting after you opened it; it is now in stage ${call.stage}. Nothing was overwritten; look at it again.`,
    );
  return call;
}

async function lockLed(tx: Tx, id: string): Promise<SeenCall> {
  const { rows } = await sql<SeenCall>`select ${columns} where c.meeting_id = ${id} for no key update of c`.execute(tx);
  if (rows[0]?.leads) return rows[0];
  await seenCall(tx, id);
  throw new Refusal('access.denied', 'A meeting is led by the Secretariat and by the chair of a body that meets.');
}

/** @throws Refusal `meetings.call.state` when the meeting cannot come into that stage from where it is. */
export function checkStep(call: Pick<SeenCall, 'stage'>, to: MeetingStage): void {
  if (!meetingSteps[call.stage].includes(to))
    throw new Refusal(
      'meetings.call.state',
      `This meeting is in stage ${call.stage}; it cannot become ${to} from there.`,
    );
}

/** Changes the call and counts its revision up. */
export async function moveCall(tx: Tx, call: SeenCall, change: Record<string, unknown>): Promise<number> {
  const revision = call.revision + 1;
  await tx
    .updateTable('meeting_call')
    .set({ ...change, revision })
    .where('meeting_id', '=', call.id)
    .execute();
  return revision;
}

/** Ids of the parties with these keys, in their order. @throws Refusal `meetings.party.not-found` */
export const partyIds = (tx: Tx, keys: readonly string[], field: string): Promise<string[]> =>
  idsOfParties(tx, keys, field, 'meetings.party.not-found');

/** When a row is made, and by whom. */
export interface Step {
  at: Date;
  by: string;
}

/** A new row of the meeting with what every such row has. */
export const newRow = ({ at, by }: Step): { id: string; at: Date; by: string } => ({ id: newId(at), at, by });

/** Address of the page of a meeting. */
export const pathOf = (call: Pick<SeenCall, 'slug'>): string => `/meetings/${call.slug}`;
