import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { accessibilityFaults, closeBrowser, desk, phone, scrollsSideways, shot, visit } from '../support/browser.ts';

const url = inject('appUrl');
afterAll(closeBrowser);

const secretariat = 'Jonas Lindqvist';
const bosnia = 'Emina Karadža';

/** What one person of the sample does, in a browser of their own without a script. */
async function as<T>(name: string, work: (page: Page) => Promise<T>): Promise<T> {
  const { page, complaints, close } = await visit(url, { ...desk, javaScript: false });
  await page.goto('/sign-in');
  await page.locator('form[action*="?/sample"] button').filter({ hasText: name }).first().click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  const value = await work(page);
  // A refused form answers 422, and an unseen page 404: the browser notes both.
  expect(complaints.filter((one) => !/status of (404|422)/.test(one))).toEqual([]);
  await close();
  return value;
}
const said = async (page: Page) => (await page.getByRole('status').textContent())!;

describe('a meeting', { timeout: 600_000 }, () => {
  let path = '';

  test('is prepared from a template, gets break-outs and a paper, and its invitations go out; the focal point answers on a phone', async () => {
    await as(secretariat, async (page) => {
      await page.goto('/meetings/new');
      await page.locator('[name="template"][value="thematic"]').check();
      await page.locator('[name="title"]').fill('Thematic meeting of a journey');
      await page.locator('[name="bodies"][value="body:wg-south-east-europe"]').check();
      await page.locator('[name="first_day"]').fill('2031-05-06');
      await page.locator('[name="zone"]').fill('Europe/Nowhere');
      await page.getByRole('button', { name: 'Prepare it' }).click();
      // Refused, and everything stays typed.
      expect(await page.getByRole('alert').textContent()).toContain('no time zone');
      expect(await page.locator('[name="title"]').inputValue()).toBe('Thematic meeting of a journey');
      await page.locator('[name="zone"]').fill('Europe/Sofia');
      await page.getByRole('button', { name: 'Prepare it' }).click();
      expect(await said(page)).toContain('Prepared');
      path = new URL(page.url()).pathname;
      // The page of the next meeting opens with what the last one left open.
      await page.getByRole('heading', { name: 'From the last meeting' }).waitFor();
      await page.getByRole('button', { name: /Draft the agenda item/ }).click();
      expect(await said(page)).toContain('drafted');
      expect(await page.locator('ul[aria-label="Guiding questions"] li').count()).toBeGreaterThan(0);

      const breakOuts = page.locator('details').filter({ hasText: 'Add break-outs: Break-outs' });
      await breakOuts.locator('summary').click();
      await breakOuts.locator('[name="names"]').fill('Lakes\nHarbours');
      await breakOuts.getByRole('button', { name: 'Add break-outs' }).click();
      expect(await page.getByText('Lakes', { exact: true }).first().isVisible()).toBe(true);
      expect(await page.getByText('Chatham House Rule: who said what is not revealed.').count()).toBe(3);

      await page.goto(`${path}/papers`);
      await page.getByText('Add a paper', { exact: true }).first().click();
      await page.locator('form[action="?/add"] [name="title.en"]').fill('Notes on boats');
      await page.locator('form[action="?/add"]').getByRole('button', { name: 'Add a paper' }).click();
      await page.locator('summary').filter({ hasText: 'Add a file' }).click();
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: 'boats.txt', mimeType: 'text/plain', buffer: Buffer.from('Our own words.') });
      await page.getByRole('button', { name: 'Add a file' }).click();
      expect(await page.getByText('boats.txt').first().isVisible()).toBe(true);

      await page.goto(`${path}/invitations`);
      await page.locator('select[name="parties"]').selectOption(['BIH', 'ALB']);
      await page.getByRole('button', { name: 'Invite' }).click();
      await page.goto(`${path}/edit`);
      await page.locator('[name="place"]').fill('Sofia, Bulgaria');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('button', { name: 'Send the invitations out' }).click();
      expect(await said(page)).toContain('invitations are out');
      expect((await page.request.get(`${path}/letter.pdf?party=BIH`)).headers()['content-type']).toBe(
        'application/pdf',
      );
      expect(await (await page.request.get(`${path}/meeting.ics`)).text()).toContain('METHOD:PUBLISH');
    });

    const focal = await visit(url, { ...phone, javaScript: false });
    const page = focal.page;
    await page.goto('/sign-in');
    await page.locator('form[action*="?/sample"] button').filter({ hasText: bosnia }).first().click();
    await page.goto('/');
    await page
      .getByRole('link', { name: /Thematic meeting of a journey/ })
      .first()
      .click();
    await page.locator('[name="answer"][value="accepted"]').check();
    await page.locator('[name="note"]').fill('With two advisers.');
    await page.getByRole('button', { name: 'Send the answer' }).click();
    expect(await said(page)).toContain('sent');
    expect(await scrollsSideways(page)).toBe(false);
    await focal.close();
  });

  test('has pages without faults, on a phone and right to left', async () => {
    const { page, close } = await visit(url, { ...phone });
    await page.goto('/sign-in');
    await page.locator('form[action*="?/sample"] button').filter({ hasText: secretariat }).first().click();
    await page.getByRole('status').or(page.locator('main')).first().waitFor();
    const faults: unknown[] = [];
    for (const part of ['', '/agenda', '/papers', '/invitations', '/edit'])
      for (const language of part === '' || part === '/invitations' ? ['', '/ar'] : ['']) {
        await page.goto(`${language}${path}${part}`);
        faults.push(...(await accessibilityFaults(page)).map((fault) => `${language}${part}: ${fault}`));
        if (await scrollsSideways(page)) faults.push(`${language}${part}: scrolls sideways`);
      }
    await page.goto('/ar/meetings');
    faults.push(...(await accessibilityFaults(page)));
    expect(faults).toEqual([]);
    await shot(page, 'meetings-phone-ar');
    await close();
  });
});
