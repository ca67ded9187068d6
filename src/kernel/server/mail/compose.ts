import { locales, type Locale } from '../../language-map.ts';
import { bodiesOf, oneLine, type Block } from './layout.ts';
import type { Letter } from './letter.ts';
import { roleWords, words, type Template } from './texts.ts';

export interface Occasion {
  id: string;
  template: Template;
  /** Language of the recipient; another than the four is written to in English. */
  language: string;
  to: { name: string; address: string };
  /** Who invites, and as what (a role). */
  by?: string;
  role?: string;
  /** Absolute address, token included. */
  url: string;
}

/** The language a person is written to in. */
export const localeOf = (language: string): Locale => locales.find((known) => known === language) ?? 'en';

/** The mail for an occasion: plain text and HTML with the same words, right to left where the language is. */
export function compose({ id, template, language, to, by, role, url }: Occasion): Letter {
  const locale = localeOf(language);
  const mail = words[locale][template];
  const known: Record<string, string> = { name: to.name, by: by ?? '', role: roleWords[locale][role ?? ''] ?? '' };
  const fill = (text: string) => oneLine(text.replace(/\{(name|by|role)\}/g, (_, key: string) => known[key] ?? ''));
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text: fill(text) });
  const blocks: Block[] = [
    ...[mail.greeting, ...mail.before].map(paragraph),
    { kind: 'button', text: mail.button, url },
    ...mail.after.map(paragraph),
  ];
  return { id, to, subject: mail.subject, ...bodiesOf(locale, mail.subject, blocks) };
}
