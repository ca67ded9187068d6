/**
 * The trace: from any id the whole thread, both ways. From a result back to the sentence that asked for it, and from a sentence to what became of it, “nothing
 * heard since 9 October 2019” included.
 *
 * An id may be that of a paragraph, an outcome, a commitment, an activity, a progress report, a report or a meeting. The walk goes over accepted ties between
 * outcomes, the outcomes of commitments, what superseded what, and the activities that serve a commitment. Everything is read as the person who asks: what they
 * may not see is not there, is not counted, and leaves no gap other than a silence they would see anyway.
 */
import type { Tx } from '../kernel/action.ts';
import { activityKnots, commitmentKnots, heardDays, outcomeKnots, progressKnots, stepKnots } from './trace/knots.ts';
import { edgesOf } from './trace/edges.ts';
import type { Trace } from './trace/knot.ts';
import { walk, whatIs, type Node } from './trace/walk.ts';
import { weave } from './trace/weave.ts';

export type { Branch, Knot, KnotKind, Trace, TracedKind, Who } from './trace/knot.ts';
export { mostKnots } from './trace/walk.ts';

/**
 * The thread of whatever has this id.
 * @param on the day silences are counted to, `2026-11-27`.
 * @returns null when there is nothing with this id that the actor may see.
 */
export async function trace(tx: Tx, id: string, on: string, language = 'en'): Promise<Trace | null> {
  const of = await whatIs(tx, id);
  if (!of) return null;
  const { nodes, bounded } = await walk(tx, of);
  const ids = (kind: Node['kind']) => nodes.filter((node) => node.kind === kind).map((node) => node.id);
  const commitments = ids('commitment');
  const knots = [
    ...(await outcomeKnots(tx, ids('outcome'), id, language)),
    ...(await commitmentKnots(tx, commitments, language)),
    ...(await activityKnots(tx, ids('activity'), language)),
  ];
  const edges = await edgesOf(tx, nodes);
  const said = await progressKnots(tx, commitments, language);
  const steps = await stepKnots(tx, commitments, language);
  const all = [...knots, ...said.knots, ...steps.knots];
  return {
    of,
    on,
    bounded,
    branches: weave(all, [...edges, ...said.edges, ...steps.edges], on, await heardDays(tx, commitments)),
  };
}
