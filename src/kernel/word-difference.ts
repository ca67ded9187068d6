/** A run of words: in both texts, only in the old, only in the new. */
export interface WordRun {
  change: 'same' | 'removed' | 'added';
  text: string;
}

/**
 * The difference of two paragraphs word by word. Joining the runs that are not `added` gives the old text, joining those not `removed` the new one.
 * Very long pairs that have hardly anything in common are shown as removed and added whole.
 */
export function wordDifference(from: string, to: string): WordRun[] {
  const a = from.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
  const b = to.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const middle = longestCommon(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const runs: WordRun[] = [
    { change: 'same', text: a.slice(0, head).join('') },
    ...middle,
    { change: 'same', text: a.slice(a.length - tail).join('') },
  ];
  return joined(runs);
}

function longestCommon(a: readonly string[], b: readonly string[]): WordRun[] {
  if (a.length * b.length > 4_000_000)
    return [
      { change: 'removed', text: a.join('') },
      { change: 'added', text: b.join('') },
    ];
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] =
        a[i] === b[j]
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
  const runs: WordRun[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      runs.push({ change: 'same', text: a[i]! });
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && table[(i + 1) * width + j]! >= table[i * width + j + 1]!))
      runs.push({ change: 'removed', text: a[i++]! });
    else runs.push({ change: 'added', text: b[j++]! });
  }
  return runs;
}

function joined(runs: readonly WordRun[]): WordRun[] {
  const result: WordRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (run.text === '') continue;
    if (last?.change === run.change) last.text += run.text;
    else result.push({ ...run });
  }
  return result;
}
