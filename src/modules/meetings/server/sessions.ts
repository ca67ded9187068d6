import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import type { LanguageMap } from '../../../kernel/language-map.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { instantOf } from '../../../kernel/wall-clock.ts';
import { inAgendaOrder, type Placed } from '../tree.ts';
import type { SessionKind } from '../template.ts';
import { ledCall, newRow, type SeenCall, type Step } from './calls.ts';

export interface LockedSession extends Placed {
  meeting_id: string;
  kind: SessionKind;
  title: string;
  state: 'planned' | 'open' | 'suspended' | 'closed';
  revision: number;
  starts_at: Date | null;
  ends_at: Date | null;
}

/** What a form says of a session. */
export interface SessionFields {
  kind: SessionKind;
  title: LanguageMap;
  questions: LanguageMap;
  day: string | null;
  from: string | null;
  until: string | null;
  room: string | null;
  goal: string | null;
  rule: 'chatham-house' | null;
  seconds_each: number | null;
  seconds_party: number | null;
}

/** The sessions of a meeting with their places, without removed ones. */
export async function placesIn(tx: Tx, meeting: string): Promise<Placed[]> {
  const { rows } = await sql<Placed>`select id, parent_id as "parentId", ordinal from meeting_session
    where meeting_id = ${meeting} and removed_at is null order by ordinal`.execute(tx);
  return rows;
}

/**
 * A session with its meeting, for one who leads the meeting; the meeting is locked.
 * @throws Refusal `meetings.session.not-found` and what `ledCall` throws
 */
export async function ledSession(tx: Tx, id: string): Promise<{ session: LockedSession; call: SeenCall }> {
  const read = () =>
    sql<LockedSession>`
    select id, parent_id as "parentId", ordinal, meeting_id, kind, title ->> 'en' as title, state, revision, starts_at, ends_at
    from meeting_session where id = ${id} and removed_at is null`.execute(tx);
  const missing = () =>
    new Refusal('meetings.session.not-found', 'There is no such session, or it was taken out of the agenda.');
  const found = (await read()).rows[0];
  if (!found) throw missing();
  const call = await ledCall(tx, found.meeting_id);
  const session = (await read()).rows[0];
  if (!session) throw missing();
  return { session, call };
}

/** @throws Refusal `meetings.session.changed` */
export function checkSessionRevision(session: LockedSession, revision: number): void {
  if (session.revision !== revision)
    throw new Refusal(
      'meetings.session.changed',
      'Somebody else changed this session after you opened it. What you wrote is still here; look at the agenda again.',
    );
}

/**
 * The columns of what a form says; hours are on the clock of the meeting and on one of its days.
 * @throws Refusal `meetings.session.hours` or `meetings.goal.not-found`
 */
export async function columnsOf(tx: Tx, call: SeenCall, fields: SessionFields) {
  if (fields.goal !== null) await checkGoals(tx, [fields.goal], 'goal');
  const [starts_at, ends_at] = [
    hourOf(call, fields.day, fields.from, 'from'),
    hourOf(call, fields.day, fields.until, 'until'),
  ];
  return {
    kind: fields.kind,
    title: JSON.stringify(fields.title),
    questions: Object.keys(fields.questions).length > 0 ? JSON.stringify(fields.questions) : null,
    starts_at,
    ends_at,
    room: fields.room,
    goal_id: fields.goal,
    rule: fields.rule,
    seconds_each: fields.seconds_each,
    seconds_party: fields.seconds_party,
  };
}

function hourOf(call: SeenCall, day: string | null, time: string | null, field: string): Date | null {
  if (day === null || time === null) return null;
  if (call.start_day !== null && (day < call.start_day || day > (call.end_day ?? call.start_day)))
    throw new Refusal('meetings.session.hours', 'The meeting is not held on that day.', { field: 'day' });
  const found = instantOf(`${day}T${time}`, call.zone);
  if ('fault' in found) throw new Refusal('meetings.session.hours', found.fault, { field });
  return found.instant;
}

/** @throws Refusal `meetings.goal.not-found` */
export async function checkGoals(tx: Tx, goals: readonly string[], field: string): Promise<void> {
  const rows =
    goals.length === 0
      ? []
      : await tx
          .selectFrom('goal')
          .select('id')
          .where('id', 'in', [...goals])
          .execute();
  if (rows.length < new Set(goals).size)
    throw new Refusal('meetings.goal.not-found', 'There is no such goal.', { field });
}

/** @throws Refusal `meetings.session.not-found` when the parent is not in the agenda of the meeting */
export function checkParent(places: readonly Placed[], parent: string | null): void {
  if (parent !== null && !places.some(({ id }) => id === parent))
    throw new Refusal('meetings.session.not-found', 'The session it is to be part of is not in this agenda.', {
      field: 'parent',
    });
}

/** Adds a session as the last part of its parent, and numbers the agenda. Answers with its id. */
export async function addSession(
  tx: Tx,
  meeting: string,
  parent: string | null,
  columns: Awaited<ReturnType<typeof columnsOf>>,
  step: Step,
): Promise<string> {
  const places = await placesIn(tx, meeting);
  const row = newRow(step);
  const last = Math.max(0, ...places.map(({ ordinal }) => ordinal));
  await tx
    .insertInto('meeting_session')
    .values({ ...row, meeting_id: meeting, parent_id: parent, ordinal: last + 1, ...columns })
    .execute();
  await number(tx, inAgendaOrder([...places, { id: row.id, parentId: parent, ordinal: last + 1 }]));
  return row.id;
}

/** Numbers the sessions of an agenda from 1 in the order given. */
export async function number(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`update meeting_session s set ordinal = w.n from unnest(${[...ids]}::uuid[]) with ordinality w(id, n)
    where s.id = w.id and s.ordinal <> w.n`.execute(tx);
}
