import * as m from '#messages';
import { clockText, elapsedText, leftAt, type Limits } from '../budget.ts';
import { spokenAt, type TurnCommand, type TurnKind, type TurnState } from '../intervention.ts';
import type { SessionState } from '../session.ts';
import type { PointKind, TurnView } from '../view.ts';

const states: Record<TurnState, () => string> = {
  waiting: m.floor_state_waiting,
  speaking: m.floor_state_speaking,
  paused: m.floor_state_paused,
  done: m.floor_state_done,
  waived: m.floor_state_waived,
  written: m.floor_state_written,
  withdrawn: m.floor_state_withdrawn,
  absent: m.floor_state_absent,
};
const kinds: Record<TurnKind, () => string> = {
  statement: m.floor_kind_statement,
  tour: m.floor_kind_tour,
  reply: m.floor_kind_reply,
  'point-of-order': m.floor_kind_point_of_order,
};
const sessions: Record<SessionState, () => string> = {
  planned: m.floor_session_planned,
  open: m.floor_session_open,
  suspended: m.floor_session_suspended,
  closed: m.floor_session_closed,
};
const commands: Record<TurnCommand, () => string> = {
  give: m.floor_give,
  pause: m.floor_pause,
  resume: m.floor_resume,
  stop: m.floor_stop,
  waive: m.floor_waive,
  withdraw: m.floor_withdraw,
  write: m.floor_write,
  absent: m.floor_absent,
  back: m.floor_back,
};
const points: Record<PointKind, () => string> = {
  recommendation: m.kind_recommendation,
  decision: m.kind_decision,
  'action-point': m.kind_action_point,
  offer: m.kind_offer,
  request: m.kind_request,
};

export const turnStateName = (state: TurnState): string => states[state]();
export const turnKindName = (kind: TurnKind): string => kinds[kind]();
export const sessionStateName = (state: SessionState): string => sessions[state]();
export const commandName = (command: TurnCommand): string => commands[command]();
export const pointKindName = (kind: PointKind): string => points[kind]();

/** What the clock of a turn says: what is left, what is over, or how long it took where time is unlimited. */
export function clockOf(
  turn: TurnView,
  turns: readonly TurnView[],
  limits: Limits,
  now: number,
): { text: string; sentence: string; over: boolean } {
  const left = leftAt(turn, turns, limits, now);
  const spoken = elapsedText(spokenAt(turn, now));
  if (left === null) return { text: spoken, sentence: m.floor_spoken({ time: spoken }), over: false };
  const text = clockText(left);
  const over = left <= -1000;
  return {
    text,
    sentence: over ? m.floor_over_time({ time: clockText(-left) }) : m.floor_left({ time: text }),
    over,
  };
}
