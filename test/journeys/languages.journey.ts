import { readFileSync, readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { localeNames, locales, localised, type Locale } from '../../src/ui/locales.ts';
import { closeBrowser, visit } from '../support/browser.ts';
import { signInAs } from '../support/sign-in.ts';

const url = inject('appUrl');
afterAll(closeBrowser);

/** Every interface text of a language, by key. */
function messages(locale: Locale): Record<string, string> {
  const texts = readdirSync('messages').flatMap((area) =>
    Object.entries(JSON.parse(readFileSync(`messages/${area}/${locale}.json`, 'utf8')) as Record<string, unknown>),
  );
  return Object.fromEntries(texts.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

const everywhere = [
  '/',
  '/reports',
  '/outcomes',
  '/search?q=training',
  '/search?q=zzzz',
  '/import',
  '/register',
  '/account',
  '/nothing-here',
];

/**
 * Interface texts of English that a page in another language shows as a whole. Names and words of reports stay in
 * their own language: they are marked with `lang`, `dir` or `bdi`, or stand in a table of records.
 */
async function leftInEnglish(page: Page, locale: Locale): Promise<string[]> {
  if (locale === 'en') return [];
  const own = messages(locale);
  const english = new Set(
    Object.entries(messages('en')).flatMap(([key, text]) => (text !== own[key] && text.length > 3 ? [text] : [])),
  );
  const shown = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement!;
      if (!parent.closest('bdi, [lang]:not(html), [dir="auto"], td, option, .eyebrow'))
        texts.push((walker.currentNode.textContent ?? '').trim());
    }
    return texts;
  });
  return shown.filter((text) => english.has(text));
}

describe('the interface speaks four languages', () => {
  for (const locale of locales) {
    test(
      `${localeNames[locale]}: the address decides, nothing of English is left behind`,
      { timeout: 180_000 },
      async () => {
        const { page, complaints, close } = await visit(url);
        await page.goto(localised('/reports', locale));
        const html = page.locator('html');
        expect(await html.getAttribute('lang')).toBe(locale);
        expect(await html.getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr');
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(messages(locale)['nav_reports']);
        await signInAs(page, 'secretariat');
        for (const path of everywhere) {
          await page.goto(localised(path, locale));
          // The sample says on every page that it is one.
          expect(await page.getByText(messages(locale)['sample_notice']!).isVisible(), path).toBe(true);
          expect([path, await leftInEnglish(page, locale)]).toEqual([path, []]);
        }
        expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
        await close();
      },
    );
  }

  test('switching the language keeps the place and what was asked', async () => {
    const { page, close } = await visit(url);
    await page.goto('/search?q=training');
    await page.getByRole('link', { name: localeNames.tr }).click();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/tr/search?q=training');
    await page.getByRole('link', { name: localeNames.en, exact: true }).click();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/search?q=training');
    await close();
  });

  test('right to left is a mirror, not a second design: the first place stands to the right of the second', async () => {
    const { page, close } = await visit(url);
    await page.goto('/ar');
    const places = page.locator('header nav .places a');
    const first = (await places.nth(0).boundingBox())!;
    const second = (await places.nth(1).boundingBox())!;
    expect(first.x).toBeGreaterThan(second.x);
    await close();
  });
});
