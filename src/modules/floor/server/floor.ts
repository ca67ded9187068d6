import { sql } from 'kysely';
import type { ActionContext, Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { SessionState } from '../session.ts';

/** The session of a command, locked: nobody else changes its floor until the command is done. */
export interface LockedFloor {
  session: string;
  state: SessionState;
  revision: number;
  /** Address of the floor of the session. */
  path: string;
  title: string;
  /** Ordering of delegations of the meeting. */
  ordering: string;
  meeting: string;
  firstDay: string | null;
  /** The Chatham House Rule holds: the history names nobody. */
  rule: boolean;
  leads: boolean;
  /** The moment of the command: that of the call, but never before the last change of this floor, whatever the clock of a server says. */
  at: Date;
}

const noSession = () =>
  new Refusal('floor.session.not-found', 'There is no such session, or it is not for you to see.');
/** Refusal for who sees a floor and may do nothing on it. */
export const notLed = () =>
  new Refusal('access.denied', 'Whoever chairs, moderates or notes the session leads its floor.');

/**
 * Carries out a command once: locks the floor of the session, answers a command that was carried out before with what it answered then, else runs it and keeps its answer.
 * @throws Refusal `floor.session.not-found`, `access.denied`
 */
export async function onceOnFloor<T>(
  { tx, actor, at }: Pick<ActionContext<unknown>, 'tx' | 'actor' | 'at'>,
  name: string,
  { command, session }: { command: string; session: string },
  run: (floor: LockedFloor) => Promise<T>,
): Promise<T> {
  const floor = await lockFloor(tx, session, at);
  const before = await tx
    .selectFrom('floor_command')
    .select(['name', 'answer'])
    .where('id', '=', command)
    .executeTakeFirst();
  if (before) {
    if (before.name !== name) throw new Refusal('floor.command.exists', 'This command was something else before.');
    return before.answer as T;
  }
  const answer = await run(floor);
  await sql`insert into floor_command (id, session_id, name, answer, at, by)
    values (${command}, ${session}, ${name}, ${JSON.stringify(answer)}, ${floor.at}, ${actor.personId})`.execute(tx);
  return answer;
}

/** @throws Refusal `floor.session.not-found`, `access.denied` */
export async function lockFloor(tx: Tx, session: string, at: Date): Promise<LockedFloor> {
  const { rows } = await sql<{ moment: number | null }>`
    select extract(epoch from nullif(moment, '-infinity')) * 1000 as moment, moment is null as none
    from floor_lock(${session}) moment`.execute(tx);
  const locked = rows[0] as unknown as { moment: string | null; none: boolean };
  if (locked.none) {
    const { rows: seen } = await sql<{ sight: string | null }>`select floor_sight(${session}) as sight`.execute(tx);
    throw seen[0]?.sight ? closedForYou() : noSession();
  }
  const { rows: sessions } = await sql<Omit<LockedFloor, 'at' | 'path'> & { slug: string }>`
    select s.id as session, s.state, s.revision, coalesce(s.title ->> 'en', '') as title, c.slug, c.ordering, c.meeting_id as meeting, m.start_day as "firstDay",
      session_under_rule(s.id) as rule, floor_sight(s.id) = 'leader' as leads
    from meeting_session s join meeting_call c on c.meeting_id = s.meeting_id join meeting m on m.id = s.meeting_id
    where s.id = ${session} and s.removed_at is null`.execute(tx);
  const row = sessions[0];
  if (!row) throw noSession();
  const { slug, ...rest } = row;
  const moment = locked.moment === null ? 0 : Math.ceil(Number(locked.moment));
  return {
    ...rest,
    path: `/meetings/${slug}/floor/${session}`,
    at: new Date(Math.max(at.getTime(), moment)),
  };
}

const closedForYou = () =>
  new Refusal('floor.session.state', 'This session is closed; the floor can no longer be asked for.');

/** @throws Refusal `access.denied` unless whoever asks leads the session. */
export function mustLead(floor: LockedFloor): void {
  if (!floor.leads) throw notLed();
}

/** @throws Refusal `floor.session.state` unless the session is in one of the states. */
export function mustBe(floor: LockedFloor, states: readonly SessionState[]): void {
  if (!states.includes(floor.state))
    throw new Refusal('floor.session.state', `This is not possible while the session is ${floor.state}.`);
}
