import ICAL from 'ical.js';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { accessibilityFaults, closeBrowser, desk, phone, scrollsSideways, shot, visit } from '../support/browser.ts';
import { signInAs } from '../support/sign-in.ts';

const url = inject('appUrl');
afterAll(closeBrowser);

/** A month in which the sample has a meeting that everybody may see. */
const month = '2024-04';

describe('the calendar', () => {
  test('is a month, a list and a year of the same, with the keyboard alone', async () => {
    const { page, complaints, close } = await visit(url);
    await page.goto(`/calendar?month=${month}`);
    const table = page.getByRole('table').first();
    expect(await table.getByRole('columnheader').count()).toBe(7);
    const titles = await table.locator('a').allTextContents();
    expect(titles.length).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'List', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    expect(await page.locator('main').textContent()).toContain(titles[0]);
    await page.getByRole('link', { name: 'Year', exact: true }).click();
    expect(await page.getByRole('table').count()).toBe(12);
    await page.locator('td a').first().click();
    expect(new URL(page.url()).hash).toMatch(/^#d\d{4}-/);
    expect(complaints).toEqual([]);
    await close();
  });

  test('narrows down by what is chosen, and keeps month and view', async () => {
    const { page, close } = await visit(url, { javaScript: false });
    await page.goto(`/calendar?view=list&month=${month}`);
    await page.getByLabel('Kind').selectOption({ label: 'Due' });
    await page.getByRole('button', { name: 'Show' }).click();
    const { searchParams } = new URL(page.url());
    expect([searchParams.get('view'), searchParams.get('month'), searchParams.get('kind')]).toEqual([
      'list',
      month,
      'deadline',
    ]);
    await close();
  });

  test.each([
    ['English, desk, light', '', { ...desk, scheme: 'light' }],
    ['Arabic, phone, dark', '/ar', { ...phone, scheme: 'dark' }],
  ] as const)('is clean to WCAG 2.2 AA: %s', { timeout: 600_000 }, async (name, prefix, looks) => {
    const { page, close } = await visit(url, looks);
    await signInAs(page, 'focal-point');
    for (const path of [
      '/',
      `/calendar?month=${month}`,
      `/calendar?view=list&month=2024-01`,
      '/calendar?view=year&month=2024-01',
      '/calendar/feeds',
      '/account',
      '/unsubscribe/x',
    ]) {
      await page.goto(`${prefix}${path}`);
      expect([path, await accessibilityFaults(page), await scrollsSideways(page)]).toEqual([path, [], false]);
      await shot(page, `calendar ${name} ${path}`.replaceAll(/[^a-z0-9]+/gi, '-'));
    }
    await close();
  });
});

describe('a calendar link', () => {
  test('is open to everybody, answers shortly when nothing changed, and parses', async () => {
    const first = await fetch(`${url}/calendar.ics`);
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const calendar = new ICAL.Component(ICAL.parse(await first.text()));
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    const again = await fetch(`${url}/calendar.ics`, { headers: { 'if-none-match': first.headers.get('etag')! } });
    expect(again.status).toBe(304);
    const arabic = await (await fetch(`${url}/ar/calendar.ics`)).text();
    expect(arabic).toContain('X-WR-CALNAME:Redthread');
  });

  test('by secret is shown once, reads without a cookie, and is gone when it is ended', async () => {
    const { page, complaints, close } = await visit(url);
    await signInAs(page, 'member');
    await page.goto('/calendar/feeds?kind=deadline');
    await page.getByLabel('Name of the link').fill('Telephone of the journey');
    await page.getByRole('button', { name: 'Make a link' }).click();
    const address = await page.locator('#secret').inputValue();
    expect(address).toMatch(/\/calendar\/[\w-]{43}\.ics$/);
    const local = `${url}${new URL(address).pathname}`;
    const feed = await fetch(local);
    expect([feed.status, feed.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
    await page.goto('/calendar/feeds');
    expect(await page.content()).not.toContain(new URL(address).pathname);
    await page.getByRole('button', { name: 'Renew: Telephone of the journey' }).click();
    const renewed = await page.locator('#secret').inputValue();
    expect((await fetch(local)).status).toBe(404);
    await page.goto('/calendar/feeds');
    await page.getByRole('button', { name: 'End: Telephone of the journey' }).click();
    await page.getByText('The link is ended.').waitFor();
    expect((await fetch(`${url}${new URL(renewed).pathname}`)).status).toBe(410);
    expect((await fetch(`${url}/calendar/${'a'.repeat(43)}.ics`)).status).toBe(404);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('mails', () => {
  test('are chosen in the account, kept, and say so', async () => {
    const { page, close } = await visit(url, { javaScript: false });
    await signInAs(page, 'observer');
    await page.goto('/account');
    const choice = page.getByLabel('Overdue', { exact: true });
    await choice.selectOption({ label: 'no mail' });
    await page.getByLabel('Your time zone').selectOption('Asia/Kabul');
    await page.getByRole('button', { name: 'Keep these choices' }).click();
    await page.getByText('Your choices are kept.').waitFor();
    expect(await page.getByLabel('Overdue', { exact: true }).inputValue()).toBe('none');
    expect(await page.getByLabel('Your time zone').inputValue()).toBe('Asia/Kabul');
    await close();
  });

  test('end by one click of a mail program, without cookie or origin; a made-up link ends nothing', async () => {
    const post = (link: string, headers: Record<string, string> = {}) =>
      fetch(`${url}/unsubscribe/${link}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: 'List-Unsubscribe=One-Click',
      });
    // The framework's check of the origin lets it through to the page, which does not know the link.
    expect((await post('made-up')).status).toBe(404);
    expect((await post('made-up', { origin: 'https://elsewhere.example' })).status).toBe(403);
    const { page, close } = await visit(url);
    await page.goto('/unsubscribe/made-up');
    await page.getByText('This link does not work').waitFor();
    expect(await page.getByRole('button', { name: 'End these mails' }).count()).toBe(0);
    await close();
  });
});
