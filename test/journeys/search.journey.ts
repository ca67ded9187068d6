import { afterAll, describe, expect, inject, test } from 'vitest';
import { closeBrowser, visit } from '../support/browser.ts';

const url = inject('appUrl');
afterAll(closeBrowser);

/** The sentences a question finds, as a visitor sees them. */
async function ask(q: string, more = ''): Promise<{ texts: string[]; marks: string[]; days: string[] }> {
  const { page, close } = await visit(url, { javaScript: false });
  await page.goto(`/search?q=${encodeURIComponent(q)}${more}`);
  const answer = {
    texts: (await page.locator('main ol .sentence').allTextContents()).map((text) => text.trim()),
    marks: (await page.locator('main mark').allTextContents()).map((text) => text.toLowerCase()),
    days: await page
      .locator('main ol time')
      .evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? '')),
  };
  await close();
  return answer;
}

describe('search answers with sentences', () => {
  test('from the box in the header, one click from the sentence in its report', async () => {
    const { page, close } = await visit(url);
    await page.goto('/reports');
    await page.getByRole('searchbox').fill('training');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?/);
    const words = (await page.locator('main mark').first().textContent())!;
    expect(words.toLowerCase()).toContain('train');
    await page.locator('main ol .sentence a').first().click();
    expect(page.url()).toMatch(/\/reports\/[^/]+#p\d+$/);
    expect((await page.locator(':target').textContent())!).toContain(words);
    await close();
  });

  test('a phrase is narrower than its words, an exclusion takes away, a beginning reaches further', async () => {
    const words = await ask('working group');
    const phrase = await ask('"working group"');
    const without = await ask('working group -chair');
    expect(phrase.texts.length).toBeGreaterThan(0);
    expect(phrase.texts.length).toBeLessThanOrEqual(words.texts.length);
    expect(without.texts.length).toBeLessThan(words.texts.length);
    const whole = await ask('interpret');
    const beginning = await ask('interpret*');
    expect(beginning.texts.length).toBeGreaterThanOrEqual(whole.texts.length);
    expect(beginning.marks.every((mark) => mark.startsWith('interpret'))).toBe(true);
  });

  test('by date means the newest first', async () => {
    const { days } = await ask('meeting', '&order=date');
    expect(days.length).toBeGreaterThan(3);
    expect(days).toEqual([...days].sort().reverse());
  });

  test('a question without an answer says so and what to try', async () => {
    const { page, close } = await visit(url);
    await page.goto('/search?q=zeppelin');
    expect(await page.locator('main').textContent()).toContain('Nothing found for “zeppelin”');
    await page.goto('/search?q=-meeting');
    expect(await page.locator('main').textContent()).toContain('There is no word to look for');
    await close();
  });

  test('what was asked is shown as text, whatever it contains', async () => {
    const { page, complaints, close } = await visit(url);
    await page.goto(`/search?q=${encodeURIComponent('<img src=x onerror=alert(1)> "')}`);
    expect(await page.locator('main img').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});
