/** Text that lost its line breaks: `… Introduction 1. The meeting … 2. Participants … 3. …` in one block. */
import type { SourceBlock } from '../sources/source-document.ts';

const NUMBER = /(?:^|(?<=[.:;!?”"’)\]\p{L}]))\s(\d{1,3})\.\s+(?=[“"(]?\p{Lu}\p{Ll}|[“"(]?\p{Lu}\s)/gu;

/** Splits a long unlabelled paragraph where numbers run on 1, 2, 3 … inside it; anything else comes back as it is. Linear. */
export function splitRunOn(block: SourceBlock): SourceBlock[] {
  if (block.kind !== 'paragraph' || block.text.length < 500) return [block];
  const own = block.marker === null ? 0 : Number.parseInt(block.marker, 10);
  if (block.marker !== null && !(own >= 1)) return [block];
  const cuts: number[] = [];
  let next = own + 1;
  for (const m of block.text.matchAll(NUMBER)) {
    if (Number(m[1]) !== next) continue;
    cuts.push(m.index);
    next++;
  }
  if (cuts.length < (own > 0 ? 2 : 3)) return [block];
  const edges = [0, ...cuts, block.text.length];
  return edges
    .slice(0, -1)
    .map((from, i) => part(block, from, edges[i + 1] as number, i === 0))
    .filter((b) => b.text !== '');
}

function part(block: SourceBlock, from: number, to: number, first: boolean): SourceBlock {
  const text = block.text.slice(from, to).trim();
  const start = block.text.indexOf(text, from);
  const emphasis = block.emphasis
    .filter((e) => e.start >= start && e.end <= start + text.length)
    .map((e) => ({ ...e, start: e.start - start, end: e.end - start }));
  return { ...block, text, emphasis, marker: first ? block.marker : null };
}
