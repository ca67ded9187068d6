import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { closeBrowser, desk, visit } from '../support/browser.ts';
import { asFile, printRun } from '../support/ferry-report.ts';

const url = inject('appUrl');
afterAll(closeBrowser);

const body = 'body:wg-south-east-europe';
const secretariat = 'Jonas Lindqvist';
const chair = 'Biljana Trajanoska';
const parties = [
  ['BIH', 'Emina Karadža'],
  ['BGR', 'Yoana Stoeva'],
  ['ALB', 'Arben Kodra'],
] as const;

/** A report in which an old wish of the sample returns in other words. */
const report = `# Meeting of the Working Group on South East Europe, ${printRun}

Tirana, Albania, 3 and 4 November 2026

1. The Working Group met in Tirana on 3 and 4 November 2026. It was attended by 20 participants from 3 countries: Albania, Bosnia and Herzegovina and Bulgaria.

2. The participants recommended:

    a. to bring together the asylum authorities of the region for a joint meeting every autumn;
    b. to give each duty officer a bicycle lamp.

3. Bosnia and Herzegovina offered to host the joint meeting of asylum authorities in Mostar in 2027.
`;
const wish = 'to bring together the asylum authorities of the region for a joint meeting every autumn';

/** A browser in which a person of the sample is signed in. */
async function as(name: string) {
  const seen = await visit(url, desk);
  await seen.page.goto('/sign-in');
  await seen.page.locator('form[action*="?/sample"] button').filter({ hasText: name }).first().click();
  await seen.page.getByRole('button', { name: 'Sign out' }).waitFor();
  return seen;
}

/** Calls an action through the door programs use, with the session of the browser. */
async function call<T = Record<string, string & number>>(page: Page, action: string, input: object): Promise<T> {
  const answer = await page.request.post(`/api/v1/actions/${action}`, { data: input, headers: { origin: url } });
  const { value, detail } = (await answer.json()) as { value: T; detail?: string };
  expect(answer.status(), `${action}: ${detail}`).toBe(200);
  return value;
}

/** Brings a file in, adopts it for the body, accepts everything found in it with the keyboard and marks it as checked. @returns its address */
async function onRecord(page: Page, name: string, text: string): Promise<string> {
  await page.goto('/import');
  await page.getByLabel('Drop files here').setInputFiles(asFile(name, text));
  await page.getByRole('button', { name: 'Read the files' }).click();
  await page.getByRole('button', { name: 'Import this report' }).waitFor();
  await page.getByLabel('South-East Europe Regional Working Group').check();
  await page.getByRole('button', { name: 'Import this report' }).click();
  await page.locator('.record').waitFor();
  const address = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Review outcomes' }).click();
  await page.locator('.desk[data-keys="on"]').waitFor();
  const total = Number(/of (\d+)/.exec((await page.locator('.progress').textContent())!)![1]);
  await page.keyboard.type('a'.repeat(total));
  await page.getByText('Everything in this report has been looked at.').waitFor();
  await page.goto(address);
  await page.getByRole('button', { name: 'Mark as checked' }).click();
  await page.getByRole('status').first().waitFor();
  return address;
}

async function read<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(`/api/v1${path}`);
  expect(answer.status(), path).toBe(200);
  return (await answer.json()) as T;
}

/** The goals that hold from 2024 on. */
async function generationId(page: Page): Promise<string> {
  const { items } = await read<{ items: { id: string; key: string }[] }>(page, '/goals');
  return items.find(({ key }) => key === 'bp-2024')!.id;
}

/** What the sample already had: the same wish in the words of 2021, and what came of it. */
const earlier = 'The asylum authorities of the region should meet jointly';

/** Everything the open page says, with single spaces. */
const said = async (page: Page) => (await page.locator('main').textContent())!.replaceAll(/\s+/g, ' ');

/** The text of a PDF file, all pages, with single spaces. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.replaceAll(/\s+/g, ' ');
}

describe('the thread of a wish, from a report to the chair’s desk', { timeout: 600_000 }, () => {
  let address = '';
  let outcome = '';
  let commitment = '';

  test('a report comes in, is confirmed, and its old wish is recognised and accepted with a key', async () => {
    const { page, complaints, close } = await as(secretariat);
    address = await onRecord(page, 'tirana.md', report);
    const card = page.locator('.wish').filter({ has: page.locator('.later').filter({ hasText: wish }) });
    // Redthread compares by itself every few seconds.
    await expect.poll(async () => (await page.goto(`${address}/ties`)) && card.count(), { timeout: 180_000 }).toBe(1);
    const tie = card.locator('.tie').filter({ hasText: earlier });
    expect(await tie.textContent()).toMatch(/Why:.*asylum/s);
    await page.locator('.desk[data-keys="on"]').waitFor();
    for (let step = 0; (await tie.getAttribute('aria-current')) !== 'true'; step++) {
      expect(step, 'steps down the page').toBeLessThan(20);
      const before = await page.locator('.tie[aria-current]').getAttribute('id');
      await page.keyboard.press('j');
      await expect.poll(() => page.locator('.tie[aria-current]').getAttribute('id')).not.toBe(before);
    }
    await page.keyboard.press('a');
    await tie.getByText('accepted', { exact: true }).waitFor();
    outcome = (await card.locator('.later a').getAttribute('href'))!;
    expect(complaints).toEqual([]);
    await close();
  });

  test('a commitment is raised from the outcome’s page, taken on, and reported on with evidence', async () => {
    const { page, close } = await as(secretariat);
    await page.goto(outcome);
    await page.getByRole('link', { name: 'Raise a commitment' }).click();
    const form = page.locator('main form');
    for (const box of await form.locator('input[name="owners"]:checked').all()) await box.uncheck();
    await form.locator('select[name="owners"]').first().selectOption('BIH');
    await form.getByLabel('Title').fill(`Joint meeting in Mostar ${printRun}`);
    await form.locator('[name="body"]').selectOption(body);
    await form.locator('[name="audience"]').selectOption('public');
    await form.locator('[name="due_until"]').fill('2027-10-31');
    await form.getByRole('button', { name: 'Raise a commitment' }).click();
    await page.getByText('Its owners are asked.').waitFor();
    commitment = new URL(page.url()).pathname;
    await close();

    const { page: own, close: leave } = await as(parties[0][1]);
    await own.goto(commitment);
    const owner = own.locator('li[id^="owner-"]');
    await owner.getByText('Take it on').first().click();
    await owner.getByLabel('What we will do, in our own words').fill('We host it.');
    await owner.getByRole('button', { name: 'Take it on' }).click();
    await own.getByText('Saved.').waitFor();

    await owner.getByText('Report progress').first().click();
    await owner.getByLabel('What was done').fill('The hall in Mostar is booked.');
    await owner.getByLabel('Everybody').check();
    await owner.locator('[name="paragraphs"]').fill(`${url}${address}#p3`);
    await owner.getByLabel('Link (https://…)').fill('https://example.org/mostar');
    await owner
      .getByLabel('Files, 20 MB')
      .setInputFiles({ name: 'booking.txt', mimeType: 'text/plain', buffer: Buffer.from('Hall 2, 40 seats') });
    await owner.getByRole('button', { name: 'Report progress' }).click();
    await own.locator('li[id^="progress-"]').getByRole('link', { name: 'booking.txt' }).waitFor();

    await owner.getByText('Report progress').first().click();
    await owner.getByLabel('What was done').fill('Unter uns: money is not found yet.');
    await owner.getByLabel('Internal: only my own party').check();
    await owner.getByRole('button', { name: 'Report progress' }).click();
    await own.getByText('Internal note', { exact: true }).waitFor();
    await leave();
  });

  test('the whole thread opens from any end, with the words of 2021 and without what is internal', async () => {
    const { page, close } = await as(secretariat);
    const ends = [
      [outcome, 'Open the whole thread'],
      [commitment, 'Open the whole thread'],
      [address, 'Thread'],
    ] as const;
    for (const [end, name] of ends) {
      await page.goto(end);
      await page.getByRole('link', { name, exact: true }).first().click();
      await page.waitForURL(/\/thread\//);
      const text = await said(page);
      expect(text, end).toContain(earlier);
      expect(text, end).toContain('The first joint meeting was held in Ohrid');
      expect(text, end).toContain(wish);
      expect(text, end).toContain('The hall in Mostar is booked.');
      expect(text, end).toContain('booking.txt');
      expect(text, end).not.toContain('Unter uns');
      expect(text.indexOf(earlier), end).toBeLessThan(text.indexOf(wish));
    }
    // A knot opens its sentence where it stands.
    await page.goto(outcome);
    await page.getByRole('link', { name: 'Open the whole thread' }).click();
    const knot = page.locator('.knot.here');
    await knot.locator('summary').click();
    expect(await knot.locator('mark').textContent()).toContain(wish);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'PDF for a briefing folder' }).click(),
    ]);
    const printed = await textOf(readFileSync(await download.path()));
    for (const part of [earlier, wish, 'The hall in Mostar is booked.']) expect(printed).toContain(part);
    expect(printed).not.toContain('Unter uns');
    await close();
  });

  test('three parties take a plan to its endorsement, and what it does for the wish joins the thread', async () => {
    const desk = await as(secretariat);
    const { page } = desk;
    const { id: serves } = await read<{ id: string }>(page, `/commitments/${commitment.split('-').at(-1)}`);
    const due = new Date(Date.now() + 864e5).toISOString().slice(0, 16);
    const { cycle, slug } = await call<{ cycle: string; slug: string }>(page, 'plan.cycle.prepare', {
      body,
      title: { en: `Plan ${printRun}` },
      call: { en: 'What will you do?' },
      first_day: '2028-01-01',
      last_day: '2029-12-31',
      generation: await generationId(page),
      due,
      zone: 'UTC',
      late_inputs: true,
      parties: parties.map(([key]) => key),
    });
    let { revision } = await call(page, 'plan.cycle.open', { cycle, revision: 1 });
    const sources: string[] = [];
    for (const [party, name] of parties) {
      const own = await as(name);
      const { entry } = await call<{ entry: string }>(own.page, 'plan.entry.propose', {
        cycle,
        party,
        kind: 'training',
        title: { en: `Training by ${party} ${printRun}` },
        leads: [party],
        when_from: '2028-05-01',
        when_until: '2028-05-31',
        commitments: party === 'BIH' ? [serves] : [],
      });
      sources.push(entry);
      await call(own.page, 'plan.input.submit', { cycle, party, revision: 1 });
      await own.close();
    }
    const step = async (action: string, more: object = {}) => {
      ({ revision } = await call(page, action, { cycle, revision, ...more }));
    };
    await step('plan.cycle.assemble');
    for (const source of sources) await call(page, 'plan.entry.take-over', { cycle, sources: [source] });
    await step('plan.version.circulate', { due });
    await step('plan.cycle.revise');
    await step('plan.version.circulate');
    await desk.close();

    const presiding = await as(chair);
    await presiding.page.goto(`/plan/${slug}`);
    const form = presiding.page.locator('form[action="?/endorse"]');
    await form.locator('[name="on"]').fill(new Date().toISOString().slice(0, 10));
    await form.locator('[name="note"]').fill('Decided in Tirana.');
    await form.getByRole('button').click();
    await presiding.page.getByText('activities entered: 3').waitFor();
    await presiding.page.goto(commitment);
    await presiding.page.getByRole('link', { name: 'Open the whole thread' }).first().click();
    await presiding.page.locator('.knot.activity').getByText(`Training by BIH ${printRun}`).waitFor();
    expect(await said(presiding.page)).not.toContain('Training by ALB');
    await presiding.close();
  });

  test('the chair takes the state of play along as a PDF, and it reads well', async () => {
    const { page, close } = await as(chair);
    await page.goto(`/register/bodies/${body}`);
    await page.getByRole('link', { name: 'State of play' }).click();
    await page.getByRole('heading', { level: 1, name: 'State of play' }).waitFor();
    expect(await page.locator('#in-short + ul li').count()).toBeGreaterThan(4);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'PDF' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^state-of-play-wg-south-east-europe-\d{4}-\d{2}-\d{2}\.pdf$/);
    const text = await textOf(readFileSync(await download.path()));
    expect(text).toContain('In short');
    expect(text).toContain(wish);
    expect(text).toContain('The hall in Mostar is booked.');
    expect(text).toContain('A wish that returns');
    expect(text).not.toContain('Unter uns');
    expect(text).not.toContain('undefined');
    await close();
  });
});
