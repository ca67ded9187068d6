import { locales, type Locale } from '../kernel/language-map.ts';

// The languages of the interface: how a path names one, how it is written, which way it runs.

export { locales, type Locale };
export const baseLocale: Locale = 'en';

/** Each language in its own words, for the language switch. */
export const localeNames: Record<Locale, string> = { en: 'English', ru: 'Русский', tr: 'Türkçe', ar: 'العربية' };

export const directionOf = (locale: Locale): 'ltr' | 'rtl' => (locale === 'ar' ? 'rtl' : 'ltr');

const isPrefix = (segment: string): segment is Locale =>
  segment !== baseLocale && (locales as readonly string[]).includes(segment);

/**
 * Splits a request path into its language and the path without it: `/ru/reports` → `ru`, `/reports`.
 * The base language has no prefix, so `/en/reports` is not an address.
 */
export function splitLocale(pathname: string): { locale: Locale; path: string } {
  const [, first = '', ...rest] = pathname.split('/');
  if (!isPrefix(first)) return { locale: baseLocale, path: pathname };
  return { locale: first, path: `/${rest.join('/')}` };
}

/** The address of `path` (absolute, without language; query and fragment allowed) in a language. */
export function localised(path: string, locale: Locale): string {
  if (locale === baseLocale) return path;
  return path === '/' ? `/${locale}` : path.startsWith('/?') ? `/${locale}${path.slice(1)}` : `/${locale}${path}`;
}
