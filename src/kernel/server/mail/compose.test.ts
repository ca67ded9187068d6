import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { locales } from '../../language-map.ts';
import { compose, type Occasion } from './compose.ts';
import { roleWords } from './texts.ts';

const occasion: Omit<Occasion, 'template' | 'language'> = {
  id: '01900000-0000-7000-8000-000000000001',
  to: { name: 'Delphine Sample', address: 'delphine@example.org' },
  by: 'Sergio Sample',
  role: 'focal-point',
  url: 'https://redthread.example.org/sign-in/link?token=SAMPLE-TOKEN&x=1',
};
const golden = (name: string) => join(import.meta.dirname, 'golden', name);

describe('mails say exactly what is committed beside them', () => {
  for (const language of locales)
    for (const template of ['sign-in', 'invitation'] as const)
      it(`${template}, ${language}`, () => {
        const letter = compose({ ...occasion, template, language });
        const text = `Subject: ${letter.subject}\n\n${letter.text}`;
        // UPDATE_GOLDEN=1 writes them anew; read the difference before committing it.
        if (process.env.UPDATE_GOLDEN) {
          writeFileSync(golden(`${template}.${language}.txt`), text);
          writeFileSync(golden(`${template}.${language}.html`), letter.html);
        }
        expect(text).toBe(readFileSync(golden(`${template}.${language}.txt`), 'utf8'));
        expect(letter.html).toBe(readFileSync(golden(`${template}.${language}.html`), 'utf8'));
      });
});

describe('a mail', () => {
  it('has the link and no gap left in every language and for every role', () => {
    for (const language of locales)
      for (const role of Object.keys(roleWords.en)) {
        const { text, html } = compose({ ...occasion, template: 'invitation', language, role });
        expect(text).toContain(occasion.url);
        expect(text).toContain(roleWords[language][role]);
        expect(`${text}${html}`).not.toMatch(/\{\w+\}|undefined/);
      }
  });

  it('is in English for a language it has no words in', () => {
    expect(compose({ ...occasion, template: 'sign-in', language: 'fa' }).subject).toBe(
      'Your sign-in link for Redthread',
    );
  });

  it('is right to left in Arabic, its address left to right', () => {
    const { html } = compose({ ...occasion, template: 'sign-in', language: 'ar' });
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toMatch(/dir="ltr">https:/);
  });

  it('lets no name bring markup or lines of its own', () => {
    const name = 'Eve <b>bold</b>\r\n\r\nBcc: all@example.org';
    const { text, html } = compose({
      ...occasion,
      template: 'invitation',
      language: 'en',
      to: { name, address: 'e@example.org' },
      by: '<script>',
    });
    expect(html).not.toContain('<b>');
    expect(html).not.toContain('<script>');
    expect(text).not.toMatch(/^Bcc:/m);
  });
});
