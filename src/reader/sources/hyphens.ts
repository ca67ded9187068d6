/** Words divided at the end of a line: `coopera-` + `tion` is one word again, `long-` + `term` keeps its hyphen. */
import { addText, dropLast, tailOf } from './rich-text.ts';
import type { RichBuilder } from './rich-text.ts';

/** Hyphenated words that stand undivided somewhere in the document, in lower case. */
export type HyphenatedWords = ReadonlySet<string>;

const COMPOUND_FIRST = new Set(
  `co non self long short mid medium high low well ill cross inter multi whole follow start build hand fact half part policy
  evidence rights needs community country state of day year two three four five six pre post ex anti semi sub vice decision on
  off up out in over under land sea so to the cost gender age child victim data trust risk law end win best know step joint peer
  third first second fast large small full open early late new old time know-how socio euro afro asia south north east west`.split(
    /\s+/,
  ),
);

const DASHES = '-\u2010\u2011–—';

/** Remembers the hyphenated words inside one line. */
export function noteHyphenated(words: Set<string>, line: string): void {
  if (!line.includes('-')) return;
  for (const match of line.matchAll(/\p{L}+(?:-\p{L}+)+(?=[^\p{L}-]|$)/gu)) words.add(match[0].toLowerCase());
}

/**
 * Closes the seam between two lines: a hyphen at the end of the text so far is taken away or kept, else a space is added.
 * `soft` says that the line ended with a soft hyphen, which is never part of a word. `next` is the text of the next line.
 */
export function joinLines(builder: RichBuilder, next: string, soft: boolean, words: HyphenatedWords): void {
  if (soft) return;
  if (!DASHES.includes(builder.parts.at(-1)?.at(-1) ?? ' ')) return addText(builder, ' ');
  const tail = tailOf(builder);
  // “6–” and “8 May” are one range.
  if (/\d[–—]$/u.test(tail) && /^\d/.test(next)) return;
  const cut = /([\p{L}\d]+(?:-[\p{L}\d]+)*)([-\u2010\u2011])$/u.exec(tail);
  if (cut === null) return addText(builder, ' ');
  const first = cut[1]!;
  const second = /^\p{Ll}+/u.exec(next)?.[0];
  if (second === undefined) {
    if (!/^[\p{L}\d]/u.test(next)) addText(builder, ' ');
    return;
  }
  if (/^(?:and|or)$/.test(second)) return addText(builder, ' ');
  const lead = first.split('-').at(-1)!.toLowerCase();
  if (words.has(`${first}-${second}`.toLowerCase()) || COMPOUND_FIRST.has(lead) || /\d$|^\p{Lu}{2,}$/u.test(first))
    return;
  dropLast(builder);
}
