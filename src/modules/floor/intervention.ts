/** What can become of one turn on the speakers’ list. */
export const turnStates = [
  'waiting',
  'speaking',
  'paused',
  'done',
  'waived',
  'written',
  'withdrawn',
  'absent',
] as const;
export type TurnState = (typeof turnStates)[number];
export const turnKinds = ['statement', 'tour', 'reply', 'point-of-order'] as const;
export type TurnKind = (typeof turnKinds)[number];

/** `back` puts one that was waived, withdrawn, absent or in writing on the list again, and takes back that one was ended. */
export const turnCommands = [
  'give',
  'pause',
  'resume',
  'stop',
  'waive',
  'withdraw',
  'write',
  'absent',
  'back',
] as const;
export type TurnCommand = (typeof turnCommands)[number];

/** The part of an intervention that has a life. Moments are milliseconds since 1970. */
export interface Turn {
  state: TurnState;
  kind: TurnKind;
  /** When the floor was first given. */
  given: number | null;
  /** Since when the clock runs; null unless speaking. */
  since: number | null;
  /** Milliseconds spoken before `since`. */
  spoken: number;
  /** When it came to an end, spoken or not. */
  ended: number | null;
}

/** From which states a command leads where. What is not here is not possible. */
export const turnSteps: Readonly<Record<TurnCommand, Readonly<Partial<Record<TurnState, TurnState>>>>> = {
  give: { waiting: 'speaking' },
  pause: { speaking: 'paused' },
  resume: { paused: 'speaking' },
  stop: { speaking: 'done', paused: 'done' },
  waive: { waiting: 'waived' },
  withdraw: { waiting: 'withdrawn' },
  write: { waiting: 'written' },
  absent: { waiting: 'absent' },
  back: { waived: 'waiting', withdrawn: 'waiting', absent: 'waiting', written: 'waiting', done: 'paused' },
};

/** Milliseconds spoken until `now`. A clock that went back takes nothing away. */
export const spokenAt = (turn: Pick<Turn, 'since' | 'spoken'>, now: number): number =>
  turn.spoken + (turn.since === null ? 0 : Math.max(0, now - turn.since));

/** The turn after a command at a moment; null when the command does not fit the state. */
export function stepTurn<T extends Turn>(turn: T, command: TurnCommand, at: number): T | null {
  const state = turnSteps[command][turn.state];
  if (state === undefined) return null;
  const over = state !== 'waiting' && state !== 'speaking' && state !== 'paused';
  return {
    ...turn,
    state,
    given: state === 'speaking' ? (turn.given ?? at) : turn.given,
    since: state === 'speaking' ? at : null,
    spoken: spokenAt(turn, at),
    ended: over ? at : null,
  };
}

/** The commands that fit the state of a turn, in the order of a row of buttons. */
export const possible = (turn: Pick<Turn, 'state'>): TurnCommand[] =>
  turnCommands.filter((command) => turnSteps[command][turn.state] !== undefined);

/**
 * A list after a command to one of its turns. Who is given the floor takes it from who has it: a point of order interrupts (the other is paused), everything else ends it.
 * @returns the turns that changed, the interrupted one first; null when the command does not fit.
 */
export function stepList<T extends Turn & { id: string }>(
  turns: readonly T[],
  id: string,
  command: TurnCommand,
  at: number,
): T[] | null {
  const turn = turns.find((one) => one.id === id);
  const after = turn && stepTurn(turn, command, at);
  if (!after) return null;
  if (after.state !== 'speaking') return [after];
  const before = turns.filter((one) => one.state === 'speaking' && one.id !== id);
  return [...before.map((one) => stepTurn(one, turn.kind === 'point-of-order' ? 'pause' : 'stop', at)!), after];
}
