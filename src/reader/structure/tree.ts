/**
 * Labels → levels: which paragraph belongs to which. Works on labels alone where it can, on indent and colons where it must.
 * Missing labels inside a lettered list are supplied by position and said to be supplied.
 */
import type { SourceBlock } from '../sources/source-document.ts';
import { placeBullet } from './bullets.ts';
import { readings } from './labels.ts';
import type { Label } from './labels.ts';
import { repairBullets, supplyBefore, supplyFirst } from './missing-labels.ts';
import { attach, plain, sameList } from './nodes.ts';
import type { Node, Open, State } from './nodes.ts';
import type { Zone } from './zones.ts';

/** Nodes in the order of the blocks. `main` blocks are numbered together; annexes hang below their heading. */
export function treeOf(blocks: readonly SourceBlock[], zones: readonly Zone[]): Node[] {
  const nodes = blocks.map((block, i) => plain(block, zones[i] ?? 'main'));
  const runs = runningNumbers(nodes);
  const state: State = { stack: [], apart: false, heading: null, under: null, annex: null, lastNumber: null };
  nodes.forEach((node, i) => place(node, nodes, i, state, runs));
  supplyFirst(nodes);
  return nodes;
}

interface Running {
  /** Arabic numbers run on across headings labelled `I.` or `A.`: those are headings, not the numbering. */
  outline: boolean;
  /** The numbers of paragraphs run on across headings that have numbers of their own. */
  titles: boolean;
}

/** Whether the numbers of the paragraphs take no notice of the labels of the headings between them. */
function runningNumbers(nodes: readonly Node[]): Running {
  let last = 0;
  let restarts = 0;
  let lettered = 0;
  let numbered = 0;
  let since: 'none' | 'letter' | 'number' = 'none';
  for (const node of nodes) {
    if (node.zone !== 'main' || node.block.marker === null) continue;
    const label = readings(node.block.marker)[0];
    if (!label) continue;
    if (label.style === 'upper' || label.style === 'Roman') since = 'letter';
    else if (label.style === 'number' && node.block.kind === 'heading' && label.value !== last + 1) since = 'number';
    else if (label.style === 'number') {
      if (since === 'letter' && label.value === last + 1 && last > 0) lettered++;
      if (since === 'number' && label.value === last + 1 && last > 0) numbered++;
      if (since !== 'none' && label.value === 1 && last > 1) restarts++;
      last = label.value;
      since = 'none';
    }
  }
  return { outline: lettered > restarts, titles: numbered > restarts };
}

function place(node: Node, nodes: readonly Node[], i: number, state: State, runs: Running): void {
  if (node.zone === 'annex' || node.zone === 'participants') return placeInAnnex(node, state);
  if (node.zone === 'front' && node.block.kind === 'heading') state.heading = node.block.level ?? null;
  if (node.zone === 'front' || node.zone === 'contents' || node.zone === 'notes') return;
  state.annex = null;
  const found = node.block.marker === null ? [] : readings(node.block.marker);
  const title = runs.titles && node.block.kind === 'heading' && found[0]?.style === 'number';
  const usable = title ? [] : runs.outline ? found.filter((l) => l.style !== 'upper' && l.style !== 'Roman') : found;
  if (usable.length === 0) return placeUnlabelled(node, state, found.length > 0);
  const candidates = usable.filter((l) => plausible(l, node, nodes, i, state));
  if (candidates.length === 0) return placeUnlabelled(node, state, false);
  if (candidates[0]?.style === 'bullet' || candidates[0]?.style === 'group')
    return placeBullet(node, candidates[0], nodes, i, state);
  placeLabelled(node, candidates, state, nodes, i);
}

/** A lone capital with a dot at the start of prose is an initial, not a label. */
function plausible(label: Label, node: Node, nodes: readonly Node[], i: number, state: State): boolean {
  if (label.style !== 'upper' && label.style !== 'Roman') return true;
  if (state.stack.some((o) => o.label.style === label.style && label.value === o.label.value + 1)) return true;
  if (label.value !== 1) return false;
  const ahead = nodes
    .slice(i + 1, i + 400)
    .some(
      (n) =>
        n.block.marker !== null &&
        readings(n.block.marker).some((l) => l.style === label.style && l.shape === label.shape && l.value === 2),
    );
  return ahead || node.block.kind === 'heading';
}

function placeInAnnex(node: Node, state: State): void {
  const heads = node.block.kind === 'heading' || state.annex === null || state.annex.zone !== node.zone;
  if (heads) {
    state.annex = node;
    state.stack = [];
    return;
  }
  node.parent = state.annex;
  node.level = 2;
  const label = node.block.marker === null ? undefined : readings(node.block.marker)[0];
  if (label && label.value > 0) node.printed = node.block.marker;
}

function placeUnlabelled(node: Node, state: State, isHeading: boolean): void {
  if (node.block.kind === 'heading' || isHeading) {
    state.stack = state.stack.filter((o) => o.label.style === 'number' && o.node.parent === null).slice(0, 1);
    const level = node.block.kind === 'heading' ? node.block.level : null;
    state.apart = isDone(state.stack[0]?.node) || (level !== null && state.under !== null && level <= state.under);
    state.heading = level ?? state.heading;
    if (isHeading && node.block.marker) node.block = { ...node.block, kind: 'heading' };
    return;
  }
  const root = state.stack[0];
  if (root && root.label.value > 0) {
    if (node.block.marker === null) state.stack = state.stack.slice(0, 1);
    if (state.apart) return;
    node.parent = root.node;
    node.level = 2;
  } else state.stack = [];
}

/** A numbered sentence that a heading follows has been said; a numbered title, or one with a colon, goes on below it. */
const isDone = (node: Node | undefined): boolean =>
  node !== undefined && node.block.kind !== 'heading' && /[.!?;؟۔؛]["”’»)]*$/.test(node.block.text);

function placeLabelled(node: Node, candidates: Label[], state: State, nodes: readonly Node[], i: number): void {
  supplyBefore(candidates, nodes, i, state);
  const hit = continued(candidates, state) ?? afterBullets(candidates, state);
  if (hit) {
    state.stack = state.stack.slice(0, hit.depth + 1);
    const open = state.stack[hit.depth] as Open;
    attach(node, hit.label, open.node.parent, Math.max(hit.depth, open.node.level - 1));
    node.follows = open.label;
    if (hit.repair) repairBullets(open, hit.label);
    state.stack[hit.depth] = { node, label: hit.label, count: open.count + 1, bullets: [] };
  } else start(node, candidates, state, nodes, i);
  if (node.label?.style === 'number' && node.level === 1) {
    if (node.block.kind !== 'heading') state.under = state.heading;
    state.lastNumber = node.label;
    state.apart = false;
  }
}

interface Hit {
  depth: number;
  label: Label;
  repair?: true;
}

/** The deepest open list that this label goes on with; exact successors first, then jumps forward. */
function continued(candidates: Label[], state: State): Hit | null {
  for (const far of [false, true])
    for (let depth = state.stack.length - 1; depth >= 0; depth--) {
      const open = state.stack[depth] as Open;
      for (const label of candidates) {
        if (!sameList(open.label, label)) continue;
        const step = label.value - open.label.value;
        if (step === 1 || (far && (step === 0 || (step > 1 && step <= (depth === 0 ? 30 : 4)))))
          return { depth, label };
      }
    }
  return null;
}

/** `-`, then `b.`: the first entries of a lettered list have lost their letters. */
function afterBullets(candidates: Label[], state: State): Hit | null {
  const depth = state.stack.length - 1;
  const open = state.stack[depth];
  if (!open || open.label.style !== 'bullet') return null;
  const label = candidates.find((l) => l.style !== 'number' && l.value === open.bullets.length + 1);
  return label ? { depth, label, repair: true } : null;
}

/** "We, the Ministers, recalling …, hereby:" opens the numbered paragraphs of a declaration themselves. */
const RECITAL =
  /(?:^|[,;:]\s)(?:Recall|Recogni[sz]|Not(?:ing|es)|Acknowledg|Reaffirm|Consider|Having|Mindful|Aware|Convinced|Bearing|Welcoming|Emphasi[sz]|Underlin|Guided|Determined|Affirm)\p{L}*\s/iu;

/** A short list that an unlabelled sentence introduces ("The authorities agreed to:") is not the numbering of the report. */
function leadOfList(label: Label, nodes: readonly Node[], i: number): Node | null {
  const lead = nodes[i - 1];
  if (
    !lead ||
    !['number', 'lower', 'roman'].includes(label.style) ||
    label.value !== 1 ||
    lead.zone !== 'main' ||
    lead.label !== null ||
    lead.block.kind === 'heading'
  )
    return null;
  if (!/[\p{Ll}].*:$/u.test(lead.block.text) || lead.block.text.split(' ').length < (label.style === 'number' ? 4 : 2))
    return null;
  if (RECITAL.test(lead.block.text)) return null;
  let run = 0;
  for (const n of nodes.slice(i, i + 14)) {
    const next = n.block.marker === null ? undefined : readings(n.block.marker).find((l) => sameList(l, label));
    if (next?.value !== run + 1) break;
    if (n.block.text.length > 260) return null;
    run++;
  }
  return run <= 9 ? lead : null;
}

function start(node: Node, candidates: Label[], state: State, nodes: readonly Node[], i: number): void {
  const label = candidates.find((l) => l.value === 1) ?? (candidates[0] as Label);
  let depth = state.stack.length;
  if (label.style === 'number' && state.stack.length > 0 && !opensOperative(label, nodes[i - 1], state))
    depth = restartDepth(node, label, state, nodes, i);
  if (label.style === 'decimal') depth = decimalDepth(label, state);
  state.stack = state.stack.slice(0, depth);
  const lead = state.stack.length === 0 ? leadOfList(label, nodes, i) : null;
  const outline = label.style === 'decimal' ? label.depth - 1 : 0;
  attach(node, label, state.stack.at(-1)?.node ?? lead, Math.max(depth + (lead ? 1 : 0), outline));
  if (depth === 0) node.follows = label.style === 'number' && label.value !== 1 ? state.lastNumber : null;
  state.stack.push({ node, label, count: 1, bullets: [] });
}

/** "7. The Meeting, / Recalling its mandate, / 1. Decides …": the clauses of a resolution inside of paragraph 7. */
const opensOperative = (label: Label, before: Node | undefined, state: State): boolean =>
  label.value === 1 &&
  before?.label === null &&
  before.parent === state.stack[0]?.node &&
  /,$/.test(before.block.text) &&
  /,$/.test(state.stack[0]?.node.block.text ?? '');

/** `1.` after `5.`: a list inside paragraph 5 when that ends with a colon, else the numbering starts again. */
function restartDepth(_node: Node, label: Label, state: State, nodes: readonly Node[], i: number): number {
  const root = state.stack[0] as Open;
  const top = state.stack.at(-1) as Open;
  if (label.value === 1 && /:$/.test(top.node.block.text)) return state.stack.length;
  if (top === root && !isDone(root.node) && leadOfList(label, nodes, i)?.parent === root.node) return 1;
  if (sameList(root.label, label)) return 0;
  return root.label.style === 'number' || root.label.style === 'upper' || root.label.style === 'Roman'
    ? Math.min(1, state.stack.length)
    : 0;
}

function decimalDepth(label: Label, state: State): number {
  const above = label.bare.slice(0, label.bare.lastIndexOf('.'));
  const at = state.stack.findIndex((o) => o.label.bare === above);
  return at >= 0
    ? at + 1
    : Math.max(
        0,
        state.stack.findIndex((o) => o.label.style === 'decimal' && o.label.depth === label.depth),
      );
}
