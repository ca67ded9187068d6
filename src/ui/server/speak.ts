import { AsyncLocalStorage } from 'node:async_hooks';
import { overwriteGetLocale } from '#runtime';
import { baseLocale, type Locale } from '../locales.ts';

const spoken = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => spoken.getStore() ?? baseLocale);

/** Runs `work` so that every message inside it, however deep and however late, is in `locale`. */
export const speak = <T>(locale: Locale, work: () => T): T => spoken.run(locale, work);
