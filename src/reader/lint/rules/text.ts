import { mayMatch } from '../../sieve/sieve.ts';
import { sentences } from '../../structure/sentences.ts';
import { numberPattern, numberValue } from '../number-words.ts';
import { spanOf, type LintContext, type LintRule, type Notice } from '../rule.ts';

/** How many items an enumeration such as `a, b and c` has: commas and the last `and`/`or`. */
function itemsOf(list: string): number {
  if (list.includes(';')) return list.split(';').filter((part) => part.trim() !== '').length;
  const parts = list.split(',').filter((part) => part.trim() !== '');
  // After a serial comma (`, and …`) all that follows is the last item, whatever commas it holds.
  const serial = parts.findIndex((part) => /^\s*(?:and|or)\s/.test(part));
  if (serial >= 0) return serial + 1;
  return parts.length + (/\s(?:and|or)\s/.test(parts.at(-1) ?? '') ? 1 : 0);
}

const counted = new RegExp(
  `\\b(?<number>${numberPattern})\\s+(?:[\\p{L}-]+\\s+){0,3}?(?<noun>areas|priorities|pillars|themes|topics|goals|objectives|strands|components|elements|proposals|projects|actions|recommendations|sessions|issues|principles|steps|groups|points|countries|states|organisations|organizations|activities|meetings|challenges|measures|characteristics|workstreams|tracks|indicators|criteria|questions|phases|stages|options|tasks|factors|lessons|fields|aims|signs)\\b[^.;:–—,-]{0,40}?\\s*(?:[:–—]|\\s-\\s|,?\\s(?:namely|such being)\\s)\\s*(?<list>[^.:\\n]{8,700})`,
  'giu',
);
const mayCount = mayMatch(counted);
/** What stands between the number and its enumeration. */
const beforeList = /[:–—]|\s-\s|\bnamely\b|\bsuch being\b/i;

/** Number word against enumeration: “in five main areas – a, b, c, d, e and f”. */
export const numberWord: LintRule = {
  code: 'text.number-word',
  severity: 'warning',
  speaks: 'when a number is followed by an enumeration of another length',
  *check({ reading }: LintContext): Generator<Notice> {
    const attendance = [...reading.attendance.states, ...reading.attendance.organisations].map((item) => item.span[0]);
    for (const paragraph of reading.paragraphs) {
      if (!beforeList.test(paragraph.text) || !mayCount(paragraph.text)) continue;
      for (const match of paragraph.text.matchAll(counted)) {
        const stated = numberValue(match.groups!['number']!);
        const list = match.groups!['list']!;
        const found = itemsOf(list);
        const span = spanOf(match, paragraph.span[0]);
        // The attendance list has a rule of its own, which knows states from organisations.
        if (stated === null || found < 2 || attendance.some((at) => at >= span[0] && at < span[1])) continue;
        if (stated !== found && found > 2)
          yield {
            message: `The text says ${match.groups!['number']} ${match.groups!['noun']}, then names ${found}. Correct the number or the enumeration.`,
            span,
          };
      }
    }
  },
};

export const doubledWord: LintRule = {
  code: 'text.doubled-word',
  severity: 'note',
  speaks: 'when a small word stands twice in a row',
  *check({ reading: { text } }) {
    for (const match of text.matchAll(
      /\b(the|of|to|and|in|on|for|with|by|at|from|is|are|was|were|a|an|as|or|be|its|their)\s+\1\b(?!-)/gi,
    ))
      yield { message: `“${match[1]}” stands twice in a row. Delete one.`, span: spanOf(match, 0) };
  },
};

const pairs = [
  ['(', ')'],
  ['“', '”'],
  ['«', '»'],
] as const;

export const unbalanced: LintRule = {
  code: 'text.unbalanced',
  severity: 'note',
  speaks: 'when a bracket or a quotation mark is opened and not closed in its sentence',
  *check({ reading: { paragraphs } }) {
    for (const paragraph of paragraphs) {
      for (const [open, close] of pairs) {
        if (!paragraph.text.includes(open)) continue;
        const opened = paragraph.text.split(open).length - 1;
        const closed = paragraph.text.split(close).length - 1;
        if (opened <= closed) continue;
        const at = paragraph.span[0] + paragraph.text.lastIndexOf(open);
        yield {
          message: `A ${open === '(' ? 'bracket' : 'quotation mark'} is opened here and not closed. Close it.`,
          span: [at, at + 1],
        };
      }
    }
  },
};

/** Whether a text may have more than so many words: it has as many blanks (or letters that are not ASCII: they are not looked at). */
function hasMoreWords(text: string, words: number): boolean {
  if (text.length < words * 2) return false;
  let blanks = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code <= 0x20 || code >= 0xa0) && ++blanks >= words) return true;
  }
  return false;
}

/** A sentence longer than 80 words loses its reader; counted in words between blanks, lists left out. */
export const longSentence: LintRule = {
  code: 'text.long-sentence',
  severity: 'note',
  speaks: 'when a sentence has more than 80 words and is not a list of names',
  *check({ reading }) {
    const listStart = reading.attendance.states[0]?.span[0] ?? -1;
    for (const paragraph of reading.paragraphs) {
      if (!hasMoreWords(paragraph.text, 80)) continue;
      for (const { start, end } of sentences(paragraph.text)) {
        const span = [paragraph.span[0] + start, paragraph.span[0] + end] as const;
        const words = paragraph.text.slice(start, end).split(/\s+/).length;
        if (words > 80 && !(listStart >= span[0] && listStart < span[1]))
          yield {
            message: `This sentence has ${words} words. Break it up, so that what was agreed can be quoted.`,
            span,
          };
      }
    }
  },
};

export const noStructure: LintRule = {
  code: 'structure.none',
  severity: 'warning',
  speaks: 'when a report of some length has no numbered paragraph',
  *check({ reading: { paragraphs, text } }) {
    if (paragraphs.length > 1 && paragraphs.every((paragraph) => paragraph.label === null))
      yield {
        message: 'The report has no numbered paragraphs, so nobody can point to a passage. Number them.',
        span: [0, Math.min(text.length, 60)],
      };
  },
};

export const footnoteMark: LintRule = {
  code: 'text.footnote-mark',
  severity: 'note',
  speaks: 'when a footnote is marked in one way in the text and in another at the foot',
  *check({ reading: { text } }) {
    const foot = text.lastIndexOf('\n\n[^');
    if (foot < 0) return;
    const marks = [...text.matchAll(/\[\^([^\]\s]{1,6})\]/g)];
    const inText = new Set(marks.filter((mark) => mark.index < foot).map((mark) => mark[1]));
    const atFoot = marks.filter((mark) => mark.index >= foot);
    for (const mark of atFoot)
      if (inText.size > 0 && !inText.has(mark[1]!))
        yield {
          message: `The note “${mark[1]}” at the foot has no mark in the text (there: ${[...inText].join(', ')}). Use the same mark in both places.`,
          span: spanOf(mark, 0),
        };
  },
};
