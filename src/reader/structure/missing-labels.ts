/** Labels that a list has lost: what the neighbours say they were. */
import { labelAt, readings } from './labels.ts';
import type { Label } from './labels.ts';
import { sameList } from './nodes.ts';
import type { Node, Open, State } from './nodes.ts';

/** A plain line, then `b.`: the first entry has lost its letter and its mark. */
export function supplyBefore(candidates: Label[], nodes: readonly Node[], i: number, state: State): void {
  const label = candidates.find((l) => l.style === 'lower' && l.value === 2);
  const before = nodes[i - 1];
  const root = state.stack.at(-1);
  if (
    !label ||
    !before ||
    !root ||
    root.label.style !== 'number' ||
    before.parent !== root.node ||
    before.label !== null
  )
    return;
  if (
    nodes[i - 2] !== root.node ||
    before.block.kind !== 'paragraph' ||
    before.block.text.length > 300 ||
    before.zone !== 'main'
  )
    return;
  supply(before, label, 1);
  before.level = root.node.level + 1;
  state.stack.push({ node: before, label: before.label as unknown as Label, count: 1, bullets: [] });
}

export function repairBullets(open: Open, like: Label): void {
  open.bullets.forEach((node, i) => supply(node, like, i + 1));
}

export function supply(node: Node, like: Label, value: number): void {
  node.printed = labelAt(like, value);
  node.label = { ...like, value, bare: node.printed.replace(/[().]/g, '') };
  node.supplied = true;
}

/** A dash among letters at the same indent, or one that the next letter counts: an entry that lost its letter. */
export function lostItsLetter(node: Node, nodes: readonly Node[], i: number, state: State): boolean {
  const open = state.stack.at(-1);
  if (!open || !['lower', 'roman'].includes(open.label.style)) return false;
  if (/:$/.test(open.node.block.text)) return false;
  const sameIndent = node.block.indent !== null && Math.abs((open.node.block.indent ?? -99) - node.block.indent) <= 1;
  let value = open.label.value + 1;
  for (let k = i + 1; k < Math.min(nodes.length, i + 12); k++) {
    const marker = nodes[k]?.block.marker ?? null;
    if (marker === null) continue;
    value++;
    const next = readings(marker);
    if (next.some((l) => l.style === 'bullet')) continue;
    if (next.some((l) => sameList(open.label, l) && l.value === value)) return true;
    if (next.some((l) => sameList(open.label, l) && l.value === open.label.value + 1)) return false;
    break;
  }
  return sameIndent;
}

/** The first paragraph has no number and the second is `2.`: the first is 1. */
export function supplyFirst(nodes: readonly Node[]): void {
  const at = nodes.findIndex((n) => n.zone === 'main' && n.level === 1 && n.label?.style === 'number');
  const second = nodes[at];
  if (!second?.label || second.label.value !== 2) return;
  const before = nodes
    .slice(0, at)
    .filter(
      (n) =>
        n.zone === 'main' && n.block.kind !== 'heading' && n.block.kind !== 'table-row' && n.block.text.length > 60,
    );
  const first = before[0];
  if (!first || first.label) return;
  supply(first, second.label, 1);
  second.follows = first.label;
  for (const n of before.slice(1)) {
    if (n.parent !== null) continue;
    n.parent = first;
    n.level = 2;
  }
}
