/** A run of text; a hit is a word the question asked for. */
export interface TextRun {
  text: string;
  hit: boolean;
}

/** Sentences shown of one paragraph at most, and characters of each. */
const most = 2;
const longest = 600;

/**
 * The sentences of a paragraph that hold a hit, as runs of plain text. Between sentences that do not follow each other stands an ellipsis.
 * @param marked the whole paragraph with hits between the characters `on` and `off`.
 * @param q the question; words with a star mark beginnings of words that the database does not mark.
 */
export function foundSentences(marked: string, q: string, on: string, off: string): TextRun[] {
  const runs = withPrefixes(runsOf(marked, on, off), prefixesOf(q));
  const text = runs.map((run) => run.text).join('');
  const hits: [number, number][] = [];
  let at = 0;
  for (const run of runs) {
    if (run.hit) hits.push([at, at + run.text.length]);
    at += run.text.length;
  }
  const sentences = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].map(
    ({ index, segment }) => ({ start: index, end: index + segment.length }),
  );
  const chosen = sentences
    .filter(({ start, end }) => hits.some(([from, until]) => from < end && until > start))
    .slice(0, most);
  if (chosen.length === 0 && sentences[0]) chosen.push(sentences[0]);
  const shown: TextRun[] = [];
  let last = 0;
  for (const { start, end } of chosen) {
    if (start > last) shown.push({ text: '… ', hit: false });
    shown.push(...cut(runs, start, Math.min(end, clipped(start, end, hits))));
    last = end;
  }
  if (last < text.trimEnd().length || chosen.some(({ start, end }) => clipped(start, end, hits) < end))
    shown.push({ text: ' …', hit: false });
  return joined(shown);
}

/** A very long sentence ends some words after its last hit that still fits. */
function clipped(start: number, end: number, hits: readonly [number, number][]): number {
  if (end - start <= longest) return end;
  const inside = hits.filter(([from]) => from >= start && from < end);
  return Math.min(end, Math.max(start + longest, (inside[0]?.[1] ?? start) + 80));
}

function runsOf(marked: string, on: string, off: string): TextRun[] {
  const runs: TextRun[] = [];
  for (const [index, piece] of marked.split(on).entries()) {
    if (index === 0) {
      runs.push({ text: piece, hit: false });
      continue;
    }
    const [hit = '', ...rest] = piece.split(off);
    runs.push({ text: hit, hit: true }, { text: rest.join(''), hit: false });
  }
  return runs.filter((run) => run.text !== '');
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function prefixesOf(q: string): string[] {
  return [...q.matchAll(/(?<!\S)([^\s"*-][^\s"*]*)\*/gu)]
    .map((match) => folded(match[1]!))
    .filter((prefix) => prefix.length > 0);
}

function withPrefixes(runs: readonly TextRun[], prefixes: readonly string[]): TextRun[] {
  if (prefixes.length === 0) return [...runs];
  return runs.flatMap((run) => {
    if (run.hit) return [run];
    return run.text
      .split(/([\p{L}\p{N}\p{M}]+)/u)
      .flatMap((text, index) =>
        text === ''
          ? []
          : [{ text, hit: index % 2 === 1 && prefixes.some((prefix) => folded(text).startsWith(prefix)) }],
      );
  });
}

function cut(runs: readonly TextRun[], start: number, end: number): TextRun[] {
  const found: TextRun[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (text !== '') found.push({ text, hit: run.hit });
    at += run.text.length;
  }
  return found;
}

function joined(runs: readonly TextRun[]): TextRun[] {
  const result: TextRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last && last.hit === run.hit) last.text += run.text;
    else result.push({ ...run });
  }
  return result;
}
