import { monthsBetween, silentUntil } from '../../modules/followup/index.ts';
import type { Branch, Knot } from './knot.ts';

export interface Edge {
  /** Id of the knot that points. */
  from: string;
  to: string;
  kind: string;
}

/**
 * Knots and what ties them → threads. Each is in the order of its days, with a silence wherever nothing was heard for a year or longer,
 * and after the last thing heard when it is not closed.
 * @param on the day of asking; nothing here asks the clock.
 * @param heardOn last day something was heard of a commitment, by id of its knot: also of what has no knot for this person.
 */
export function weave(
  knots: readonly Knot[],
  edges: readonly Edge[],
  on: string,
  heardOn: ReadonlyMap<string, string> = new Map(),
): Branch[] {
  const group = components(knots, edges);
  const ties = new Map<string, Knot['ties']>();
  for (const { from, to, kind } of edges) ties.set(from, [...(ties.get(from) ?? []), { to, kind }]);
  const branches = new Map<string, Knot[]>();
  for (const knot of knots) {
    const key = group(knot.id);
    const tied = { ...knot, ties: ties.get(knot.id) ?? [] };
    const list = branches.get(key);
    if (list) list.push(tied);
    else branches.set(key, [tied]);
  }
  return [...branches.values()]
    .map((own) => branchOf(own.toSorted(byDay), on, heardOn))
    .toSorted((a, b) => compare(a.knots[0]!.from, b.knots[0]!.from) || (a.title < b.title ? -1 : 1));
}

function branchOf(knots: Knot[], on: string, heardOn: ReadonlyMap<string, string>): Branch {
  const commitments = knots.filter(({ kind }) => kind === 'commitment');
  const closed = commitments.length > 0 && commitments.every(({ state }) => state !== 'open');
  const heard = knots.filter((knot) => knot.heard && knot.from !== null && knot.from <= on);
  const days = [
    ...heard.map(({ until, from }) => until ?? from!),
    ...commitments.flatMap(({ id }) => heardOn.get(id) ?? []).filter((day) => day <= on),
  ];
  const lastHeard = days.reduce<string | null>(later, null);
  return {
    title: commitments[0]?.title ?? knots.find(({ sentence }) => sentence !== null)?.sentence ?? knots[0]?.title ?? '',
    knots: withSilences(knots, heard, lastHeard, closed, on),
    lastHeard,
    closed,
    silent: !closed && lastHeard !== null && lastHeard <= silentUntil(on),
  };
}

function withSilences(knots: Knot[], heard: Knot[], last: string | null, closed: boolean, on: string): Knot[] {
  const pauses: Knot[] = [];
  for (const [i, knot] of heard.entries()) {
    const next = heard[i + 1];
    const since = knot.until ?? knot.from!;
    if (next?.from && since <= silentUntil(next.from)) pauses.push(silence(since, next.from));
  }
  const after =
    last !== null && !closed && monthsBetween(last, on) >= 1 ? [{ ...silence(last, on), id: 'silence:now' }] : [];
  return [...knots, ...pauses, ...after].toSorted(byDay);
}

const silence = (since: string, until: string): Knot => ({
  id: `silence:${since}`,
  kind: 'silence',
  from: since,
  until,
  state: null,
  what: null,
  who: [],
  hidden: false,
  title: '',
  sentence: null,
  language: 'en',
  paragraph: null,
  link: null,
  place: null,
  heard: false,
  audience: null,
  due: null,
  evidence: [],
  ties: [],
  months: monthsBetween(since, until),
});

/** On one day: what was said comes before what was made of it, a silence after everything of its first day. What has no day comes last. */
const order = [
  'outcome',
  'commitment',
  'taken-on',
  'declined',
  'activity',
  'progress',
  'claimed',
  'confirmed',
  'completed',
  'superseded',
  'withdrawn',
  'silence',
];
const byDay = (a: Knot, b: Knot): number =>
  compare(placeOf(a), placeOf(b)) || order.indexOf(a.kind) - order.indexOf(b.kind) || (a.id < b.id ? -1 : 1);
/** The silence that lasts until now stands after everything there has been, and before what is planned. */
const placeOf = ({ id, from, until }: Knot): string | null => (id === 'silence:now' ? until : from);
function compare(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}
const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);

/** Which knots hang together: a representative for each. */
function components(knots: readonly Knot[], edges: readonly Edge[]): (id: string) => string {
  const parent = new Map(knots.map(({ id }) => [id, id]));
  const root = (id: string): string => {
    let at = id;
    while (parent.get(at) !== at) {
      parent.set(at, parent.get(parent.get(at)!)!);
      at = parent.get(at)!;
    }
    return at;
  };
  for (const { from, to } of edges) if (parent.has(from) && parent.has(to)) parent.set(root(from), root(to));
  return root;
}
