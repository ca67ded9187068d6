/** How names are compared: by words, without accents, case, punctuation and a leading article. */

const letters: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  '&': 'and',
};

const ascii = /^[A-Za-z0-9]+$/;

/** One word folded for comparison: `Türkiye` → `turkiye`, `&` → `and`. */
export function foldWord(word: string): string {
  if (ascii.test(word)) return word.toLowerCase();
  const plain = word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\p{M}+/gu, '');
  return /^[a-z0-9]+$/.test(plain) ? plain : plain.replace(/[ıßøłđæœþ&]/g, (letter) => letters[letter] ?? letter);
}

/** How two neighbouring words hang together. `space`: blanks, hyphens, apostrophes, slashes. */
export type Gap = 'space' | 'mark' | 'dot' | 'break';

export interface Word {
  folded: string;
  start: number;
  end: number;
  /** What stands between this word and the one before it. */
  gap: Gap;
}

function gapOf(text: string, from: number, to: number): Gap {
  if (to - from === 1 && text.charCodeAt(from) === 0x20) return 'space';
  if (to - from > 4)
    return /^[ \t\u00a0\r\n]+$/.test(text.slice(from, to)) && !/\n\s*\n/.test(text.slice(from, to)) ? 'space' : 'break';
  const between = text.slice(from, to);
  const known = shortGaps.get(between);
  if (known !== undefined) return known;
  const gap = gapBetween(between);
  if (shortGaps.size < 4096) shortGaps.set(between, gap);
  return gap;
}

/** What has been told of gaps of up to four characters: reports know a few dozen of them. */
const shortGaps = new Map<string, Gap>();

function gapBetween(between: string): Gap {
  if (/\n\s*\n/.test(between)) return 'break';
  if (/^[\s\u00a0\u00ad'’‘`´ʼ\-‐‑–/*]*$/u.test(between)) return 'space';
  if (/^[\s,()[\]"“”'’–—\-*]*$/u.test(between)) return 'mark';
  return /^\.[\s'’\-/]*$/.test(between) ? 'dot' : 'break';
}

const inWord = /[\p{L}\p{M}\p{N}]/u;

/** Whether the character at `at` belongs to a word, and how many code units it has: 0 when it does not. */
function letterAt(text: string, at: number): number {
  if (at >= text.length) return 0;
  const code = text.charCodeAt(at);
  if (code < 0x80)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) ? 1 : 0;
  const character = String.fromCodePoint(text.codePointAt(at)!);
  return inWord.test(character) ? character.length : 0;
}

const AND = 0x26;

const GAPS: readonly Gap[] = ['space', 'mark', 'dot', 'break'];

/** The words of a long text, in order; numbers instead of objects, folded when asked for. `&` is a word. */
export class WordList {
  readonly text: string;
  length = 0;
  #starts: Int32Array;
  #ends: Int32Array;
  #gaps: Uint8Array;

  constructor(text: string) {
    this.text = text;
    const room = (text.length >> 2) + 4;
    this.#starts = new Int32Array(room);
    this.#ends = new Int32Array(room);
    this.#gaps = new Uint8Array(room);
    let start = 0;
    while (start < text.length) {
      const end = endOfWord(text, start);
      if (end > start) this.#add(start, end);
      start = Math.max(end, start + 1);
    }
  }

  start(word: number): number {
    return this.#starts[word]!;
  }

  end(word: number): number {
    return this.#ends[word]!;
  }

  gap(word: number): Gap {
    return GAPS[this.#gaps[word]!]!;
  }

  folded(word: number): string {
    return foldWord(this.text.slice(this.#starts[word], this.#ends[word]));
  }

  #add(start: number, end: number): void {
    const at = this.length;
    if (at === this.#starts.length) this.#grow();
    const gap = at === 0 ? 'break' : gapOf(this.text, this.#ends[at - 1]!, start);
    this.#starts[at] = start;
    this.#ends[at] = end;
    this.#gaps[at] = GAPS.indexOf(gap);
    this.length++;
  }

  #grow(): void {
    const room = this.#starts.length * 2;
    const [starts, ends, gaps] = [this.#starts, this.#ends, this.#gaps];
    this.#starts = new Int32Array(room);
    this.#ends = new Int32Array(room);
    this.#gaps = new Uint8Array(room);
    this.#starts.set(starts);
    this.#ends.set(ends);
    this.#gaps.set(gaps);
  }
}

/** Where the word that begins at `start` ends; `start` itself when none does. */
function endOfWord(text: string, start: number): number {
  if (text.charCodeAt(start) === AND) return start + 1;
  let end = start;
  for (let size = letterAt(text, end); size > 0; size = letterAt(text, end)) end += size;
  return end;
}

/** The words of a text with their places, in order. Linear in the length of the text. */
export function wordsOf(text: string): Word[] {
  const list = new WordList(text);
  return Array.from({ length: list.length }, (_, i) => ({
    folded: list.folded(i),
    start: list.start(i),
    end: list.end(i),
    gap: list.gap(i),
  }));
}

/** The comparison key of a name: its folded words in a row, without a leading article. Empty when the name has no word. */
export function nameKey(name: string): string {
  const folded = wordsOf(name).map((word) => word.folded);
  return (folded.length > 1 && folded[0] === 'the' ? folded.slice(1) : folded).join(' ');
}
