/** What the tree of paragraphs is made of while it grows. */
import type { SourceBlock } from '../sources/source-document.ts';
import type { Label } from './labels.ts';
import type { Zone } from './zones.ts';

export interface Node {
  block: SourceBlock;
  zone: Zone;
  label: Label | null;
  /** The label as printed, or as supplied. `null` for bullets and unlabelled text. */
  printed: string | null;
  supplied: boolean;
  level: number;
  parent: Node | null;
  /** Numbers that jump, repeat or go back: the label it follows. */
  follows: Label | null;
  /** A marker that opens a group of bullets: `➤ Asylum`. */
  isGroup: boolean;
}

export interface Open {
  node: Node;
  label: Label;
  /** Entries so far at this level. */
  count: number;
  bullets: Node[];
}

export interface State {
  stack: Open[];
  /** Under a heading without number: text and bullets do not belong to the numbered paragraph before it. */
  apart: boolean;
  /** Level of the last heading, and of the one that the last numbered paragraph stands under. */
  heading: number | null;
  under: number | null;
  annex: Node | null;
  lastNumber: Label | null;
}

export function plain(block: SourceBlock, zone: Zone): Node {
  return {
    block,
    zone,
    label: null,
    printed: null,
    supplied: false,
    level: 1,
    parent: null,
    follows: null,
    isGroup: false,
  };
}

export function sameList(a: Label, b: Label): boolean {
  if (a.style !== b.style || a.shape !== b.shape || a.depth !== b.depth) return false;
  return a.style !== 'decimal' || a.bare.slice(0, a.bare.lastIndexOf('.')) === b.bare.slice(0, b.bare.lastIndexOf('.'));
}

export function attach(node: Node, label: Label, parent: Node | null, depth: number): void {
  node.label = label;
  node.printed = label.value > 0 ? node.block.marker : null;
  node.parent = parent;
  node.level = depth + 1;
}
