import type { LintRule } from '../rule.ts';

export const danglingReference: LintRule = {
  code: 'reference.dangling',
  severity: 'error',
  speaks: 'when the text points to a paragraph that is not there',
  *check({ reading: { references, paragraphs } }) {
    const known = new Set(paragraphs.map((paragraph) => paragraph.id));
    for (const reference of references)
      if (reference.kind === 'paragraph' && (reference.target === null || !known.has(reference.target)))
        yield {
          message: `“${reference.asWritten}” points to a paragraph that this report does not have. Correct the number.`,
          span: reference.span,
        };
  },
};

export const selfReference: LintRule = {
  code: 'reference.itself',
  severity: 'note',
  speaks: 'when a paragraph points to itself',
  *check({ reading: { references, paragraphs } }) {
    const byId = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]));
    for (const reference of references) {
      const target = reference.target === null ? undefined : byId.get(reference.target);
      if (
        reference.kind === 'paragraph' &&
        target &&
        target.span[0] <= reference.span[0] &&
        reference.span[1] <= target.span[1]
      )
        yield {
          message: `“${reference.asWritten}” points to the paragraph it stands in. Point to the one that is meant.`,
          span: reference.span,
        };
    }
  },
};

/** “above” and “below” must agree with where the target stands. */
export const referenceDirection: LintRule = {
  code: 'reference.direction',
  severity: 'warning',
  speaks: 'when “above” or “below” contradicts where the paragraph stands',
  *check({ reading: { references, paragraphs, text } }) {
    const byId = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]));
    for (const reference of references) {
      const target = reference.target === null ? undefined : byId.get(reference.target);
      if (reference.kind !== 'paragraph' || !target) continue;
      const said = /\b(above|below)\b/i.exec(text.slice(reference.span[0], reference.span[1] + 8))?.[1]?.toLowerCase();
      const stands =
        target.span[0] > reference.span[0] ? 'below' : target.span[1] <= reference.span[0] ? 'above' : null;
      if (said && stands && said !== stands)
        yield {
          message: `“${reference.asWritten}” says ${said}, but that paragraph stands ${stands}. Correct one of the two.`,
          span: reference.span,
        };
    }
  },
};
