/**
 * The document as everything after it reads it: one normalised text, the tree of paragraphs over it, sentences inside them.
 * Every span is [start, end) in `text`; `text.slice(start, end)` is always what the paragraph or sentence says.
 */
import type { Finding, ReadingParagraph } from '../reading.ts';
import type { Emphasis, SourceBlock, SourceDocument } from '../sources/source-document.ts';
import { labelFindings } from './label-findings.ts';
import { sentences } from './sentences.ts';
import { tidy } from './tidy.ts';
import { treeOf } from './tree.ts';
import type { Node } from './nodes.ts';
import { zonesOf } from './zones.ts';
import type { Zone } from './zones.ts';

export interface Sentence {
  start: number;
  end: number;
  text: string;
}

export interface Para {
  id: string;
  label: string | null;
  labelSupplied: boolean;
  level: number;
  parent: Para | null;
  children: Para[];
  /** Label path for outcomes: `5.a`; bullets and continuations carry the path of what they belong to. */
  path: string | null;
  kind: SourceBlock['kind'];
  headingLevel: number | null;
  zone: Zone;
  marker: string | null;
  isBullet: boolean;
  isGroup: boolean;
  text: string;
  start: number;
  end: number;
  /** In the coordinates of the whole text. */
  emphasis: Emphasis[];
  sentences: Sentence[];
  node: Node;
}

export interface Doc {
  text: string;
  paras: Para[];
  findings: Finding[];
}

/** Builds the document. Pure and linear. */
export function buildDocument(source: SourceDocument): Doc {
  const blocks = tidy(source.blocks).filter((b) => b.text !== '' || b.marker !== null);
  const nodes = treeOf(blocks, zonesOf(blocks));
  const paras: Para[] = [];
  const byNode = new Map<Node, Para>();
  const ids = new Map<string, number>();
  const pieces: string[] = [];
  let at = 0;
  let unlabelled = 0;
  for (const node of nodes) {
    const prefix = prefixOf(node);
    if (pieces.length > 0) at += 1;
    pieces.push(prefix + node.block.text);
    const para = toPara(node, at + prefix.length, node.parent ? (byNode.get(node.parent) ?? null) : null);
    at += prefix.length + node.block.text.length;
    para.id = para.label === null ? `u${++unlabelled}` : unique(ids, idOf(para));
    para.parent?.children.push(para);
    byNode.set(node, para);
    paras.push(para);
  }
  const text = pieces.join('\n');
  return { text, paras, findings: labelFindings(paras) };
}

function prefixOf(node: Node): string {
  if (node.supplied || node.block.marker === null) return '';
  return node.block.text === '' ? node.block.marker : `${node.block.marker} `;
}

function toPara(node: Node, start: number, parent: Para | null): Para {
  const { block } = node;
  const bare = node.printed === null ? null : bareLabel(node);
  const path =
    bare === null ? (parent?.path ?? null) : parent?.path && !bare.includes('.') ? `${parent.path}.${bare}` : bare;
  const inAnnex = node.zone === 'annex' || node.zone === 'participants';
  return {
    id: '',
    label: node.printed,
    labelSupplied: node.supplied,
    level: inAnnex && node.printed !== null ? Math.max(2, node.level) : node.level,
    parent,
    children: [],
    path: inAnnex ? null : path,
    kind: block.kind,
    headingLevel: block.kind === 'heading' ? (block.level ?? 3) : null,
    zone: node.zone,
    marker: block.marker,
    isBullet: (node.label?.style === 'bullet' || (node.label?.style === 'group' && !node.isGroup)) && !node.supplied,
    isGroup: node.isGroup,
    text: block.text,
    start,
    end: start + block.text.length,
    emphasis: block.emphasis.map((e) => ({ ...e, start: e.start + start, end: e.end + start })),
    sentences: sentences(block.text).map((s) => ({
      start: s.start + start,
      end: s.end + start,
      text: block.text.slice(s.start, s.end),
    })),
    node,
  };
}

const bareLabel = (node: Node): string => node.label?.bare ?? (node.printed ?? '').replace(/[().\s]/g, '');

const idOf = (para: Para): string =>
  para.path === null ? `x${(para.label ?? '').replace(/[^\p{L}\p{N}]+/gu, '')}` : `p${para.path}`;

function unique(ids: Map<string, number>, id: string): string {
  const seen = (ids.get(id) ?? 0) + 1;
  ids.set(id, seen);
  return seen === 1 ? id : `${id}_${seen}`;
}

/** The paragraphs as the reading gives them. */
export function toReadingParagraphs(paras: readonly Para[]): ReadingParagraph[] {
  return paras.map((p) => ({
    id: p.id,
    label: p.label,
    ...(p.labelSupplied ? { labelSupplied: true as const } : {}),
    level: p.level,
    parent: p.parent?.id ?? null,
    text: p.text,
    span: [p.start, p.end] as const,
  }));
}
