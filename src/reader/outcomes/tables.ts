/** Tables of actions, recommendations or coming events: a header row that names the columns, then one entry a row. */
import type { OutcomeKind } from '../reading.ts';
import type { Para } from '../structure/document.ts';

export interface TableEntry {
  para: Para;
  kind: OutcomeKind;
  /** What is to be done, as offsets in the paragraph's text. */
  what: [from: number, to: number];
  who: [from: number, to: number] | null;
  when: [from: number, to: number] | null;
}

const WHAT: [OutcomeKind, RegExp][] = [
  ['recommendation', /^(?:recommendations?|proposals?|suggestions?)\b/i],
  ['decision', /^(?:decisions?|agreements?)\b/i],
  [
    'action-point',
    /^(?:(?:agreed |follow-up )?actions?(?: points?| items?)?|tasks?|activit(?:y|ies)|commitments?|next steps?|measures?|what)\b/i,
  ],
  ['announcement', /^(?:(?:coming |upcoming |future |next )?(?:events?|meetings?|sessions?)|title)\b/i],
];
const WHO = /^(?:by whom|who|responsib\w*|lead|owner|actor|assigned to|party)\b/i;
const WHEN = /^(?:by when|when|deadline|due|date|time(?:line|frame)?|target date)\b/i;

/** The entries of every such table, in order. */
export function tableEntries(paras: readonly Para[]): Map<Para, TableEntry> {
  const out = new Map<Para, TableEntry>();
  let columns: { kind: OutcomeKind; what: number; who: number; when: number } | null = null;
  for (const para of paras) {
    if (para.kind !== 'table-row' || para.zone !== 'main') {
      columns = null;
      continue;
    }
    const cells = cellsOf(para.text);
    const texts = cells.map(([a, b]) => para.text.slice(a, b));
    const header = headerOf(texts);
    if (header) {
      columns = header;
      continue;
    }
    const what = columns ? cells[columns.what] : undefined;
    if (!columns || !what || what[1] - what[0] < 8) continue;
    out.set(para, {
      para,
      kind: columns.kind,
      what,
      who: cells[columns.who] ?? null,
      when: cells[columns.when] ?? null,
    });
  }
  return out;
}

function headerOf(cells: readonly string[]): { kind: OutcomeKind; what: number; who: number; when: number } | null {
  if (cells.some((c) => c.length > 40)) return null;
  for (const [kind, pattern] of WHAT) {
    const what = cells.findIndex((c) => pattern.test(c));
    if (what < 0) continue;
    const who = cells.findIndex((c) => WHO.test(c));
    const when = cells.findIndex((c) => WHEN.test(c));
    if (kind === 'announcement' ? when >= 0 : who >= 0 || when >= 0) return { kind, what, who, when };
  }
  return null;
}

function cellsOf(text: string): [number, number][] {
  const out: [number, number][] = [];
  let from = 0;
  for (const part of text.split(' | ')) {
    out.push([from, from + part.length]);
    from += part.length + 3;
  }
  return out;
}
