/**
 * Blocks as a source gives them → blocks as a person would copy them out: page numbers and running headers gone,
 * sentences cut by a page break whole again, labels taken off the text where the source left them in it.
 */
import type { SourceBlock } from '../sources/source-document.ts';
import { labelled } from '../sources/text.ts';
import { splitRunOn } from './run-on.ts';

/** Returns new blocks; the ones given are not changed. Linear. */
export function tidy(blocks: readonly SourceBlock[]): SourceBlock[] {
  const kept = withBareNumbers(withoutRepeats(blocks.filter((b) => !isPageNumber(b)).map(trimmed)));
  const out: SourceBlock[] = [];
  let open: SourceBlock | null = null;
  for (const block of kept.flatMap(splitGlued).flatMap(splitRunOn)) {
    const next = block.kind === 'table-row' || block.kind === 'footnote' ? block : labelled(block);
    if (open && isCut(open, next)) {
      const at = out.lastIndexOf(open);
      out[at] = open = joined(open, next);
      continue;
    }
    out.push(next);
    if (next.kind !== 'footnote') open = next.kind === 'table-row' ? null : next;
  }
  return out;
}

const BARE =
  /^(\d{1,2}) (?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)(?=\p{Lu})/u;

/** "1 Attendance", "2 Country reports": headings that count from one have numbers, though no dot stands behind them. */
function withBareNumbers(blocks: SourceBlock[]): SourceBlock[] {
  const numbers = new Map<SourceBlock, string>();
  for (const b of blocks) {
    const number = b.kind === 'heading' && b.marker === null ? BARE.exec(b.text)?.[1] : undefined;
    if (number !== undefined && Number(number) === numbers.size + 1) numbers.set(b, number);
  }
  if (numbers.size < 2) return blocks;
  return blocks.map((b) => {
    const number = numbers.get(b);
    if (number === undefined) return b;
    const cut = number.length + 1;
    const emphasis = b.emphasis.map((e) => ({ ...e, start: Math.max(0, e.start - cut), end: e.end - cut }));
    return { ...b, marker: `${number}.`, text: b.text.slice(cut), emphasis };
  });
}

function trimmed(block: SourceBlock): SourceBlock {
  const text = block.text.trim();
  return text === block.text ? block : { ...block, text };
}

const isPageNumber = (b: SourceBlock): boolean =>
  b.marker === null &&
  b.kind !== 'table-row' &&
  /^(?:\W{0,3}\d{1,3}\W{0,3}|(?:page|p\.)\s{0,2}\d{1,3}(?:\s{0,2}(?:of|\/)\s{0,2}\d{1,3})?|\d{1,3}\s?(?:\||\/|of)\s?(?:\d{1,3}|page|P a g e))$/i.test(
    b.text,
  );

/** A short line printed three times or more is a running header or footer: its first appearance stays. */
function withoutRepeats(blocks: SourceBlock[]): SourceBlock[] {
  const key = (b: SourceBlock): string => b.text.toLowerCase().replace(/\d+/g, '#');
  const counts = new Map<string, number>();
  const counted = (b: SourceBlock): boolean =>
    b.marker === null && b.text.length >= 8 && b.text.length <= 90 && b.kind !== 'table-row' && !/:$/.test(b.text);
  const keys = blocks.map((b) => (counted(b) ? key(b) : null));
  for (const k of keys) if (k !== null) counts.set(k, (counts.get(k) ?? 0) + 1);
  const seen = new Set<string>();
  return blocks.filter((_, i) => {
    const k = keys[i]!;
    if (k === null || counts.get(k)! < 3) return true;
    if (seen.has(k)) return false;
    seen.add(k);
    return true;
  });
}

/** A converter may glue a new numbered paragraph to the end of a footnote or heading; here only hard line breaks split. */
function splitGlued(block: SourceBlock): SourceBlock[] {
  if (!block.text.includes('\n') || block.kind === 'table-row') return [block];
  const parts = block.text.split(/\n+/);
  return parts.map((text, i) => ({
    ...block,
    text: text.trim(),
    marker: i === 0 ? block.marker : null,
    emphasis: i === 0 ? block.emphasis : [],
  }));
}

const OPEN_WORD =
  /(?:^|\s)(?:the|a|an|of|in|on|at|to|for|from|by|with|and|or|as|that|which|its|their|this|these|between|among|into|under|on behalf of|such as)$/i;

/** "from the Republic of …" under "from the Republic of …": lines of a list. */
const firstWords = (text: string): string => text.split(' ', 2).join(' ');

function isCut(open: SourceBlock, next: SourceBlock): boolean {
  if (next.marker !== null || next.kind === 'heading' || next.kind === 'table-row' || next.kind === 'footnote')
    return false;
  if (open.kind === 'heading' || open.text === '' || next.text === '') return false;
  if (/[.:;!?][”"’')\]]{0,2}$/.test(open.text)) return false;
  if (next.text.length < 60 && next.text === next.text.toUpperCase()) return false;
  if (firstWords(open.text) === firstWords(next.text)) return false;
  if (/^[\p{Ll}]/u.test(next.text)) return open.text.length > 40 || /[,\-–]$/.test(open.text);
  return open.text.length > 60 && (OPEN_WORD.test(open.text) || /[,–]$/.test(open.text));
}

function joined(open: SourceBlock, next: SourceBlock): SourceBlock {
  const base = `${open.text} `;
  const moved = next.emphasis.map((e) => ({ ...e, start: e.start + base.length, end: e.end + base.length }));
  return { ...open, text: base + next.text, emphasis: [...open.emphasis, ...moved] };
}
