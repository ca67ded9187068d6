/** A title in the four languages of the interface. */
export type Titled = Record<'en' | 'ru' | 'tr' | 'ar', string>;

export const titled = (en: string, ru: string, tr: string, ar: string): Titled => ({ en, ru, tr, ar });

export interface SeedGoal {
  code: string;
  title: Titled;
}
