/** What a paragraph is in the text. */
export const paragraphKinds = ['heading', 'numbered', 'item', 'plain'] as const;
export type ParagraphKind = (typeof paragraphKinds)[number];

export interface TextParagraph {
  id: string;
  kind: ParagraphKind;
  text: string;
}

/** `a`, `b`, … `z`, `aa`, `ab` … */
export function letterOf(n: number): string {
  let rest = n;
  let letters = '';
  do {
    letters = String.fromCharCode(97 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26) - 1;
  } while (rest >= 0);
  return letters;
}

/** Printed numbers by place: `1.`, `2.` through the text, `a.`, `b.` under each numbered paragraph; null for headings and plain ones. */
export function labelsOf(paragraphs: readonly Pick<TextParagraph, 'kind'>[]): (string | null)[] {
  let number = 0;
  let item = 0;
  return paragraphs.map(({ kind }) => {
    if (kind === 'item') return `${letterOf(item++)}.`;
    item = 0;
    return kind === 'numbered' ? `${++number}.` : null;
  });
}

/** The same with what stands above: `5.a` for an item. For history and refusals. */
export function pathsOf(paragraphs: readonly Pick<TextParagraph, 'kind'>[]): (string | null)[] {
  let above = '';
  return labelsOf(paragraphs).map((label, index) => {
    if (label === null) return null;
    const bare = label.slice(0, -1);
    if (paragraphs[index]!.kind === 'item') return above === '' ? bare : `${above}.${bare}`;
    above = bare;
    return bare;
  });
}

/** White space of a paragraph as it is kept: single spaces, none at the ends. */
export const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Sentences of a paragraph as spans `[start, end)`: ends at . ! ? before a capital, a quotation mark or a digit, not after an initial or a short form. */
export function sentencesOf(text: string): [number, number][] {
  const spans: [number, number][] = [];
  let start = 0;
  for (const end of text.matchAll(/[.!?]["”’)]?(?=\s+["“‘(]?[\p{Lu}\d])/gu)) {
    const at = end.index + end[0].length;
    if (/(?:^|\s)(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|H\.E|No|Art|para|e\.g|i\.e)\.$/u.test(text.slice(start, at))) continue;
    spans.push([start, at]);
    start = at + (/^\s+/.exec(text.slice(at))?.[0].length ?? 0);
  }
  if (start < text.length) spans.push([start, text.length]);
  return spans;
}
