import type { ActionContext, Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { stepList, type Turn, type TurnCommand } from '../intervention.ts';
import { turnAllowed } from '../session.ts';
import { mustBe, mustLead, onceOnFloor, type LockedFloor } from './floor.ts';

export interface TurnRow extends Turn {
  id: string;
  party: string | null;
  speaker: string | null;
  order: number;
  revision: number;
}

const noTurn = () =>
  new Refusal('floor.turn.not-found', 'There is no such turn on the list, or it is not for you to see.');
const ms = (moment: Date | null): number | null => moment?.getTime() ?? null;
const day = (moment: number | null): Date | null => (moment === null ? null : new Date(moment));

/** The session of a turn as the asker sees it. @throws Refusal `floor.turn.not-found` */
export async function sessionOfTurn(tx: Tx, turn: string): Promise<string> {
  const row = await tx.selectFrom('intervention').select('session_id').where('id', '=', turn).executeTakeFirst();
  if (!row) throw noTurn();
  return row.session_id;
}

/** The turns of a session that the asker sees, in the order of the list. */
export async function turnsOf(tx: Tx, session: string): Promise<TurnRow[]> {
  const rows = await tx
    .selectFrom('intervention')
    .select([
      'id',
      'party_id',
      'speaker',
      'kind',
      'state',
      'ordinal',
      'given_at',
      'running_since',
      'spoken_ms',
      'ended_at',
      'revision',
    ])
    .where('session_id', '=', session)
    .orderBy('ordinal')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    party: row.party_id,
    speaker: row.speaker,
    kind: row.kind as Turn['kind'],
    state: row.state as Turn['state'],
    order: row.ordinal,
    given: ms(row.given_at),
    since: ms(row.running_since),
    spoken: Number(row.spoken_ms),
    ended: ms(row.ended_at),
    revision: row.revision,
  }));
}

/** @throws Refusal `floor.turn.not-found`, `floor.turn.changed` */
export function seenTurn(turns: readonly TurnRow[], id: string, revision: number): TurnRow {
  const turn = turns.find((one) => one.id === id);
  if (!turn) throw noTurn();
  if (turn.revision !== revision)
    throw new Refusal('floor.turn.changed', `This turn has been changed since you saw it; it is now ${turn.state}.`);
  return turn;
}

/** Keeps what a command made of a turn. */
export async function saveTurn(tx: Tx, turn: TurnRow, more: { text?: string } = {}): Promise<void> {
  await tx
    .updateTable('intervention')
    .set({
      state: turn.state,
      given_at: day(turn.given),
      running_since: day(turn.since),
      spoken_ms: turn.spoken,
      ended_at: day(turn.ended),
      revision: turn.revision + 1,
      ...more,
    })
    .where('id', '=', turn.id)
    .execute();
}

/** What a command to a turn answers: the turn as it is now. */
export interface TurnAnswer {
  turn: string;
  state: string;
  revision: number;
}

type Step = { command: string; turn: string; revision: number };
const own: readonly TurnCommand[] = ['waive', 'withdraw', 'write', 'back'];

/**
 * Carries out one command to one turn, once: in the state of the session it needs, on the turn as it was seen.
 * @param check what else has to hold.
 * @throws Refusal `floor.turn.not-found`, `floor.turn.changed`, `floor.turn.state`, `floor.session.state`, `access.denied`
 */
export async function stepOnce<Input extends Step>(
  context: ActionContext<Input>,
  name: string,
  command: TurnCommand,
  { check, more = {} }: { check?: (floor: LockedFloor, turns: TurnRow[]) => void; more?: { text?: string } } = {},
): Promise<TurnAnswer> {
  const { tx, input, log } = context;
  const session = await sessionOfTurn(tx, input.turn);
  return onceOnFloor(context, name, { command: input.command, session }, async (floor) => {
    if (!own.includes(command)) mustLead(floor);
    mustBe(floor, turnAllowed[command]);
    const turns = await turnsOf(tx, session);
    const turn = seenTurn(turns, input.turn, input.revision);
    if (!floor.leads) mayStep(context, turn, command);
    check?.(floor, turns);
    const after = stepList(turns, input.turn, command, floor.at.getTime());
    if (!after) throw new Refusal('floor.turn.state', `This is not possible with a turn that is ${turn.state}.`);
    for (const one of after) await saveTurn(tx, one, one.id === input.turn ? more : {});
    const done = after.at(-1)!;
    log(`${sentences[command]}, ${floor.title}.`, floor.path);
    return { turn: done.id, state: done.state, revision: done.revision + 1 };
  });
}

/** A party moves its own turn, and takes back what it did itself, not what the chair decided. */
function mayStep({ actor }: ActionContext<Step>, turn: TurnRow, command: TurnCommand): void {
  const theirs = turn.party !== null && actor.parties.includes(turn.party);
  if (!theirs || (command === 'back' && (turn.state === 'absent' || turn.state === 'done')))
    throw new Refusal('access.denied', 'This is for whoever leads the session.');
}

/** @throws Refusal `floor.turn.changed` when somebody else has the floor than who sends the command saw. */
export function sawSpeaker(turns: readonly TurnRow[], current: string | null): void {
  const speaking = turns.find((turn) => turn.state === 'speaking')?.id ?? null;
  if (speaking !== current)
    throw new Refusal('floor.turn.changed', 'Somebody else gave the floor in the meantime. Look who has it now.');
}

// The history says what was done, not who spoke: that is in the list, under its own rules.
const sentences: Record<TurnCommand, string> = {
  give: 'Gave the floor',
  pause: 'Interrupted who had the floor',
  resume: 'Gave the floor back',
  stop: 'Ended an intervention',
  waive: 'Waived a turn',
  withdraw: 'Took a turn off the list',
  write: 'Took a statement in writing',
  absent: 'Noted that a speaker was not there',
  back: 'Put a turn back',
};
