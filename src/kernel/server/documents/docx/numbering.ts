/** How Word would count a paragraph that carries a printed label: in which list, on which level. */
export interface ListPlace {
  list: number;
  level: number;
}

export type CountFormat = 'decimal' | 'lowerLetter' | 'upperLetter' | 'lowerRoman' | 'upperRoman';

export interface CountedLevel {
  format: CountFormat;
  before: string;
  after: string;
  start: number;
}

/** A multi-level list of the file: which levels it has and how each counts. */
export type CountedList = Map<number, CountedLevel>;

export interface Labelled {
  label?: string;
  level: number;
}

interface Counted {
  format: CountFormat;
  before: string;
  after: string;
  value: number;
}

/**
 * Gives every labelled paragraph a place in a list, so that Word itself counts what is printed: `5.` `6.` with `a.` `b.` between them become two levels of one list.
 * Where the printed numbers jump, a new list begins at the printed number. A label that no list can print (`7.a`, `§ 3 bis`) has no place and stays text.
 * @returns one entry for each paragraph, null for none.
 */
export function planLists(paragraphs: readonly Labelled[]): { places: (ListPlace | null)[]; lists: CountedList[] } {
  const lists: CountedList[] = [];
  let counters = new Map<number, number>();
  const places = paragraphs.map(({ label, level }): ListPlace | null => {
    const readings = label === undefined ? [] : readLabel(label);
    if (readings.length === 0) return null;
    const current = lists.at(-1);
    const next = current && readings.find((r) => isNext(r, current.get(level), counters.get(level)));
    const counted = next ?? readings[0]!;
    if (!next) {
      lists.push(new Map());
      counters = new Map();
    }
    const list = lists.at(-1)!;
    const { value, ...printed } = counted;
    if (!list.has(level)) list.set(level, { ...printed, start: value });
    counters.set(level, value);
    for (const deeper of counters.keys()) if (deeper > level) counters.delete(deeper);
    return { list: lists.length - 1, level };
  });
  return { places, lists };
}

/** Would the level print this label next? A level that the list does not have yet takes any. */
function isNext(label: Counted, level: CountedLevel | undefined, counter: number | undefined): boolean {
  if (!level) return true;
  const same = level.format === label.format && level.before === label.before && level.after === label.after;
  return same && label.value === (counter === undefined ? level.start : counter + 1);
}

/** What a label can mean, the likelier first: `i.` is a Roman one unless an `h.` came before it. Empty when a list cannot print it. */
export function readLabel(label: string): Counted[] {
  const parts = /^([([]?)(\d{1,5}|[a-z]{1,6}|[A-Z]{1,6})([.)\]]{0,2})$/.exec(label);
  if (!parts) return [];
  const [, before = '', counter = '', after = ''] = parts;
  return meanings(counter).map(([format, value]) => ({ format, before, after, value }));
}

function meanings(counter: string): [CountFormat, number][] {
  if (/^\d+$/.test(counter)) return /^0/.test(counter) ? [] : [['decimal', Number(counter)]];
  const lower = counter.toLowerCase();
  const upper = counter !== lower;
  const roman = fromRoman(lower);
  const letter = fromLetters(lower);
  const asRoman: [CountFormat, number][] = roman === null ? [] : [[upper ? 'upperRoman' : 'lowerRoman', roman]];
  const asLetter: [CountFormat, number][] = letter === null ? [] : [[upper ? 'upperLetter' : 'lowerLetter', letter]];
  return lower.length > 1 || lower === 'i' ? [...asRoman, ...asLetter] : [...asLetter, ...asRoman];
}

/** Word counts a … z, aa, bb … zz: the letter repeated. */
function fromLetters(text: string): number | null {
  const first = text[0]!;
  if ([...text].some((c) => c !== first)) return null;
  return (text.length - 1) * 26 + (first.charCodeAt(0) - 96);
}

const romanDigits: [string, number][] = [
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

function fromRoman(text: string): number | null {
  if (!/^(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/.test(text)) return null;
  let rest = text;
  let value = 0;
  for (const [digit, worth] of romanDigits) {
    while (rest.startsWith(digit)) {
      value += worth;
      rest = rest.slice(digit.length);
    }
  }
  return value || null;
}
