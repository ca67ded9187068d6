/**
 * The structure of a tagged PDF (paragraphs, headings, list items, table cells as the word processor wrote them), tied to the
 * text items of a page.
 */
import type { TextItem } from './pdf-runs.ts';

/** A block-level element on one page. Its place in `PageTags.elements` is its place in reading order. */
export interface TagElement {
  /** `P`, `H2`, `LI`, `TD`, `Note` … */
  role: string;
  /** Table row that holds the cell, numbered on the page; -1 outside tables. */
  row: number;
}

export interface PageTags {
  elements: TagElement[];
  /** For each text item: index of its element, `ORPHAN`, or `ARTIFACT` (page decoration). */
  ofItem: Int32Array;
  items: TextItem[];
}

export const ORPHAN = -1;
export const ARTIFACT = -2;

export interface TreeNode {
  role: string;
  children: readonly (TreeNode | { type: string; id: string })[];
}

interface Marker {
  type: string;
  tag?: string;
  id?: string;
}

const TRANSPARENT =
  /^(?:Root|Document|DocumentFragment|Part|Art|Sect|Div|NonStruct|Private|Span|Quote|Reference|BibEntry|Code|Link|Annot|Em|Strong|L|LBody|Table|THead|TBody|TFoot|Index|TOC|Ruby|RB|RT|RP|Warichu|Sub|Lbl|Aside|StyleSpan|Textbox|Workbook|Worksheet)$/;

/** Parts the items of a page (with marked content) into text items and their elements. `null` when the tags cannot be relied on. */
export function pageTags(all: readonly (TextItem | Marker)[], tree: TreeNode | null): PageTags | null {
  const elements: TagElement[] = [];
  const byContent = new Map<string, number>();
  if (tree !== null) collect(tree, ORPHAN, false, { elements, byContent, rows: 0, row: -1 });
  const items: TextItem[] = [];
  const tags: number[] = [];
  const stack: number[] = [];
  const weight = { all: 0, orphan: 0 };
  for (const item of all) {
    if ('str' in item) {
      const tag = stack.at(-1) ?? ORPHAN;
      items.push(item);
      tags.push(tag);
      weight.all += item.str.length;
      if (tag === ORPHAN) weight.orphan += item.str.length;
    } else if (item.type === 'endMarkedContent') stack.pop();
    else stack.push(tagOf(item, stack.at(-1) ?? ORPHAN, byContent));
  }
  const reliable = elements.length > 0 && weight.orphan < weight.all * 0.25 && weight.all < elements.length * 4000;
  return {
    elements: reliable ? elements : [],
    ofItem: Int32Array.from(reliable ? tags : tags.map(() => ORPHAN)),
    items,
  };
}

function tagOf(marker: Marker, around: number, byContent: ReadonlyMap<string, number>): number {
  if (marker.tag === 'Artifact') return ARTIFACT;
  return (marker.id === undefined ? undefined : byContent.get(marker.id)) ?? around;
}

interface Collector {
  elements: TagElement[];
  byContent: Map<string, number>;
  rows: number;
  row: number;
}

/** `inItem`: the list item around still lacks its first paragraph, which is one block with the item's label. */
function collect(node: TreeNode, block: number, inItem: boolean, to: Collector): void {
  let current = block;
  let first = inItem;
  const outerRow = to.row;
  if (node.role === 'TR') to.row = to.rows++;
  if (isBlock(node.role) && !isInsideCell(to, block) && !(inItem && /^(?:P|H\d?|Title)$/.test(node.role))) {
    to.elements.push({ role: node.role, row: /^T[DH]$/.test(node.role) ? to.row : -1 });
    current = to.elements.length - 1;
    first = node.role === 'LI';
  }
  for (const child of node.children) {
    if ('type' in child) to.byContent.set(child.id, current);
    else {
      collect(child, current, first, to);
      if (first && /^(?:P|LBody|L)$/.test(child.role)) first = false;
    }
  }
  to.row = outerRow;
}

const isBlock = (role: string): boolean => role !== 'TR' && !TRANSPARENT.test(role);

const isInsideCell = (to: Collector, block: number): boolean => block >= 0 && to.elements[block]!.row >= 0;
