import type { FormAnswer } from './server/form-answer.ts';
import type { ShownRefusal } from './refusals.ts';

/** What the fields of a form show: what was typed when its post was refused, else what stands. */
export interface Typed {
  refusal: ShownRefusal | null;
  value(field: string): string;
  values(field: string): string[];
}

/**
 * @param answer of the last post on the page; of another form it is left aside.
 * @param standing values by field name; a list for fields with several.
 */
export function typedOr(
  answer: FormAnswer | undefined,
  form: string,
  standing: Record<string, string | string[]>,
): Typed {
  const own = answer?.form === form ? answer : undefined;
  const values = (field: string): string[] => {
    if (own) return own.typed[field] ?? [];
    const value = standing[field];
    return value === undefined ? [] : Array.isArray(value) ? value : [value];
  };
  return { refusal: own?.refusal ?? null, values, value: (field) => values(field)[0] ?? '' };
}

/** A text in several languages as fields of a form: `title.en`, `title.ar` …. */
export const languageFields = (name: string, map: Partial<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(map).map(([language, text]) => [`${name}.${language}`, text ?? '']));
