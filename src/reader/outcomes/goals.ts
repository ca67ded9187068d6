import { matchesOf } from '../matches.ts';

/** Goals that a text names by number: "Priority Goal 1", "goals 1, 2 and 5", "PG 6". */
const GOALS =
  /\b(?:priority\s)?(?:goals?|PGs?|priority areas?|objectives?)\s?((?:no\.?\s?)?\d{1,2}(?!\d|\.\d|[.)]\s)(?:\s?(?:,|and|&|\/|or|,\s?and|-|–|to)\s?(?:the\s)?(?:priority\s)?(?:goals?\s|PG\s?)?\d{1,2}(?!\d)){0,12})/gi;

/** Goal numbers in the order of the text, each once; ranges are filled in. */
export function goalsIn(text: string): number[] {
  const found: number[] = [];
  for (const m of matchesOf(GOALS, text)) {
    const list = m[1] ?? '';
    for (const r of list.matchAll(/(\d{1,2})\s?(?:-|–|to)\s?(\d{1,2})/g))
      for (let n = Number(r[1]); n <= Math.min(Number(r[2]), Number(r[1]) + 30); n++) add(found, n);
    for (const n of list.matchAll(/\d{1,2}/g)) add(found, Number(n[0]));
  }
  return found;
}

function add(list: number[], n: number): void {
  if (n > 0 && !list.includes(n)) list.push(n);
}
