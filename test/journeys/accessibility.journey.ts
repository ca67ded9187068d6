import { afterAll, describe, expect, inject, test } from 'vitest';
import {
  accessibilityFaults,
  closeBrowser,
  desk,
  phone,
  scrollsSideways,
  shot,
  visit,
  type Looks,
} from '../support/browser.ts';
import { signInAs } from '../support/sign-in.ts';

const url = inject('appUrl');
afterAll(closeBrowser);

const looks: [name: string, prefix: string, looks: Looks][] = [
  ['English, desk, light', '', { ...desk, scheme: 'light' }],
  ['Arabic, phone, dark', '/ar', { ...phone, scheme: 'dark' }],
];

/** Pages everybody sees, then those only some people have. Those of one report, outcome or thread are found through the lists. */
const open = [
  '/',
  '/reports',
  '/outcomes',
  '/search?q=border',
  '/search?q=zzzz',
  '/sign-in',
  '/nothing-here',
  '/register',
  '/register/parties/BIH',
  '/register/bodies/body:wg-south-east-europe',
  '/commitments',
  '/commitments/C-1',
  '/activities',
  '/activities/A-1',
  '/goals',
  '/goals/bp-2019/1',
  '/loom',
  '/loom?as=table',
  '/loom?across=parties',
  '/years',
  '/years/2025',
  '/plan',
  '/plan/2025-2026',
  '/plan/2025-2026/versions/2',
  '/calendar',
  '/calendar?view=list',
  '/calendar?view=year',
  '/calendar/feeds',
  '/api',
];
const reviewers = [
  '/',
  '/reports',
  '/outcomes?state=proposed',
  '/import',
  '/account',
  '/references',
  '/commitments',
  '/commitments/C-1',
  '/commitments/new',
  '/activities/new',
  '/activities/A-1',
  '/goals',
  '/goals/bp-2019/1',
  '/goals/import',
  '/plan/new',
  '/plan/2025-2026/versions/1',
  '/plan/2025-2026/versions/2/changes',
  '/plan/2027-2028',
  '/plan/2027-2028/desk',
  '/plan/2027-2028/sheet',
  '/bodies/body:wg-south-east-europe/state-of-play',
];
const focalPoints = ['/', '/commitments/C-9', '/plan/2027-2028', '/plan/2027-2028/inputs/BIH', '/calendar/feeds'];

async function firstLink(page: import('playwright-core').Page, list: string, pattern: RegExp): Promise<string> {
  await page.goto(list);
  const links = await page.locator('main a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  const found = links.map((href) => new URL(href, 'http://x').pathname).find((path) => pattern.test(path));
  if (!found) throw new Error(`no link like ${pattern} on ${list}`);
  return found;
}

describe('WCAG 2.2 AA', () => {
  for (const [name, prefix, how] of looks) {
    test(`pages open to everybody: ${name}`, { timeout: 600_000 }, async () => {
      const { page, close } = await visit(url, how);
      const report = await firstLink(page, '/reports', /^\/reports\/[^/]+$/);
      const outcome = await firstLink(page, '/outcomes', /^\/outcomes\/[^/.]+$/);
      const thread = await firstLink(page, '/commitments/C-1', /^\/thread\/[^/.]+$/);
      await expectClean(page, [...open, report, outcome, thread], prefix, name);
      await close();
    });

    test(`pages of a reviewer: ${name}`, { timeout: 600_000 }, async () => {
      const { page, close } = await visit(url, how);
      await signInAs(page, 'secretariat');
      const report = await firstLink(page, '/reports', /^\/reports\/[^/]+$/);
      const outcome = await firstLink(page, '/outcomes', /^\/outcomes\/[^/.]+$/);
      const raising = `/commitments/new?outcome=${outcome.split('/')[2]}`;
      const ofOne = [report, `${report}/review`, `${report}/ties`, raising];
      await expectClean(page, [...reviewers, ...ofOne], prefix, `reviewer, ${name}`);
      await close();
    });

    test(`pages of a focal point: ${name}`, { timeout: 600_000 }, async () => {
      const { page, close } = await visit(url, how);
      await signInAs(page, 'focal-point');
      await expectClean(page, focalPoints, prefix, `focal point, ${name}`);
      await close();
    });
  }

  test(
    'on a phone the menu opens with one key and leads on, without JavaScript too',
    { timeout: 600_000 },
    async () => {
      for (const javaScript of [true, false]) {
        const { page, close } = await visit(url, { ...phone, javaScript });
        await page.goto('/');
        const menu = page.locator('#site-menu');
        expect(await menu.isVisible()).toBe(false);
        await page.getByRole('button', { name: 'Menu', exact: true }).press('Enter');
        expect(await menu.isVisible()).toBe(true);
        if (javaScript) expect(await accessibilityFaults(page)).toEqual([]);
        await menu.getByRole('link', { name: 'Goals' }).click();
        await page.waitForURL('**/goals');
        expect(await page.locator('#site-menu [aria-current="page"]').textContent()).toBe('Goals');
        await close();
      }
    },
  );

  test('at 320 pixels nothing has to be scrolled across', { timeout: 600_000 }, async () => {
    const { page, close } = await visit(url, { width: 320, height: 640 });
    for (const path of open) {
      await page.goto(path);
      expect([path, await scrollsSideways(page)]).toEqual([path, false]);
    }
    await close();
  });

  test('the first key leads past the header', async () => {
    const { page, close } = await visit(url);
    await page.goto('/reports');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    await close();
  });
});

async function expectClean(
  page: import('playwright-core').Page,
  paths: string[],
  prefix: string,
  name: string,
): Promise<void> {
  const faults: string[] = [];
  for (const path of paths) {
    const answer = await page.goto(`${prefix}${path}`);
    if (answer?.status() !== (path === '/nothing-here' ? 404 : 200))
      faults.push(`${prefix}${path}: answered ${answer?.status()}`);
    faults.push(...(await accessibilityFaults(page)).map((fault) => `${prefix}${path}: ${fault}`));
    if (await scrollsSideways(page)) faults.push(`${prefix}${path}: scrolls sideways`);
    await shot(page, `${name} ${path}`.replaceAll(/[^a-z0-9]+/gi, '-'));
  }
  expect(faults).toEqual([]);
}
