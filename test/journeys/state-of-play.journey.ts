import { afterAll, describe, expect, inject, test } from 'vitest';
import { accessibilityFaults, closeBrowser, desk, phone, scrollsSideways, shot, visit } from '../support/browser.ts';
import { signInAs } from '../support/sign-in.ts';

const url = inject('appUrl');
afterAll(closeBrowser);

const path = '/bodies/body:wg-south-east-europe/state-of-play';

describe('the state of play', () => {
  test('is read on a phone without a script: folded, with a way to every part', async () => {
    const { page, close } = await visit(url, { ...phone, javaScript: false });
    await signInAs(page, 'chair');
    await page.goto(path);
    const parts = page.locator('details.part');
    const count = await parts.count();
    expect(count).toBeGreaterThan(4);
    // The first two parts are open; of the others the heading is there, with how much it holds.
    expect(await page.locator('details.part[open]').count()).toBe(2);
    expect(await parts.last().locator('summary').textContent()).toMatch(/\d/);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeLessThan(6000);
    expect(await scrollsSideways(page)).toBe(false);
    // A link of the contents opens its part.
    const last = await parts.last().locator('> div').getAttribute('id');
    expect(await page.locator(`#${last}`).isVisible()).toBe(false);
    await page.getByRole('navigation', { name: 'Contents' }).locator(`a[href="#${last}"]`).click();
    await page.locator(`#${last}`).waitFor({ state: 'visible' });
    expect(await parts.last().getAttribute('open')).not.toBeNull();
    await close();
  });

  test(
    'is printed with nothing folded, and is accessible folded and unfolded, in every look',
    { timeout: 900_000 },
    async () => {
      for (const scheme of ['light', 'dark'] as const)
        for (const size of [phone, desk]) {
          const { page, close } = await visit(url, { ...size, scheme });
          await signInAs(page, 'chair');
          for (const language of ['', '/ar']) {
            await page.goto(`${language}${path}`);
            const name = `play-${size === phone ? 'phone' : 'desk'}-${scheme}${language.replace('/', '-')}`;
            await shot(page, name);
            const closed = page.locator('details.part:not([open]) > summary');
            while ((await closed.count()) > 0) await closed.first().press('Enter');
            expect(await accessibilityFaults(page), name).toEqual([]);
            expect(await scrollsSideways(page), name).toBe(false);
            await shot(page, `${name}-open`);
          }
          await close();
        }
      const { page, close } = await visit(url, desk);
      await page.goto(path);
      const hidden = async () =>
        page
          .locator('details.part:not([open]) > div')
          .evaluateAll((parts) => parts.filter((part) => !part.checkVisibility()).length);
      expect(await hidden()).toBeGreaterThan(0);
      await page.emulateMedia({ media: 'print' });
      expect(await hidden()).toBe(0);
      await close();
    },
  );
});
