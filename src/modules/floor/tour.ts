import type { TurnState } from './intervention.ts';

/** A party that may be in the tour de table. */
export interface TourParty {
  id: string;
  kind: 'state' | 'organisation';
  /** Its short name in the language of the ordering. */
  name: string;
  /** It chairs or co-chairs a body that meets; co-chairs after chairs. */
  chairs: 'chair' | 'co-chair' | null;
}

/** Named orderings of delegations and the language each collates by. */
export const orderings = {
  'short-name-en': 'en',
  'short-name-ru': 'ru',
  'short-name-tr': 'tr',
  'short-name-ar': 'ar',
} as const;
export type Ordering = keyof typeof orderings;

const rank = { chair: 0, 'co-chair': 1 } as const;

/** Parties in the order they speak: the chair and co-chairs first where that is wished, then states, then organisations, by name as the language collates. */
export function tourOrder(parties: readonly TourParty[], ordering: Ordering, chairFirst: boolean): TourParty[] {
  const collator = new Intl.Collator(orderings[ordering], { sensitivity: 'base', numeric: true });
  const group = (party: TourParty) =>
    chairFirst && party.chairs !== null ? rank[party.chairs] : party.kind === 'state' ? 2 : 3;
  return parties.toSorted((a, b) => group(a) - group(b) || collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

/** A turn of the tour that is there already. */
export interface TourTurn {
  id: string;
  party: string;
  state: TurnState;
}

/** What generating the tour changes: turns to make in order, places of those that wait, turns to take off the list. */
export interface TourPlan {
  /** Parties in order; `turn` is the one it has already. */
  places: { party: string; turn: string | null }[];
  /** Turns that wait for parties that are no longer in it. */
  withdraw: string[];
}

/**
 * The tour de table generated again: whoever spoke, waived, handed in or was absent keeps what is there; those that wait are put in order; those that came are added;
 * those that left are taken off.
 */
export function planTour(order: readonly TourParty[], present: readonly TourTurn[]): TourPlan {
  const of = new Map(present.map((turn) => [turn.party, turn]));
  const wanted = new Set(order.map((party) => party.id));
  return {
    places: order.flatMap(({ id }) => {
      const turn = of.get(id);
      return turn && turn.state !== 'waiting' && turn.state !== 'withdrawn'
        ? []
        : [{ party: id, turn: turn?.id ?? null }];
    }),
    withdraw: present.filter((turn) => turn.state === 'waiting' && !wanted.has(turn.party)).map((turn) => turn.id),
  };
}
