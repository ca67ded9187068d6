/**
 * What a text must hold for a pattern to be found in it, told from the pattern itself: `/\b(?:offers?|pledged) to\b/i` needs
 * "offer" or "pledged". Looking for words is many times cheaper than trying a pattern at every place of every sentence.
 */

/** Small-letter words of which at least one stands in every text where the pattern matches. */
export type Clause = readonly string[];

/** What one part of a pattern matches: all of its strings when they are few, and what must be there in any case. */
interface Part {
  exact: readonly string[] | null;
  clauses: readonly Clause[];
}

const MOST_STRINGS = 64;
/** A word is found by its first three characters. */
const SHORTEST = 3;
const FEWEST_LETTERS = 2;
const NOTHING: Part = { exact: null, clauses: [] };
const EMPTY: Part = { exact: [''], clauses: [] };

/** The clauses of a pattern, all of which hold wherever it matches; none when nothing can be told. */
export function clausesOf(pattern: RegExp): readonly Clause[] {
  try {
    const parser = new Parser(pattern.source);
    const part = parser.alternatives();
    if (!parser.ended) return [];
    return [...part.clauses, ...asClause(part.exact)].toSorted((a, b) => weight(b) - weight(a)).slice(0, 4);
  } catch (error) {
    if (error instanceof UnknownSyntax) return [];
    throw error;
  }
}

class UnknownSyntax extends Error {}

/** Marks of names (`⟦S0⟧`) tell as much as letters. */
const letters = (word: string): number => word.replace(/[^\p{L}\p{N}⟦⟧]/gu, '').length;

/** The more letters its shortest word has, the more a clause tells; then the fewer its words are. */
const weight = (clause: Clause): number => Math.min(...clause.map(letters)) - clause.length / 1000;

/** The small words that stand everywhere; a word that begins with one would be looked for in every sentence. */
const LEAD =
  /^(?: +|(?:the|an?|of|in|to|for|on|by|and|its|their|it|is|are|was|were|has|have|had|be|been|will|would|could|from) )(?=.*\p{L}{4})/u;

function withoutLead(word: string): string {
  let left = word;
  for (let lead = LEAD.exec(left); lead !== null; lead = LEAD.exec(left)) left = left.slice(lead[0].length);
  return left;
}

/** Strings → a clause, without those that hold another one; nothing when one of them is too short to look for. */
function asClause(strings: readonly string[] | null): Clause[] {
  if (
    strings === null ||
    strings.length === 0 ||
    strings.some((s) => s.length < SHORTEST || letters(s) < FEWEST_LETTERS)
  )
    return [];
  const small = [...new Set(strings.map((s) => withoutLead(s.toLowerCase())))];
  return [small.filter((s) => !small.some((other) => other !== s && s.includes(other)))];
}

/** A recursive descent over the syntax that the rules use. Whatever it does not know makes it say nothing. */
class Parser {
  #at = 0;
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  get ended(): boolean {
    return this.#at === this.#source.length;
  }

  alternatives(): Part {
    const parts = [this.#sequence()];
    while (this.#take('|')) parts.push(this.#sequence());
    return either(parts);
  }

  #sequence(): Part {
    const clauses: Clause[] = [];
    let run: readonly string[] = [''];
    let whole = true;
    while (!this.ended && !this.#sees('|') && !this.#sees(')')) {
      const part = this.#quantified();
      clauses.push(...part.clauses);
      const joined = part.exact === null ? null : product(run, part.exact);
      if (joined !== null) {
        run = joined;
        continue;
      }
      clauses.push(...asClause(run));
      run = part.exact ?? [''];
      whole = false;
    }
    if (whole) return { exact: run, clauses };
    return { exact: null, clauses: [...clauses, ...asClause(run)] };
  }

  #quantified(): Part {
    const part = this.#atom();
    const quantifier = this.#match(/[?*+]|\{(\d+)(?:,\d*)?\}/y);
    if (quantifier === null) return part;
    this.#take('?');
    if (quantifier[0] === '?') return part.exact === null ? NOTHING : { exact: ['', ...part.exact], clauses: [] };
    const atLeastOnce = quantifier[0] === '+' || Number(quantifier[1] ?? 0) > 0;
    return atLeastOnce ? { exact: null, clauses: [...part.clauses, ...asClause(part.exact)] } : NOTHING;
  }

  #atom(): Part {
    if (this.#match(/\^|\$|\\[bB]/y)) return EMPTY;
    if (this.#sees('(')) return this.#group();
    if (this.#sees('[')) return this.#characters();
    if (this.#match(/\\[dDwWsS]|\\[pP]\{[^}]*\}|\.|\\k<\w+>|\\[1-9]/y)) return NOTHING;
    const code = this.#match(/\\u([0-9a-fA-F]{4})/y)?.[1];
    if (code !== undefined) return { exact: [String.fromCharCode(Number.parseInt(code, 16))], clauses: [] };
    const escaped = this.#match(/\\([^A-Za-z0-9])/y)?.[1];
    const plain = escaped ?? this.#match(/[^\\()[\]{}*+?|^$.]/y)?.[0];
    if (plain === undefined) throw new UnknownSyntax();
    return { exact: [plain], clauses: [] };
  }

  #group(): Part {
    const opening = this.#match(/\((?:\?(?::|=|!|<=|<!|<\w+>))?/y)?.[0] ?? '';
    const inside = this.alternatives();
    if (!this.#take(')')) throw new UnknownSyntax();
    if (opening.endsWith('!')) return EMPTY;
    if (opening.endsWith('=')) return { exact: [''], clauses: [...inside.clauses, ...asClause(inside.exact)] };
    return inside;
  }

  /** `[sz]` is two strings; ranges, classes and what is excluded are any. */
  #characters(): Part {
    const text = this.#match(/\[(?:\\.|[^\]\\])*\]/y)?.[0];
    if (text === undefined) throw new UnknownSyntax();
    const inside = text.slice(1, -1);
    if (inside.length > 8 || /^\^|\\|.-./.test(inside)) return NOTHING;
    return { exact: [...inside], clauses: [] };
  }

  #sees(character: string): boolean {
    return this.#source[this.#at] === character;
  }

  #take(character: string): boolean {
    if (!this.#sees(character)) return false;
    this.#at++;
    return true;
  }

  #match(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#source);
    if (found !== null) this.#at += found[0].length;
    return found;
  }
}

/** Each of the first followed by each of the second; `null` when that is too many. */
function product(first: readonly string[], second: readonly string[]): readonly string[] | null {
  if (first.length * second.length > MOST_STRINGS) return null;
  return first.flatMap((a) => second.map((b) => a + b));
}

/** One of several parts: of each what tells most. */
function either(parts: readonly Part[]): Part {
  if (parts.length === 1) return parts[0]!;
  const strings = parts.every(({ exact }) => exact !== null) ? parts.flatMap(({ exact }) => exact!) : null;
  if (strings !== null && strings.length <= MOST_STRINGS) return { exact: strings, clauses: [] };
  const best = parts.map(
    ({ exact, clauses }) => [...clauses, ...asClause(exact)].toSorted((a, b) => weight(b) - weight(a))[0],
  );
  if (best.some((clause) => clause === undefined)) return NOTHING;
  return { exact: null, clauses: asClause(best.flatMap((clause) => [...clause!])) };
}
