import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import pg from 'pg';
import { openEmbedded } from '../../src/kernel/server/db/embedded.ts';
import { accessibilityFaults, closeBrowser, desk, phone, scrollsSideways, shot, visit } from '../support/browser.ts';
import type { TestDatabase } from '../support/database.ts';
import { aMeeting } from '../support/meeting.ts';

const url = inject('appUrl');
const secretariat = 'Jonas Lindqvist';
const bulgaria = 'Yoana Stoeva';
let floor = '';

/** A meeting to which three parties are invited, put straight into the database of the running application: how it came about is another journey. */
beforeAll(async () => {
  const server = await openEmbedded({ dataDir: inject('appData'), guest: true });
  const admin = new pg.Client(server.config('dialogue', 'postgres'));
  await admin.connect();
  const ids = async (sql: string) => (await admin.query<{ id: string }>(sql)).rows.map(({ id }) => id);
  const parties = await ids(`select id from party where key in ('ALB', 'BGR', 'BIH') order by key`);
  const [body = ''] = await ids(`select id from body where kind = 'senior-officials-meeting' limit 1`);
  const { slug, sessions } = await aMeeting({ admin } as TestDatabase, {
    body,
    parties,
    stage: 'open',
    sessions: { 'Opening of the lakes': { kind: 'tour-de-table', rule: 'chatham-house', secondsEach: 180 } },
  });
  floor = `/meetings/${slug}/floor/${Object.values(sessions)[0]}`;
  await admin.end();
  await server.stop();
});
afterAll(closeBrowser);

async function become(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('form[action*="?/sample"] button').filter({ hasText: name }).first().click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
/** Names that wait, as a page shows them. */
const waits = (page: Page) => page.locator('section[aria-labelledby="waiting-heading"] li bdi').allTextContents();

describe('the floor', { timeout: 600_000 }, () => {
  test('is the same at the chair’s desk, on a phone and on the screen, over a line that breaks', async () => {
    const chair = await visit(url, desk);
    const delegate = await visit(url, phone);
    const screen = await visit(url, { width: 1920, height: 1080 });
    await Promise.all([become(chair.page, secretariat), become(delegate.page, bulgaria)]);
    await Promise.all([chair.page.goto(`${floor}/chair`), delegate.page.goto(floor)]);
    await Promise.all([says(chair.page, 'Live'), says(delegate.page, 'Live')]);

    await press(chair.page, 'Make a link');
    const link = (await chair.page.locator('p.mono a').getAttribute('href'))!;
    expect((await screen.page.goto(link))!.status()).toBe(200);
    await says(screen.page, 'Nobody has the floor.');

    await says(chair.page, 'Live');
    await press(chair.page, 'Make the tour de table');
    await press(chair.page, 'Open the session');
    await press(chair.page, /^Give the floor to the next/);
    await Promise.all(
      [chair, delegate, screen].map(({ page }) => page.locator('.now .who', { hasText: 'Albania' }).first().waitFor()),
    );
    expect(await screen.page.getByRole('timer').textContent()).toMatch(/^(3:00|2:5\d)$/);
    await says(delegate.page, 'Place 2 of 2');
    expect(await waits(delegate.page)).toEqual(['Bosnia and Herzegovina', 'Bulgaria']);

    // The phone loses its line. The room goes on; the delegate asks for the floor meanwhile.
    await delegate.context.setOffline(true);
    await says(delegate.page, /No connection/);
    await press(chair.page, /^Give the floor to the next/);
    await screen.page.locator('.now .who', { hasText: 'Bosnia' }).first().waitFor();
    await press(delegate.page, 'Ask for the floor');
    await says(delegate.page, 'To be sent: 1');
    expect(await delegate.page.locator('.now .who').first().textContent()).toContain('Albania');
    await delegate.context.setOffline(false);
    await delegate.page.locator('.now .who', { hasText: 'Bosnia' }).first().waitFor();
    await expect.poll(() => waits(delegate.page), { timeout: 180_000 }).toEqual(['Bulgaria', 'Bulgaria']);
    await says(delegate.page, 'You are next.');

    expect(await scrollsSideways(delegate.page)).toBe(false);
    for (const { page } of [chair, delegate, screen]) expect(await accessibilityFaults(page)).toEqual([]);
    for (const [name, { page }] of Object.entries({ chair, delegate, screen })) await shot(page, `floor-${name}`);

    // The session is over: who spoke is seen by who leads it alone, and the screen says so.
    await press(chair.page, 'Close the session');
    await says(screen.page, /held under the Chatham House Rule and is closed/);
    await expect.poll(() => screen.page.locator('.screen').textContent()).not.toContain('Bosnia');
    await expect.poll(() => delegate.page.locator('main').textContent()).not.toContain('Bosnia');
    expect(await chair.page.locator('main').textContent()).toContain('Bosnia');
    for (const { complaints } of [chair, delegate, screen])
      expect(complaints.filter((one) => !/ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(one))).toEqual([]);
    await Promise.all([chair.close(), delegate.close(), screen.close()]);
  });

  test('is read without script, right to left, in the dark and on a phone; a note is written while the line is gone', async () => {
    const reader = await visit(url, { ...phone, javaScript: false, scheme: 'dark' });
    await become(reader.page, bulgaria);
    for (const path of [floor, `/ar${floor}`]) {
      await reader.page.goto(path);
      expect(await scrollsSideways(reader.page)).toBe(false);
      await shot(reader.page, `floor-plain${path === floor ? '' : '-ar'}`);
    }
    await reader.close();

    const taker = await visit(url, phone);
    await become(taker.page, secretariat);
    await taker.page.goto(`/ar${floor}/notes`);
    expect(await scrollsSideways(taker.page)).toBe(false);
    await taker.page.goto(`${floor}/notes`);
    await says(taker.page, 'Live');
    await taker.context.setOffline(true);
    await taker.page.getByLabel('Note', { exact: true }).fill('Two offers were made.');
    await says(taker.page, 'Kept in this browser, not sent yet');
    await taker.context.setOffline(false);
    await says(taker.page, 'Saved');
    await taker.page.reload();
    // The script brings it back, a moment after the page is there.
    await expect.poll(() => taker.page.getByLabel('Note', { exact: true }).inputValue()).toBe('Two offers were made.');
    await says(taker.page, 'Saved');
    expect(await accessibilityFaults(taker.page)).toEqual([]);
    await shot(taker.page, 'floor-notes');
    // What is typed before the script is there joins what was kept.
    const late = new Promise((resume) => setTimeout(resume, 3000));
    await taker.page.route('**/_app/**', async (route) => {
      await late;
      await route.continue();
    });
    await taker.page.reload({ waitUntil: 'commit' });
    await taker.page.getByLabel('Note', { exact: true }).fill('A third followed.');
    await expect
      .poll(() => taker.page.getByLabel('Note', { exact: true }).inputValue())
      .toBe('Two offers were made.\nA third followed.');
    await says(taker.page, 'Saved');
    await taker.page.unroute('**/_app/**');
    await press(taker.page, 'Send all to the drafting');
    await says(taker.page, /^sent$/);
    await taker.close();
  });
});
