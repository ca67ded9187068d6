/** The name of a language in another: `ru` in English is Russian; the code itself where there is no name. */
export const languageName = (code: string, locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
