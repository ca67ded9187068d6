import { afterAll, describe, expect, inject, test } from 'vitest';
import { accessibilityFaults, closeBrowser, desk, phone, scrollsSideways, shot, visit } from '../support/browser.ts';
import { signInAs } from '../support/sign-in.ts';

afterAll(closeBrowser);

describe('one-click sign-in', () => {
  test.each(['secretariat', 'chair', 'focal-point', 'member', 'observer', 'administrator'] as const)(
    'of the sample: %s',
    async (role) => {
      const { page, complaints, close } = await visit(inject('appUrl'));
      await signInAs(page, role);
      const people = await page.goto('/people');
      expect(people?.status()).toBe(['secretariat', 'administrator', 'focal-point'].includes(role) ? 200 : 403);
      const log = await page.goto('/audit');
      expect(log?.status()).toBe(['secretariat', 'administrator'].includes(role) ? 200 : 403);
      expect(complaints.filter((line) => !line.includes('403'))).toEqual([]);
      await close();
    },
  );
});

test.each([
  ['English, desk, light', '', { ...desk, scheme: 'light' }],
  ['Arabic, phone, dark', '/ar', { ...phone, scheme: 'dark' }],
] as const)('the pages of people are clean to WCAG 2.2 AA: %s', { timeout: 600_000 }, async (name, prefix, looks) => {
  const { page, complaints, close } = await visit(inject('appUrl'), looks);
  await signInAs(page, 'secretariat');
  await page.goto(`${prefix}/people`);
  const somebody = await page.locator('td a').first().getAttribute('href');
  for (const path of [
    `${prefix}/people`,
    somebody!,
    `${prefix}/people/invite`,
    `${prefix}/account`,
    `${prefix}/audit`,
    `${prefix}/sign-in/link?token=x`,
  ]) {
    await page.goto(path);
    for (const summary of await page.locator('main summary').all()) await summary.click();
    expect([path, await accessibilityFaults(page), await scrollsSideways(page)]).toEqual([path, [], false]);
    await shot(page, `people ${name} ${path.split('/').pop()!.slice(0, 12)}`);
  }
  expect(complaints).toEqual([]);
  await close();
});
