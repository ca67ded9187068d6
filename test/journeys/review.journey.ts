import { afterAll, describe, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { closeBrowser, phone, visit } from '../support/browser.ts';
import { asFile, correctedFerryReport, ferryReport, printRun } from '../support/ferry-report.ts';
import { signInAs } from '../support/sign-in.ts';

const url = inject('appUrl');
afterAll(closeBrowser);

/** Brings a report in through the page and adopts it as new; leaves the browser on its page. @returns its address. */
async function bringIn(page: Page, edition: string): Promise<string> {
  await page.goto('/import');
  await page
    .getByLabel('Drop files here')
    .setInputFiles(asFile(`ferry${edition.replaceAll(' ', '-')}.md`, ferryReport(edition)));
  await page.getByRole('button', { name: 'Read the files' }).click();
  await page.getByRole('button', { name: 'Import this report' }).click();
  await page.locator('.record').waitFor();
  return new URL(page.url()).pathname;
}

const current = (page: Page) => page.locator('.current blockquote');
const state = async (page: Page) => (await page.locator('.current .badge').textContent())!.trim();
/** Waits until the script of the desk listens to keys. */
const awake = (page: Page) => page.locator('.desk[data-keys="on"]').waitFor();
/** Waits until the desk says how many are left. */
const left = (page: Page, number: number) =>
  page.getByText(number === 0 ? 'Everything in this report has been looked at.' : `${number} to go`).waitFor();

describe('from a file to confirmed outcomes', () => {
  test('preview, adopt, decide with the keyboard, find it again', { timeout: 600_000 }, async () => {
    const { page, complaints, close } = await visit(url);
    await signInAs(page, 'secretariat');
    await page.goto('/import');
    await page.getByLabel('Drop files here').setInputFiles(asFile('ferry-keys.md', ferryReport(', Keyboard Edition')));
    await page.getByRole('button', { name: 'Read the files' }).click();

    // The preview fills in what the report says; nothing is live yet.
    expect(await page.getByLabel('Title of the meeting').inputValue()).toContain('Ferry Landings');
    expect(await page.getByLabel('From', { exact: true }).first().inputValue()).toBe('2027-05-04');
    expect(await page.locator('.record .note.proposed').count()).toBeGreaterThanOrEqual(4);
    const visitor = await visit(url);
    await visitor.page.goto(`/search?q=${printRun}`);
    expect(await visitor.page.locator('main mark').count()).toBe(0);

    await page.getByRole('button', { name: 'Import this report' }).click();
    await page.locator('.record').waitFor();
    const report = new URL(page.url()).pathname;
    expect(await page.locator('.record .note.confirmed').count()).toBe(0);

    await page.getByRole('link', { name: 'Review outcomes' }).click();
    await page.locator('.progress').waitFor();
    const total = Number(/of (\d+)/.exec((await page.locator('.progress').textContent())!)![1]);
    expect(total).toBeGreaterThanOrEqual(4);
    await awake(page);

    // Next and previous move without deciding.
    const first = await current(page).textContent();
    await page.keyboard.press('j');
    await expect.poll(() => current(page).textContent()).not.toBe(first);
    await page.keyboard.press('k');
    await expect.poll(() => current(page).textContent()).toBe(first);

    // Accept, then take it back, then accept again: each time the desk goes on to the next proposal.
    await page.keyboard.press('a');
    await left(page, total - 1);
    await expect.poll(() => current(page).textContent()).not.toBe(first);
    await page.keyboard.press('u');
    await left(page, total);
    await page.keyboard.press('a');
    await left(page, total - 1);
    await page.keyboard.press('x');
    await left(page, total - 2);

    // Edit: letters typed in a field are letters.
    await page.keyboard.press('e');
    const desk = page.locator('[data-open="editing"]');
    await desk.getByLabel('Kind').selectOption('request');
    await desk.getByLabel('By 1').fill('Georgia');
    await desk.getByRole('button', { name: 'Save and accept' }).click();
    await left(page, total - 3);

    // Add by selecting text.
    await page.locator('.run', { hasText: 'Quiet moorings were praised' }).first().selectText();
    await page.keyboard.press('n');
    const adding = page.locator('[data-open="adding"]');
    expect(await adding.getByLabel('Words in the report').inputValue()).toContain('Quiet moorings were praised');
    await adding.getByRole('button', { name: 'Add outcome' }).click();
    await page.waitForURL(/at=/);
    await expect.poll(() => state(page)).toBe('confirmed');
    await expect.poll(() => current(page).textContent()).toContain('Quiet moorings were praised');

    // It is in the list of outcomes, from where one click leads to its sentence.
    await page.goto(`/search?q=${encodeURIComponent(`"quiet moorings" ${printRun}`)}&in=outcomes`);
    await page.locator('main ol .sentence a').first().click();
    expect(await page.locator('blockquote').textContent()).toContain('Quiet moorings were praised');
    await page.getByRole('link', { name: 'Open the report at this sentence' }).click();
    expect(new URL(page.url()).pathname).toBe(report);
    expect((await page.locator('.run.here').allTextContents()).join('')).toContain('Quiet moorings');

    // And a visitor sees none of it until the report is published.
    await visitor.page.goto(`/search?q=${printRun}`);
    expect(await visitor.page.locator('main mark').count()).toBe(0);
    await page.goto(report);
    await page.getByRole('button', { name: 'Mark as checked' }).click();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('The report is published.').waitFor();
    await visitor.page.goto(`/search?q=${printRun}`);
    expect(await visitor.page.locator('main mark').count()).toBeGreaterThan(0);
    await visitor.close();
    expect(complaints).toEqual([]);
    await close();
  });

  test('the same on a phone with JavaScript switched off: forms and links alone', { timeout: 600_000 }, async () => {
    const { page, close } = await visit(url, { ...phone, javaScript: false });
    await signInAs(page, 'secretariat');
    await bringIn(page, ', Plain Edition');
    await page.getByRole('link', { name: 'Review outcomes' }).click();
    const total = Number(/of (\d+)/.exec((await page.locator('.progress').textContent())!)![1]);
    await page.getByRole('button', { name: 'Accept', exact: false }).first().click();
    await left(page, total - 1);
    await page.getByRole('button', { name: 'Reject' }).first().click();
    await left(page, total - 2);
    await page.locator('summary', { hasText: 'Add an outcome' }).click();
    const adding = page.locator('[data-open="adding"]');
    await adding.getByLabel('Words in the report').fill('These words are nowhere.');
    await adding.getByRole('button', { name: 'Add outcome' }).click();
    await page.getByText('This could not be done').waitFor();
    expect(await page.locator('[data-open="adding"]').getByLabel('Words in the report').inputValue()).toBe(
      'These words are nowhere.',
    );
    await page
      .locator('[data-open="adding"]')
      .getByLabel('Words in the report')
      .fill(`Quiet moorings were praised in ${printRun}`);
    await page.locator('[data-open="adding"]').getByRole('button', { name: 'Add outcome' }).click();
    await page.getByText('Added.').waitFor();
    await close();
  });
});

test(
  'two reviewers at once: the second is told, nothing is overwritten, what they typed is still there',
  { timeout: 180_000 },
  async () => {
    const one = await visit(url);
    await signInAs(one.page, 'secretariat');
    const report = await bringIn(one.page, ', Two Reviewers');
    const two = await visit(url);
    await signInAs(two.page, 'secretariat');
    await one.page.goto(`${report}/review`);
    await two.page.goto(`${report}/review`);
    await awake(one.page);
    await awake(two.page);
    const words = await current(one.page).textContent();
    expect(await current(two.page).textContent()).toBe(words);

    await two.page.keyboard.press('x');
    await two.page.getByText('Rejected.').waitFor();

    await one.page.keyboard.press('e');
    const form = one.page.locator('[data-open="editing"]');
    await form.getByLabel('Goals').fill('3');
    await form.getByRole('button', { name: 'Save and accept' }).click();
    await one.page.getByText('Somebody else changed this outcome').waitFor();
    expect(await one.page.locator('[data-open="editing"]').getByLabel('Goals').inputValue()).toBe('3');
    await expect.poll(() => state(one.page)).toBe('rejected');
    expect(await current(one.page).textContent()).toBe(words);

    // Having looked, they may decide again, on what it is now.
    await one.page.locator('[data-open="editing"]').getByRole('button', { name: 'Save and accept' }).click();
    await one.page.getByText('Saved.').waitFor();
    await two.close();
    await one.close();
  },
);

test(
  'a corrected version keeps what is unchanged and shows the rest as a difference',
  { timeout: 180_000 },
  async () => {
    const { page, close } = await visit(url);
    await signInAs(page, 'secretariat');
    const report = await bringIn(page, ', Corrected Edition');
    await page.goto(`${report}/review`);
    await awake(page);
    const total = Number(/of (\d+)/.exec((await page.locator('.progress').textContent())!)![1]);
    // Faster than the line: every key counts, none counts twice.
    await page.keyboard.type('a'.repeat(total));
    await left(page, 0);
    expect(await page.locator('.run.proposed').count()).toBe(0);

    await page.goto(report);
    await page.getByRole('link', { name: 'Add a corrected version' }).click();
    await page
      .getByLabel('The corrected file')
      .setInputFiles(asFile('ferry-corrected.md', correctedFerryReport(', Corrected Edition')));
    await page.getByRole('button', { name: 'Read the files' }).click();
    await page.locator('#changes').waitFor();
    expect(
      await page
        .locator('#changes ins')
        .allTextContents()
        .then((all) => all.join(' ')),
    ).toContain('four times');
    expect(
      await page
        .locator('#changes del')
        .allTextContents()
        .then((all) => all.join(' ')),
    ).toContain('twice');
    await page.getByRole('button', { name: 'Adopt as the corrected version' }).click();
    await page.getByText(`${total - 1} outcomes kept`).waitFor();

    await page.goto(report);
    expect(await page.locator('.record .note.confirmed').count()).toBe(total - 1);
    expect(await page.locator('.record .note.proposed').count()).toBeGreaterThanOrEqual(1);
    await page.getByRole('link', { name: 'Version 1' }).click();
    await page.getByText('This is an earlier version.').waitFor();
    await close();
  },
);

test('the page with the script weighs less than 60 kB of JavaScript', async () => {
  const { page, close } = await visit(url);
  await signInAs(page, 'secretariat');
  await page.goto('/reports?stage=received');
  const scripts: import('playwright-core').Request[] = [];
  page.on('requestfinished', (request) => {
    if (request.url().endsWith('.js')) scripts.push(request);
  });
  await page.locator('td.number a').first().click();
  await page.waitForURL(/\/review$/);
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(scripts.map((request) => request.sizes()));
  const bytes = sizes.reduce((sum, size) => sum + size.responseBodySize, 0);
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThan(60_000);
  await close();
});

test('a file that cannot be read is answered with a sentence, and the others of the upload are kept', async () => {
  const { page, close } = await visit(url);
  await signInAs(page, 'secretariat');
  await page.goto('/import');
  await page
    .getByLabel('Drop files here')
    .setInputFiles([
      { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
      asFile('ferry-beside-empty.md', ferryReport(', Beside an Empty File')),
    ]);
  await page.getByRole('button', { name: 'Read the files' }).click();
  await page.getByText('empty.txt is empty.').waitFor();
  expect(await page.getByRole('link', { name: 'ferry-beside-empty.md' }).count()).toBeGreaterThan(0);
  await page
    .getByLabel('Drop files here')
    .setInputFiles([{ name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) }]);
  await page.getByRole('button', { name: 'Read the files' }).click();
  await page.getByText('This could not be done').waitFor();
  await close();
});
