import { afterAll, describe, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { accessibilityFaults, closeBrowser, phone, scrollsSideways, shot, visit } from '../support/browser.ts';
import { signInAs } from '../support/sign-in.ts';

const url = inject('appUrl');
afterAll(closeBrowser);

const title = 'Shared list of ferry landings';

/** Raises a commitment from a confirmed outcome of the sample, as the Secretariat; held by Georgia, whose member the sample has. @returns its address. */
async function raised(page: Page, name = title): Promise<string> {
  await signInAs(page, 'secretariat');
  await page.goto('/outcomes?state=confirmed');
  await page.locator('td.sentence a').first().click();
  await page.getByRole('link', { name: 'Raise a commitment' }).click();
  const form = page.locator('main form');
  // What the outcome knows is filled in.
  expect(await form.locator('input[name="outcomes"]:checked').count()).toBe(1);
  expect(await form.getByLabel('Title').inputValue()).not.toBe('');
  for (const box of await form.locator('input[name="owners"]:checked').all()) await box.uncheck();
  await form.locator('select[name="owners"]').first().selectOption('GEO');
  await form.locator('select[name="owners"]').nth(1).selectOption('BIH');
  await form.getByLabel('Title').fill(name);
  await form.getByRole('button', { name: 'Raise a commitment' }).click();
  await page.getByText('Its owners are asked.').waitFor();
  return new URL(page.url()).pathname;
}
/** A long word of a sentence, whole (one of a test may have figures in it): what a person would look for. */
const tellingWord = (sentence: string) =>
  sentence.match(/[\p{L}\p{N}]{4,}/gu)!.toSorted((a, b) => b.length - a.length)[0]!;
const ownerOf = (page: Page, name: string) => page.locator('li[id^="owner-"]').filter({ hasText: name });

describe('from a sentence to a kept promise', () => {
  test('raise, take on, report with evidence, claim, confirm', { timeout: 600_000 }, async () => {
    const { page, complaints, close } = await visit(url);
    const address = await raised(page);
    expect(await page.locator('h1').textContent()).toBe(title);
    // The sentence that asks for it is one click away, highlighted in its report.
    const sentence = (await page.locator('.sentence blockquote').first().textContent())!.trim();
    await page.locator('.sentence blockquote a').first().click();
    await page.locator('.record .here').first().waitFor();
    expect((await page.locator('.record .here').first().textContent())!).toContain(sentence.slice(0, 30));

    // The outcome says what follows it up.
    await page.goBack();
    await page.getByRole('link', { name: 'The sentence in its report' }).first().click();
    await page.getByText('Followed up by').first().waitFor();

    const georgia = await visit(url);
    await signInAs(georgia.page, 'member');
    await georgia.page.goto(address);
    const own = ownerOf(georgia.page, 'Georgia');
    // Nothing is offered about another party but to ask.
    expect(await ownerOf(georgia.page, 'Bosnia').locator('summary, .once button').allTextContents()).toEqual([
      'Ask how it stands',
    ]);
    await own.getByText('Take it on').first().click();
    await own.getByLabel('What we will do, in our own words').fill('We shall send the list every spring.');
    await own.getByRole('button', { name: 'Take it on' }).click();
    await georgia.page.getByText('Saved.').waitFor();
    expect(await own.locator('blockquote').textContent()).toBe('We shall send the list every spring.');

    await own.getByText('Report progress').first().click();
    await own.getByLabel('What was done').fill('The first list went out in April.');
    await own.getByLabel('Participants of the dialogue').check();
    await own.getByLabel('Link (https://…)').fill('http://example.org/list');
    await own
      .getByLabel('Files, 20 MB')
      .setInputFiles({ name: 'list.txt', mimeType: 'text/plain', buffer: Buffer.from('Batumi, Poti') });
    // A fault loses nothing of what was typed.
    await own.locator('form[action="?/report"]').evaluate((form: HTMLFormElement) => (form.noValidate = true));
    await own.getByRole('button', { name: 'Report progress' }).click();
    await georgia.page.getByText('A link begins with https://.').first().waitFor();
    expect(await own.getByLabel('What was done').inputValue()).toBe('The first list went out in April.');
    await own.getByLabel('Link (https://…)').fill('https://example.org/list');
    await own
      .getByLabel('Files, 20 MB')
      .setInputFiles({ name: 'list.txt', mimeType: 'text/plain', buffer: Buffer.from('Batumi, Poti') });
    await own.getByRole('button', { name: 'Report progress' }).click();
    await georgia.page.getByText('Saved.').waitFor();

    // A sentence of a report as evidence: found by its words with the keyboard alone, ticked, and a link to it afterwards.
    await own.getByText('Report progress').first().click();
    await own.getByLabel('What was done').fill('The reports speak of it.');
    await own.getByLabel('Participants of the dialogue').check();
    // The script has taken over: the search no longer leaves the page.
    await own.locator('button[type="button"][formaction]').waitFor();
    await own.getByLabel('Find a sentence of a report').focus();
    await georgia.page.keyboard.type(tellingWord(sentence));
    await georgia.page.keyboard.press('Enter');
    const foundSentences = own.getByRole('list', { name: 'Sentences found' });
    await foundSentences.getByRole('checkbox').first().waitFor();
    expect(await own.getByRole('status').textContent()).toMatch(/^\d+ of \d+ paragraphs/);
    expect(await own.getByLabel('What was done').inputValue()).toBe('The reports speak of it.');
    await georgia.page.keyboard.press('Tab');
    await georgia.page.keyboard.press('Tab');
    expect(
      await foundSentences
        .getByRole('checkbox')
        .first()
        .evaluate((box) => box === document.activeElement),
    ).toBe(true);
    await georgia.page.keyboard.press('Space');
    expect(await accessibilityFaults(georgia.page)).toEqual([]);
    // What is ticked stays when something else is looked for.
    await own.getByLabel('Find a sentence of a report').fill('zyxomatic');
    await own.getByRole('button', { name: 'Search' }).click();
    await own.getByText('Nothing found for').waitFor();
    expect(
      await own.getByRole('list', { name: 'Chosen sentences' }).getByRole('checkbox', { checked: true }).count(),
    ).toBe(1);
    await own.getByRole('button', { name: 'Report progress' }).click();
    await georgia.page.getByText('Saved.').waitFor();
    const cited = georgia.page.locator('li[id^="progress-"]').filter({ hasText: 'The reports speak of it.' });
    await cited.getByRole('link', { name: /¶/ }).click();
    await georgia.page.waitForURL(/\/reports\//);
    await georgia.page.goto(address);

    // An internal note: shown as such to its own people, and to nobody else.
    await own.getByText('Report progress').first().click();
    await own.getByLabel('What was done').fill('The ministry hesitates about Sukhumi.');
    await own.getByLabel('Internal: only my own party').check();
    await own.getByRole('button', { name: 'Report progress' }).click();
    await georgia.page.getByText('Only your own party reads it.').waitFor();
    await georgia.page.getByText('Internal note', { exact: true }).waitFor();
    await page.goto(address);
    await page.getByText('The first list went out in April.').first().waitFor();
    expect(await page.locator('main').textContent()).not.toContain('hesitates');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'list.txt' }).click();
    expect((await download).suggestedFilename()).toBe('list.txt');

    await own.getByRole('button', { name: 'Say it is done' }).click();
    await georgia.page.getByText('Saved.').waitFor();
    expect(await own.getByRole('button', { name: 'Confirm that it is done' }).count()).toBe(0);

    const bosnia = await visit(url);
    await bosnia.page.goto('/sign-in');
    await bosnia.page.locator('form[action*="?/sample"] button').filter({ hasText: 'Emina Karadža' }).click();
    await bosnia.page.getByRole('button', { name: 'Sign out' }).waitFor();
    await bosnia.page.goto(address);
    await ownerOf(bosnia.page, 'Bosnia').getByText('Decline', { exact: true }).first().click();
    await ownerOf(bosnia.page, 'Bosnia').getByLabel('Reason').first().fill('We have no ferries.');
    await ownerOf(bosnia.page, 'Bosnia').getByRole('button', { name: 'Decline' }).click();
    await bosnia.page.getByText('Saved.').waitFor();
    await ownerOf(bosnia.page, 'Georgia').getByRole('button', { name: 'Confirm that it is done' }).click();
    await bosnia.page.getByText('With this the commitment is completed.').waitFor();
    for (const one of [bosnia, georgia]) {
      expect(one.complaints.filter((line) => !line.includes('422'))).toEqual([]);
      await one.close();
    }
    expect(complaints).toEqual([]);
    await close();
  });

  test('evidence is found without a script too, on a phone and right to left', { timeout: 600_000 }, async () => {
    const raiser = await visit(url);
    const address = await raised(raiser.page, 'A list kept without scripts');
    await raiser.close();
    for (const language of ['', '/ar']) {
      const { page, close } = await visit(url, { ...phone, javaScript: false });
      await signInAs(page, 'member');
      await page.goto(`${language}${address}`);
      const word = tellingWord((await page.locator('.sentence blockquote').first().textContent())!);
      const form = page.locator('form[action="?/report"]').first();
      if (language === '') {
        const own = ownerOf(page, 'Georgia');
        await own.getByText('Take it on').first().click();
        await own.getByLabel('What we will do, in our own words').fill('We shall.');
        await own.getByRole('button', { name: 'Take it on' }).click();
      }
      await page.locator('details:has(form[action="?/report"]) > summary').first().click();
      await form.locator('textarea[name="text"]').fill('Half of it is done.');
      await form.locator('input[name="evidence_q"]').fill(word);
      await form.locator('input[name="evidence_q"]').press('Enter');
      await form.locator('input[name="paragraphs"][type="checkbox"]').first().check();
      expect(await form.locator('textarea[name="text"]').inputValue()).toBe('Half of it is done.');
      expect(await scrollsSideways(page)).toBe(false);
      await shot(page, `evidence${language.replace('/', '-')}`);
      // Another search: what was ticked is still there.
      await form.locator('input[name="evidence_q"]').fill('zyxomatic');
      await form.locator('button[formaction]').click();
      expect(await form.locator('input[name="paragraphs"]:checked').count()).toBe(1);
      await form.locator('input[name="audience"][value="participants"]').check();
      await form.locator('button').last().click();
      await page.locator('li[id^="progress-"] a').filter({ hasText: '¶' }).first().waitFor();
      await close();
    }
  });

  test('an activity fulfils it; the list is filtered, kept and saved as a file', { timeout: 600_000 }, async () => {
    const { page, close } = await visit(url);
    const address = await raised(page, 'A second workshop on ferries');
    await page.getByRole('link', { name: 'Enter an activity' }).click();
    await page.getByLabel('Title').fill('Workshop in Poti');
    await page.getByLabel('Kind').selectOption('training');
    await page.getByLabel('Earliest day').fill('2026-03-03');
    await page.getByRole('button', { name: 'Enter an activity' }).click();
    await page.getByText('It was held').first().click();
    await page.getByRole('button', { name: 'It was held' }).click();
    await page.getByText('Saved.').waitFor();
    await page.goto(address);
    await page.getByRole('link', { name: 'Workshop in Poti' }).first().waitFor();

    await page.goto('/commitments');
    await page.getByLabel('Owner', { exact: true }).selectOption('BIH');
    await page.getByLabel('State', { exact: true }).selectOption('open');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('link', { name: 'A second workshop on ferries' }).first().waitFor();
    await page.getByLabel('Keep this list as').fill('Bosnian ones');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByText('Only you see it.').waitFor();
    expect(new URL(page.url()).search).toContain('owner=BIH');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'XLSX' }).click();
    expect((await download).suggestedFilename()).toBe('commitments.xlsx');

    await close();
  });

  test('every page is accessible, narrow enough for a phone, and right to left', { timeout: 600_000 }, async () => {
    const { page, close } = await visit(url);
    const address = await raised(page, 'A third list of ferries');
    for (const path of ['/commitments', address, '/activities', '/commitments/new', '/activities/new']) {
      await page.goto(path);
      expect(await accessibilityFaults(page), path).toEqual([]);
      await page.goto(`/ar${path}`);
      expect(await accessibilityFaults(page), `/ar${path}`).toEqual([]);
      await page.setViewportSize(phone);
      expect(await scrollsSideways(page), path).toBe(false);
      await page.setViewportSize({ width: 1280, height: 900 });
    }
    await close();
  });
});
