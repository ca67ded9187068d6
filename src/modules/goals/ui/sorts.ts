import type { LanguageMap } from '../../../kernel/language-map.ts';

/** A strand or a theme as the page shows and changes it. */
export interface ShownSort {
  key: string;
  ordinal: number;
  /** Null for a strand. */
  horizontal: boolean | null;
  title: LanguageMap;
  /** ISO day; null when it was always used. */
  used_from: string | null;
  used_until: string | null;
  source: string;
  revision: number;
}
