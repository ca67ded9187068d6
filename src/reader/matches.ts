/** What a text matches, without the copy of the pattern that `matchAll` makes each time: for patterns that every sentence is tried on. */

const NONE: readonly RegExpExecArray[] = [];

/** All matches of a global pattern, in order. */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) {
    found.push(match);
    // Nothing matched: the next look begins one character further on, as with `matchAll`.
    if (match[0] === '') pattern.lastIndex += text.codePointAt(pattern.lastIndex)! > 0xffff && pattern.unicode ? 2 : 1;
  }
  return found;
}
