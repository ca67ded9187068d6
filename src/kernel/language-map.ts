/** BCP 47 primary languages a text can be kept in. English first; the interface itself speaks `locales`. */
export const languages = ['en', 'ru', 'tr', 'ar', 'fa', 'ur', 'fr', 'uk'] as const;
export type Language = (typeof languages)[number];

/** Languages the interface speaks. */
export const locales = ['en', 'ru', 'tr', 'ar'] as const;
export type Locale = (typeof locales)[number];

/** A text a person reads, by language. Stored as one `jsonb` column. */
export type LanguageMap = Partial<Record<Language, string>>;

/** The text in the wanted language, else English, else whatever there is; with the language it is in (for `lang=`). */
export function inLanguage(map: LanguageMap, wanted: string): { text: string; language: Language } {
  const order: Language[] = [wanted as Language, 'en', ...languages];
  for (const language of order) {
    // Own entries only: the wanted language comes from outside and could be called `constructor`.
    const text = Object.hasOwn(map, language) ? map[language] : undefined;
    if (text !== undefined && text !== '') return { text, language };
  }
  return { text: '', language: 'en' };
}
