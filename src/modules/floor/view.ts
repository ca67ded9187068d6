import type { TurnKind, TurnState } from './intervention.ts';
import type { SessionState } from './session.ts';

export const pointKinds = ['recommendation', 'decision', 'action-point', 'offer', 'request'] as const;
export type PointKind = (typeof pointKinds)[number];

/** One turn as it is shown. Moments are milliseconds since 1970 by the clock of the server. */
export interface TurnView {
  id: string;
  revision: number;
  kind: TurnKind;
  state: TurnState;
  /** Id of the party; null for a speaker from outside. */
  party: string | null;
  /** Name of the party in the language of the page, else the speaker. */
  who: string;
  speaker: string | null;
  order: number;
  given: number | null;
  since: number | null;
  spoken: number;
  ended: number | null;
}

export interface PointView {
  id: string;
  revision: number;
  /** The session that brings it out: this one, or one that is part of it. */
  session: string;
  kind: PointKind;
  text: string;
  who: string | null;
  order: number;
  reported: boolean;
}

/** The floor of a session as somebody sees it. */
export interface FloorView {
  /** What the viewer sees: leader, heard (the room), own (their own party alone), screen. */
  sight: 'leader' | 'heard' | 'own' | 'screen';
  version: number;
  /** Of the session. */
  revision: number;
  state: SessionState;
  /** The Chatham House Rule holds. */
  rule: boolean;
  /** It held and the session is over: who spoke is not shown. */
  hidden: boolean;
  secondsEach: number | null;
  secondsParty: number | null;
  turns: TurnView[];
  points: PointView[];
}

/** What turns one view into the next. */
export interface FloorChange {
  from: number;
  to: number;
  head?: Pick<FloorView, 'revision' | 'state' | 'rule' | 'hidden' | 'secondsEach' | 'secondsParty'>;
  turns?: TurnView[];
  gone?: string[];
  points?: PointView[];
}

const headOf = ({ revision, state, rule, hidden, secondsEach, secondsParty }: FloorView) => ({
  revision,
  state,
  rule,
  hidden,
  secondsEach,
  secondsParty,
});
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Turns in the order of the list. */
export const inOrder = (turns: readonly TurnView[]): TurnView[] =>
  turns.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));

/** The smallest message that turns `before` into `after`: turns that changed, not the list. */
export function changeOf(before: FloorView, after: FloorView): FloorChange {
  const known = new Map(before.turns.map((turn) => [turn.id, turn]));
  const there = new Set(after.turns.map((turn) => turn.id));
  const turns = after.turns.filter((turn) => !same(known.get(turn.id), turn));
  const gone = before.turns.filter((turn) => !there.has(turn.id)).map((turn) => turn.id);
  return {
    from: before.version,
    to: after.version,
    ...(same(headOf(before), headOf(after)) ? {} : { head: headOf(after) }),
    ...(turns.length > 0 ? { turns } : {}),
    ...(gone.length > 0 ? { gone } : {}),
    ...(same(before.points, after.points) ? {} : { points: after.points }),
  };
}

/** The view after a change; null when the change does not begin where the view is, and the whole has to be asked for. */
export function changed(view: FloorView, change: FloorChange): FloorView | null {
  if (change.from !== view.version) return null;
  const away = new Set([...(change.gone ?? []), ...(change.turns ?? []).map((turn) => turn.id)]);
  return {
    ...view,
    ...change.head,
    version: change.to,
    turns: inOrder([...view.turns.filter((turn) => !away.has(turn.id)), ...(change.turns ?? [])]),
    points: change.points ?? view.points,
  };
}

/** Who has the floor, and who is interrupted (paused); null where nobody. */
export const speakerOf = (view: FloorView): TurnView | null =>
  view.turns.find((turn) => turn.state === 'speaking') ?? view.turns.find((turn) => turn.state === 'paused') ?? null;
export const waitingIn = (view: FloorView): TurnView[] => view.turns.filter((turn) => turn.state === 'waiting');
/** Place of a turn among those that wait, from 1; 0 when it does not wait. */
export const positionOf = (view: FloorView, id: string): number =>
  waitingIn(view).findIndex((turn) => turn.id === id) + 1;

/** What a screen in the room shows: the list, without names that the rule protects, and nothing that is still being written. */
export const onScreen = (view: FloorView): FloorView => ({
  ...view,
  sight: 'screen',
  turns: view.hidden ? [] : view.turns,
  points: [],
});
