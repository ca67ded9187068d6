import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { locales, type Locale } from '../../../kernel/language-map.ts';
import { formatDay } from '../../../ui/dates.ts';
import { sentences, type Content, type Sentence } from '../content.ts';
import { noticeKinds, type NoticeKind } from '../kinds.ts';
import { noticeLetter } from './letter.ts';
import { openSubscription, sealSubscription } from './unsubscribe.ts';

const kindOf: Partial<Record<Sentence, NoticeKind>> = {
  'claim-confirmed': 'claim-answered',
  'claim-returned': 'claim-answered',
  'meeting-date': 'meeting-call',
  'meeting-invited': 'meeting-call',
  'meeting-changed': 'meeting-change',
  'meeting-withdrawn': 'meeting-change',
  'meeting-cancelled': 'meeting-change',
  'meeting-answer-late': 'meeting-answer',
  'plan-late': 'plan-deadline',
  'draft-circulated': 'report-draft',
  'draft-silence': 'report-draft',
  'draft-broken': 'report-draft',
  'draft-adopted': 'report-draft',
  'report-checked': 'report',
  'report-published': 'report',
};
const content = (sentence: Sentence, more: Partial<Content> = {}): Content => ({
  id: 'n1',
  kind: kindOf[sentence] ?? (sentence as NoticeKind),
  sentence,
  title: 'Joint count of the boats on the lakes',
  who: 'Georgia',
  day: '2026-06-30',
  path: '/commitments/C-12',
  ...more,
});
const letter = (template: 'notice' | 'digest', locale: Locale, contents: Content[]) =>
  noticeLetter(contents, {
    mail: {
      id: '01900000-0000-7000-8000-000000000001',
      template,
      person: 'p1',
      to: { name: 'Delphine Sample', address: 'delphine@example.org' },
      language: locale,
    },
    locale,
    address: (path) => `https://redthread.example.org${locale === 'en' ? '' : `/${locale}`}${path}`,
    ending: 'https://redthread.example.org/unsubscribe/SEALED',
    formatDay,
  });
const golden = (name: string) => join(import.meta.dirname, 'golden', name);

describe('notices say exactly what is committed beside them', () => {
  for (const locale of locales)
    for (const template of ['notice', 'digest'] as const)
      it(`${template}, ${locale}`, () => {
        const made = letter(
          template,
          locale,
          template === 'notice' ? [content('asked')] : sentences.map((one) => content(one)),
        );
        const text = `Subject: ${made.subject}\n\n${made.text}`;
        // UPDATE_GOLDEN=1 writes them anew; read the difference before committing it.
        if (process.env.UPDATE_GOLDEN) {
          writeFileSync(golden(`${template}.${locale}.txt`), text);
          writeFileSync(golden(`${template}.${locale}.html`), made.html);
        }
        expect(text).toBe(readFileSync(golden(`${template}.${locale}.txt`), 'utf8'));
        expect(made.html).toBe(readFileSync(golden(`${template}.${locale}.html`), 'utf8'));
      });
});

describe('a notice', () => {
  it('has a sentence for every kind, in every language, without a gap', () => {
    for (const locale of locales)
      for (const sentence of sentences)
        for (const day of ['2026-06-30', null]) {
          const { text, html, subject } = letter('notice', locale, [content(sentence, { day })]);
          expect(text).toContain('Joint count of the boats on the lakes');
          expect(`${subject}${text}${html}`).not.toMatch(/\{\w+\}|undefined|null/);
        }
    expect(new Set(sentences.map((one) => kindOf[one] ?? one))).toEqual(new Set(noticeKinds));
  });

  it('lets no title bring markup, lines or another subject', () => {
    const { subject, text, html } = letter('notice', 'en', [
      content('asked', { title: 'x <b>\r\n\r\nBcc: all@example.org' }),
    ]);
    expect(html).not.toContain('<b>');
    expect(text).not.toMatch(/^Bcc:/m);
    expect(subject).not.toMatch(/[\r\n]/);
  });
});

describe('the link that ends mails', () => {
  const secret = 'a-secret-of-the-tests-0123456789-abcdefghijklm';
  const person = '01900000-0000-7000-8000-000000000001';
  it('says whose mails and which to this installation, and nothing to anybody else', () => {
    const seal = sealSubscription(secret, { person, kind: 'due' });
    expect(openSubscription(secret, seal)).toEqual({ person, kind: 'due' });
    expect(Buffer.from(seal, 'base64url').toString('latin1')).not.toContain(person);
    expect(openSubscription(`${secret}x`, seal)).toBeNull();
    expect(sealSubscription(secret, { person, kind: 'due' })).not.toBe(seal);
  });
  it('cannot be changed or made up', () => {
    const seal = sealSubscription(secret, { person, kind: 'digest' });
    const bytes = Buffer.from(seal, 'base64url');
    for (let n = 0; n < bytes.length; n++) {
      const changed = Buffer.from(bytes);
      changed[n]! ^= 1;
      expect(openSubscription(secret, changed.toString('base64url'))).toBeNull();
    }
    for (const text of ['', 'x', 'a'.repeat(400), seal.slice(0, -4)]) expect(openSubscription(secret, text)).toBeNull();
  });
});
