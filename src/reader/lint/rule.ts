import type { Finding, Reading, ReadingParagraph, Severity, Span } from '../reading.ts';

/** What a rule looks at: the finished reading, without the findings. */
export interface LintContext {
  reading: Omit<Reading, 'findings'>;
  /** Last day of the meeting: names and promises are judged as of it. `null` when the text gives no date. */
  asOf: string | null;
}

/** What a rule noticed: where, and one sentence a drafter acts on. */
export interface Notice {
  message: string;
  span: Span;
  /** When it differs from the rule's own. */
  severity?: Severity;
}

/** A named check. Pure: the same reading gives the same notices. */
export interface LintRule {
  code: string;
  severity: Severity;
  /** One sentence: when it speaks. Printed in the guide. */
  speaks: string;
  check(context: LintContext): Iterable<Notice>;
}

/** Turns the notices of a rule into findings. */
export function findingsOf(rule: LintRule, context: LintContext): Finding[] {
  return [...rule.check(context)].map((notice) => ({
    code: rule.code,
    severity: notice.severity ?? rule.severity,
    message: notice.message,
    span: notice.span,
  }));
}

/** The label path a person knows a paragraph by: `7.a`, or its first words when it has none. */
export function nameOf(paragraph: ReadingParagraph): string {
  if (paragraph.id.startsWith('p')) return paragraph.id.slice(1);
  return `“${firstWords(paragraph.text, 5)}”`;
}

/** The first `count` words, with … when cut. */
export function firstWords(text: string, count: number): string {
  const words = text.split(/\s+/, count + 1);
  return words.length <= count ? text : `${words.slice(0, count).join(' ')} …`;
}

/** `“a”, “b” and “c”`, at most `most` named. */
export function listed(items: readonly string[], most = 4): string {
  const shown = items.slice(0, most);
  const rest = items.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** Span of a match of a global regular expression within the whole text, when the match was made in a part starting at `offset`. */
export function spanOf(match: RegExpMatchArray, offset: number): Span {
  const start = offset + (match.index ?? 0);
  return [start, start + match[0].length];
}
