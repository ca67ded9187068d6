import { getLocale } from '#runtime';
import { localised, type Locale } from './locales.ts';

/** The address of a page of this application in the language being spoken. `path` is absolute and without language. */
export const link = (path: string): string => localised(path, getLocale() as Locale);

/**
 * `path` with some query parameters set, others kept; `null` or an empty text removes one. The page number is
 * dropped whenever another parameter changes.
 */
export function withQuery(
  url: { searchParams: { toString(): string } },
  path: string,
  changes: Record<string, string | number | null>,
): string {
  const query = new URLSearchParams(url.searchParams.toString());
  if (!('page' in changes)) query.delete('page');
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(name);
    else query.set(name, String(value));
  }
  const text = query.toString();
  return link(text === '' ? path : `${path}?${text}`);
}

/** A text of unknown direction inside a sentence: isolated, so that `1 July` stays `1 July` in Arabic (UAX #9, FSI … PDI). */
export const isolated = (text: string): string => `\u2068${text}\u2069`;
