import { overwriteGetLocale } from '#runtime';
import { baseLocale, locales, type Locale } from './ui/locales.ts';

overwriteGetLocale(() => {
  const spoken = document.documentElement.lang as Locale;
  return locales.includes(spoken) ? spoken : baseLocale;
});
