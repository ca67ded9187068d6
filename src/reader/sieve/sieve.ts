/** Many patterns, one look at a text: which of them can be found in it at all. */
import { clausesOf } from './needles.ts';
import type { Clause } from './needles.ts';

/** A letter of a word that is looked for, below the letters before it. */
interface Letter {
  next: Map<number, Letter> | null;
  /** Numbers of the clauses that a word which ends here fulfils. */
  clauses: number[] | null;
}

/** The words that begin with these three letters. */
interface Beginning {
  letters: string;
  rest: Letter;
}

const BUCKETS = 8192;
const bucket = (a: number, b: number, c: number): number => ((a * 31 + b) * 31 + c) & (BUCKETS - 1);

/**
 * Makes a sieve of patterns: a text → the numbers of those that may match it, in order. One that is left out does not match:
 * `clausesOf` only asks for what every match holds. A text is read once, whatever the number of patterns; up to `fewWords` words are looked for one after the other instead.
 */
export function sieveOf(patterns: readonly RegExp[], fewWords = FEW_WORDS): (text: string) => number[] {
  const clauses = patterns.map(clausesOf);
  if (clauses.flat(2).length <= fewWords) return (text) => searched(clauses, text.toLowerCase());
  const sieve = new Sieve(clauses);
  return (text) => sieve.through(text.toLowerCase());
}

/** For so few the engine's own search is faster than a look at every letter. */
const FEW_WORDS = 48;

function searched(clauses: readonly (readonly Clause[])[], small: string): number[] {
  const found: number[] = [];
  for (let pattern = 0; pattern < clauses.length; pattern++)
    if (clauses[pattern]!.every((clause) => clause.some((word) => small.includes(word)))) found.push(pattern);
  return found;
}

/** For one pattern by itself. */
export function mayMatch(pattern: RegExp): (text: string) => boolean {
  const sieve = sieveOf([pattern]);
  return (text) => sieve(text).length > 0;
}

class Sieve {
  readonly #beginnings: (Beginning[] | null)[] = new Array<null>(BUCKETS).fill(null);
  /** Whether a bucket holds anything: most of a text is told by this alone. */
  readonly #used = new Uint8Array(BUCKETS);
  readonly #patternOfClause: number[] = [];
  readonly #clausesOfPattern: number[] = [];
  /** Patterns of which nothing can be told. */
  readonly #always: number[] = [];
  /** Clauses and patterns are marked with the number of the text, so that nothing is wiped between two texts. */
  #turn = 0;
  readonly #seen: Uint32Array;
  readonly #counted: Uint32Array;
  readonly #fulfilled: Uint8Array;

  constructor(patterns: readonly (readonly Clause[])[]) {
    for (const [number, clauses] of patterns.entries()) {
      this.#clausesOfPattern.push(clauses.length);
      if (clauses.length === 0) this.#always.push(number);
      for (const clause of clauses) {
        for (const word of clause) this.#add(word, this.#patternOfClause.length);
        this.#patternOfClause.push(number);
      }
    }
    this.#seen = new Uint32Array(this.#patternOfClause.length);
    this.#counted = new Uint32Array(patterns.length);
    this.#fulfilled = new Uint8Array(patterns.length);
  }

  through(small: string): number[] {
    this.#turn++;
    const found = this.#always.slice();
    const used = this.#used;
    let a = small.charCodeAt(0);
    let b = small.charCodeAt(1);
    for (let i = 2; i < small.length; i++) {
      const c = small.charCodeAt(i);
      const at = bucket(a, b, c);
      if (used[at] === 1) this.#follow(small, i - 2, this.#beginnings[at]!, found);
      a = b;
      b = c;
    }
    return found.length > 1 ? found.sort((x, y) => x - y) : found;
  }

  #follow(small: string, from: number, here: readonly Beginning[], found: number[]): void {
    for (const { letters, rest } of here) {
      if (!small.startsWith(letters, from)) continue;
      let node: Letter | undefined = rest;
      for (let i = from + 3; node !== undefined; i++) {
        if (node.clauses !== null) this.#fulfil(node.clauses, found);
        node = node.next?.get(small.charCodeAt(i));
      }
    }
  }

  #fulfil(clauses: readonly number[], found: number[]): void {
    const turn = this.#turn;
    for (const clause of clauses) {
      if (this.#seen[clause] === turn) continue;
      this.#seen[clause] = turn;
      const pattern = this.#patternOfClause[clause]!;
      const count = this.#counted[pattern] === turn ? this.#fulfilled[pattern]! + 1 : 1;
      this.#counted[pattern] = turn;
      this.#fulfilled[pattern] = count;
      if (count === this.#clausesOfPattern[pattern]) found.push(pattern);
    }
  }

  #add(word: string, clause: number): void {
    const letters = word.slice(0, 3);
    const at = bucket(letters.charCodeAt(0), letters.charCodeAt(1), letters.charCodeAt(2));
    const here = (this.#beginnings[at] ??= []);
    this.#used[at] = 1;
    let beginning = here.find((b) => b.letters === letters);
    if (beginning === undefined) here.push((beginning = { letters, rest: { next: null, clauses: null } }));
    let node = beginning.rest;
    for (let i = 3; i < word.length; i++) {
      const letter = word.charCodeAt(i);
      node.next ??= new Map();
      let next = node.next.get(letter);
      if (next === undefined) node.next.set(letter, (next = { next: null, clauses: null }));
      node = next;
    }
    (node.clauses ??= []).push(clause);
  }
}
