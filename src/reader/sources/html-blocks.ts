/** A parsed HTML page → blocks: headings, paragraphs, list items with the labels a browser prints, table rows, footnotes. */
import { labelled } from './text.ts';
import { breakEndsBlock, promoteBold, rowBlocks } from './block-rules.ts';
import { formatNumber } from './number-format.ts';
import {
  attribute,
  isFurniture,
  isHidden,
  isNote,
  isNoteReference,
  isPageHeader,
  leftMargin,
  lookOf,
  textOf,
} from './html-nodes.ts';
import type { Element, Node, Parent } from './html-nodes.ts';
import { addText, finishText, richBuilder, tailOf } from './rich-text.ts';
import type { RichBuilder } from './rich-text.ts';
import type { SourceBlock } from './source-document.ts';

const DROPPED = new Set(
  'head script style noscript template nav footer aside iframe object embed svg math canvas audio video select button input textarea form dialog menu map area link meta title rt rp del s strike'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article blockquote body center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hgroup hr html li main ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);

interface List {
  ordered: boolean;
  /** The number the next item gets. */
  next: number;
  step: 1 | -1;
  format: string;
}

interface Walk {
  out: SourceBlock[];
  builder: RichBuilder;
  /** What the text gathered so far will become. */
  pending: Pick<SourceBlock, 'kind' | 'level' | 'marker'>;
  flags: number;
  lists: List[];
  heading: number | null;
  inNote: boolean;
  /** The sibling after the node being visited. */
  following: Node | null;
  afterNext: Node | null;
  /** Left margins of the elements around, in points. */
  indent: number;
}

const PLAIN = { kind: 'paragraph', level: null, marker: null } as const;

/** All blocks of a page in order. Recursion is bounded by the depth limit of parsing. */
export function htmlBlocks(document: Parent): SourceBlock[] {
  const walk: Walk = newWalk();
  children(walk, document);
  flush(walk);
  return walk.out;
}

const newWalk = (): Walk => ({
  out: [],
  builder: richBuilder(),
  pending: PLAIN,
  flags: 0,
  lists: [],
  heading: null,
  inNote: false,
  following: null,
  afterNext: null,
  indent: 0,
});

function children(walk: Walk, parent: Parent): void {
  const nodes = parent.childNodes;
  for (let i = 0; i < nodes.length; i++) {
    walk.following = nodes[i + 1] ?? null;
    walk.afterNext = nodes[i + 2] ?? null;
    visit(walk, nodes[i]!);
  }
}

function visit(walk: Walk, node: Node): void {
  if (node.nodeName === '#text' && 'value' in node) addText(walk.builder, node.value, walk.flags);
  else if ('tagName' in node) element(walk, node);
}

function element(walk: Walk, node: Element): void {
  const tag = node.tagName;
  if (DROPPED.has(tag) || isHidden(node) || isPageHeader(node) || isFurniture(node)) return;
  if (tag === 'br') return lineBreak(walk);
  if (tag === 'sup') return superscript(walk, node);
  if (tag === 'a' && isNoteReference(node)) return;
  if (!BLOCKS.has(tag)) return styled(walk, node);
  flush(walk);
  const margin = leftMargin(node);
  walk.indent += margin;
  if (tag === 'table') table(walk, node);
  else if (tag === 'ol' || tag === 'ul') list(walk, node);
  else if (tag === 'li') item(walk, node);
  else if (/^h[1-6]$/.test(tag)) heading(walk, node, Number(tag[1]));
  else styled(walk, node);
  flush(walk);
  walk.indent -= margin;
}

/** Ends the block under way, if it has text. */
function flush(walk: Walk): void {
  const rich = finishText(walk.builder);
  walk.builder = richBuilder();
  if (rich.text === '') return;
  const pending =
    walk.heading === null
      ? walk.pending
      : { kind: 'heading' as const, level: walk.heading, marker: walk.pending.marker };
  const kind = walk.inNote ? 'footnote' : pending.kind;
  const block = labelled({ ...pending, kind, ...rich, page: null, indent: walk.indent === 0 ? null : walk.indent });
  walk.out.push(walk.inNote ? { ...block, kind: 'footnote' } : promoteBold(block));
  walk.pending = PLAIN;
}

function styled(walk: Walk, node: Element): void {
  const { flags, inNote } = walk;
  walk.flags = lookOf(node, flags);
  walk.inNote = inNote || isNote(node);
  children(walk, node);
  if (walk.inNote !== inNote) flush(walk);
  walk.flags = flags;
  walk.inNote = inNote;
}

function heading(walk: Walk, node: Element, level: number): void {
  walk.heading = level;
  children(walk, node);
  flush(walk);
  walk.heading = null;
}

/** A line break ends the block as `breakEndsBlock` says, and before another line break; titles stay whole. */
function lineBreak(walk: Walk): void {
  const next = walk.following;
  const doubled = next?.nodeName === 'br' || (next !== null && isBlank(next) && walk.afterNext?.nodeName === 'br');
  const text =
    next === null
      ? ''
      : next.nodeName === '#text' && 'value' in next
        ? next.value
        : 'childNodes' in next
          ? textOf(next)
          : '';
  const ends =
    walk.heading === null &&
    text.trim() !== '' &&
    breakEndsBlock(tailOf(walk.builder).trimEnd(), text.trim().slice(0, 80));
  if (doubled || ends) flush(walk);
  else addText(walk.builder, ' ');
}

const isBlank = (node: Node): boolean => node.nodeName === '#text' && 'value' in node && node.value.trim() === '';

/** `14<sup>th</sup>` belongs to the text, `<sup>3</sup>` refers to a footnote. */
function superscript(walk: Walk, node: Element): void {
  const text = textOf(node).trim();
  const atStart = walk.builder.length === 0;
  if (
    !atStart &&
    /^\[?(?:\d{1,3}|[*†‡]|[a-z])\]?(?:,\s?\d{1,3})*$/.test(text) &&
    !/(?:^|[\s\d])[kcmd]?m$|CO$/.test(tailOf(walk.builder))
  )
    return;
  if (atStart && /^\[?(?:\d{1,3}|[*†‡]{1,3})\]?$/.test(text) && walk.pending.marker === null) {
    walk.pending = { kind: 'footnote', level: null, marker: text.replace(/[[\]]/g, '') };
    return;
  }
  styled(walk, node);
}

function list(walk: Walk, node: Element): void {
  const ordered = node.tagName === 'ol';
  const reversed = attribute(node, 'reversed') !== null;
  const items = reversed ? node.childNodes.filter((n) => n.nodeName === 'li').length : 1;
  const start = Number.parseInt(attribute(node, 'start') ?? '', 10);
  walk.lists.push({
    ordered,
    next: Number.isFinite(start) ? start : items,
    step: reversed ? -1 : 1,
    format: formatOf(node, walk.lists.length),
  });
  children(walk, node);
  flush(walk);
  walk.lists.pop();
}

const TYPES: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '1': 'decimal',
};
const CSS_TYPES: Readonly<Record<string, string>> = {
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'decimal-leading-zero': 'decimalZero',
  decimal: 'decimal',
  none: 'none',
};

function formatOf(node: Element, depth: number): string {
  const css =
    /list-style(?:-type)?\s*:[^;]*?(decimal-leading-zero|decimal|(?:lower|upper)-(?:alpha|latin|roman)|none)/i.exec(
      attribute(node, 'style') ?? '',
    );
  if (css) return CSS_TYPES[css[1]!.toLowerCase()]!;
  if (node.tagName === 'ol') return TYPES[attribute(node, 'type') ?? '1'] ?? 'decimal';
  return ['•', '◦'][depth] ?? '▪';
}

function item(walk: Walk, node: Element): void {
  const inside = walk.lists.at(-1);
  const { heading: outer } = walk;
  walk.heading = null;
  walk.pending = {
    kind: 'list-item',
    level: Math.max(1, walk.lists.length),
    marker: inside ? nextLabel(inside, node) : '•',
  };
  if (isNote(node)) walk.pending.kind = 'footnote';
  const { inNote } = walk;
  walk.inNote = inNote || isNote(node);
  children(walk, node);
  flush(walk);
  walk.pending = PLAIN;
  walk.inNote = inNote;
  walk.heading = outer;
}

function nextLabel(list: List, node: Element): string | null {
  if (list.format === 'none') return null;
  if (!list.ordered) return list.format;
  const own = Number.parseInt(attribute(node, 'value') ?? '', 10);
  const value = Number.isFinite(own) ? own : list.next;
  list.next = value + list.step;
  return `${formatNumber(value, TYPES[attribute(node, 'type') ?? ''] ?? list.format)}.`;
}

function table(walk: Walk, node: Element): void {
  for (const part of node.childNodes) {
    if (!('tagName' in part) || isHidden(part)) continue;
    if (part.tagName === 'tr') row(walk, part);
    else if (/^t(?:head|body|foot)$/.test(part.tagName)) table(walk, part);
    else if (part.tagName === 'caption') element(walk, part);
  }
}

function row(walk: Walk, node: Element): void {
  const cells: SourceBlock[][] = [];
  for (const cell of node.childNodes) {
    if (!('tagName' in cell) || !/^t[dh]$/.test(cell.tagName) || isHidden(cell)) continue;
    const inner: Walk = { ...newWalk(), flags: lookOf(cell, walk.flags) };
    children(inner, cell);
    flush(inner);
    cells.push(inner.out);
  }
  walk.out.push(...rowBlocks(cells));
}
