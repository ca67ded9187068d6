/** Where a bullet belongs: beside the one before, below it, or at the head of a group. */
import { readings } from './labels.ts';
import type { Label } from './labels.ts';
import { lostItsLetter, supply } from './missing-labels.ts';
import { attach } from './nodes.ts';
import type { Node, Open, State } from './nodes.ts';

export function placeBullet(node: Node, label: Label, nodes: readonly Node[], i: number, state: State): void {
  if (label.style === 'group' && opensGroup(node, nodes, i)) {
    state.stack = state.stack.filter((o) => o.label.value > 0).slice(0, 1);
    node.isGroup = true;
  } else if (lostItsLetter(node, nodes, i, state)) {
    const open = state.stack.at(-1) as Open;
    attach(node, label, open.node.parent, state.stack.length - 1);
    supply(node, open.label, open.label.value + 1);
    open.label = node.label as Label;
    open.count++;
    open.node = node;
    return;
  }
  const at = bulletDepth(node, label, state);
  const open = state.stack[at];
  state.stack = state.stack.slice(0, at + 1);
  const parent = open ? open.node.parent : (state.stack.at(-1)?.node ?? null);
  if (state.apart) attach(node, label, parent === state.stack[0]?.node ? null : parent, Math.max(0, at - 1));
  else attach(node, label, parent, at);
  if (open) {
    state.stack[at] = { node, label, count: open.count + 1, bullets: [...open.bullets.slice(-40), node] };
  } else state.stack.push({ node, label, count: 1, bullets: [node] });
}

/** `➤ Asylum` over dashes is a heading of a group; `➢` entry after `➢` entry is a list. */
function opensGroup(node: Node, nodes: readonly Node[], i: number): boolean {
  const next = nodes[i + 1];
  const label = next?.block.marker ? readings(next.block.marker)[0] : undefined;
  const same = next?.block.marker === node.block.marker;
  return (
    !same &&
    (label?.style === 'bullet' ||
      (node.block.text.length < 60 &&
        next !== undefined &&
        next.block.marker === null &&
        nodes[i - 1]?.block.marker !== node.block.marker))
  );
}

function bulletDepth(node: Node, label: Label, state: State): number {
  for (let depth = state.stack.length - 1; depth >= 0; depth--) {
    const open = state.stack[depth] as Open;
    if (open.label.style !== label.style || open.label.shape !== label.shape) continue;
    const own = node.block.indent ?? 0;
    const theirs = open.node.block.indent ?? 0;
    const colon = /:$/.test(open.node.block.text);
    const deeper =
      (node.block.level ?? 0) > (open.node.block.level ?? 0) || own - theirs >= 2 || (own > theirs && colon);
    if (deeper) return depth + 1;
    if (own < theirs && depth > 0 && state.stack[depth - 1]?.label.style === 'bullet') continue;
    return depth;
  }
  return state.stack.length;
}
