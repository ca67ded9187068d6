import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { closeBrowser, visit } from '../support/browser.ts';
import { signInAs } from '../support/sign-in.ts';

/** Reads ../shared/reports: the five real reports take the way of any other, and the wish of 2019 is found again in 2022. Needs a fresh start: the same bytes are refused a second time. */
const folder = path.resolve(import.meta.dirname, '../..', process.env['REDTHREAD_SHARED'] ?? '../shared', 'reports');
const there = existsSync(folder);
if (!there) process.stdout.write(`left out: the journey of the five real reports, ${folder} is not there\n`);

const url = inject('appUrl');
afterAll(closeBrowser);

/** Adopts a waiting import with what the reader found, its fields corrected as a person would. @returns address of the report. */
async function adopt(page: Page, file: string): Promise<string> {
  await page.goto('/import');
  await page.getByRole('link', { name: file }).click();
  await page.getByRole('button', { name: 'Import this report' }).click();
  await page.locator('.record').waitFor();
  return new URL(page.url()).pathname;
}

/** Accepts at once what the reader is sure of; where it is sure of nothing, each proposal with its key. Then marks the report as checked. */
async function confirm(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/review`);
  await page.locator('.desk[data-keys="on"]').waitFor();
  const progress = page.locator('.progress');
  const before = (await progress.textContent())!;
  const bulk = page.locator('details', { has: page.locator('form[action="?/bulk"]') });
  if ((await bulk.count()) > 0) {
    await bulk.locator('summary').click();
    const lowest = await bulk.locator('option').last().getAttribute('value');
    await bulk.locator('select').selectOption(lowest);
    await bulk.getByRole('button').click();
  } else await page.keyboard.press('a');
  await expect.poll(() => progress.textContent()).not.toBe(before);
  await page.goto(address);
  expect(await page.locator('.record .note.confirmed').count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Mark as checked' }).click();
  await page.getByRole('button', { name: 'Publish' }).waitFor();
}

describe.skipIf(!there)('the five real reports', { timeout: 600_000 }, () => {
  test('are imported, adopted and confirmed; the wish of 2019 returns in 2022, is accepted, and its thread opens', async () => {
    const { page, complaints, close } = await visit(url);
    await signInAs(page, 'secretariat');
    await page.goto('/import');
    const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
    expect(files.length).toBe(5);
    await page
      .getByLabel('Drop files here')
      .setInputFiles(
        files.map((name) => ({ name, mimeType: 'text/plain', buffer: readFileSync(path.join(folder, name)) })),
      );
    await page.getByRole('button', { name: 'Read the files' }).click();
    // Read in the background: the list says when each is ready.
    await expect
      .poll(
        async () => {
          await page.goto('/import');
          const rows = page.locator('tr', { hasText: 'outcomes' });
          return (await Promise.all(files.map((name) => rows.filter({ hasText: name }).count()))).every((n) => n > 0);
        },
        { timeout: 180_000 },
      )
      .toBe(true);
    const reports: string[] = [];
    for (const file of files) {
      reports.push(await adopt(page, file));
      await confirm(page, reports.at(-1)!);
    }

    // The later report came in first: it is compared again when the earlier one does.
    const later = reports.find((address) => address.includes('2022'))!;
    const wish = page.locator('.wish', { has: page.locator('.later', { hasText: /asylum authorit/i }) });
    const tie = wish
      .locator('.tie', { hasText: /9 – 10 October 2019|10 October 2019/ })
      .filter({ hasText: /asylum authorit/i });
    await expect.poll(async () => (await page.goto(`${later}/ties`)) && tie.count(), { timeout: 180_000 }).toBe(1);
    expect(await tie.textContent()).toMatch(/Why:.*asylum authorities.*2 years 7 months/s);
    await tie.getByRole('button', { name: /^Accept/ }).click();
    await tie.getByText('accepted', { exact: true }).waitFor();

    // From either end the thread holds both.
    for (const end of [wish.locator('.later a'), tie.locator('blockquote a')]) {
      await page.goto(`${later}/ties`);
      await end.click();
      await page.getByRole('link', { name: 'Open the whole thread' }).click();
      await page.waitForURL(/\/thread\//);
      const days = await page.locator('.knot.outcome .when time').allTextContents();
      expect(days.join(' ')).toMatch(/2019.*2022/s);
    }
    expect(complaints).toEqual([]);
    await close();
  });
});
