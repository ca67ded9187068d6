import pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openEmbedded } from '../../src/kernel/server/db/embedded.ts';
import { accessibilityFaults, closeBrowser, desk, phone, scrollsSideways, shot, visit } from '../support/browser.ts';
import type { TestDatabase } from '../support/database.ts';
import { delegationThatCame, point, said, type HeldMeeting } from '../support/draft.ts';
import { aMeeting } from '../support/meeting.ts';

const url = inject('appUrl');
const secretariat = 'Jonas Lindqvist';
const bulgaria = 'Yoana Stoeva';
const albania = 'Arben Kodra';
let report = '';

async function inDatabase<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const server = await openEmbedded({ dataDir: inject('appData'), guest: true });
  const admin = new pg.Client(server.config('dialogue', 'postgres'));
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
    await server.stop();
  }
}

/** A meeting that was held, with a break-out under the Chatham House Rule, put straight into the database: how it came about is another journey. */
beforeAll(async () => {
  await inDatabase(async (admin) => {
    const db = { admin } as TestDatabase;
    const { rows } = await admin.query<{ key: string; id: string }>(
      `select key, id from party where key in ('ALB', 'BGR', 'BIH')`,
    );
    const parties = Object.fromEntries(rows.map(({ key, id }) => [key, id]));
    const body = (
      await admin.query<{ id: string }>(`select id from body where kind = 'senior-officials-meeting' limit 1`)
    ).rows[0]!.id;
    const made = await aMeeting(db, {
      body,
      parties: Object.values(parties),
      stage: 'closed',
      sessions: {
        'Plenary session': { kind: 'plenary', state: 'closed' },
        'Break-out session on salt': { kind: 'break-out', state: 'closed', rule: 'chatham-house' },
      },
    });
    const meeting: HeldMeeting = { ...made, parties, focal: {} };
    for (const id of Object.values(parties)) await delegationThatCame(db, meeting.meeting, id, 2);
    await said(db, meeting, 'Plenary session', 'ALB', {
      notes: ['The passes were open longer than in earlier winters'],
    });
    await said(db, meeting, 'Break-out session on salt', 'BGR', { notes: ['stressed that salt is dear'] });
    await point(db, meeting, 'Break-out session on salt', 'recommendation', 'Salt should be bought in summer.');
    report = `/meetings/${meeting.slug}/report`;
  });
}, 60_000);
afterAll(closeBrowser);

async function become(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('form[action*="?/sample"] button').filter({ hasText: name }).first().click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}
/** What one person does, in a browser of their own, without scripts. */
async function as<T>(name: string, work: (page: Page) => Promise<T>): Promise<T> {
  const { page, close } = await visit(url, { ...desk, javaScript: false });
  await become(page, name);
  const value = await work(page);
  await close();
  return value;
}
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first().click();
const main = async (page: Page) => (await page.locator('main').textContent())!.replace(/\s+/g, ' ');
const open = (page: Page, name: string) => page.locator('summary', { hasText: name }).first().click();
const paragraph = (page: Page, words: string) => page.locator('article', { hasText: words }).first();
const edit = async (page: Page, words: string) => paragraph(page, words).getByRole('link', { name: /^Edit/ }).click();

/** Opens the form of a step, gives it a moment and sends it. */
async function until(page: Page, step: string, prefix: string): Promise<void> {
  await open(page, step);
  await page.locator(`#field-${prefix}due`).fill('2099-05-20 18:00');
  await press(page, step);
}

describe('the report of a meeting', { timeout: 600_000 }, () => {
  test('is assembled and written by two at once; a name under the rule stops it; then it is circulated', async () => {
    await as(bulgaria, async (page) => {
      await page.goto(report);
      expect(await main(page)).toContain('not begun yet');
    });
    await as(secretariat, async (page) => {
      await page.goto(report);
      await press(page, 'Assemble the report');
      expect(await main(page)).toContain(
        'It was attended by 6 participants from 3 countries: Albania, Bosnia and Herzegovina and Bulgaria.',
      );
      expect(await main(page)).toContain('A participant stressed that salt is dear.');
      expect(await paragraph(page, 'Salt should be bought').textContent()).toContain('Recommendation');
      await edit(page, 'salt is dear');
      // A colleague is faster.
      await as(secretariat, async (other) => {
        await other.goto(report);
        await edit(other, 'salt is dear');
        await other.locator('[name="text"]').first().fill('Bulgaria stressed that salt is dear.');
        await press(other, 'Save');
        expect(await main(other)).toContain('names Bulgaria');
        await until(other, 'Circulate', 'c-');
        expect(await other.getByRole('alert').textContent()).toMatch(
          /Paragraph 4 reports a session under the Chatham House Rule and names “Bulgaria”/,
        );
      });
      await page.locator('[name="text"]').first().fill('A participant stressed that salt is scarce and dear.');
      await press(page, 'Save');
      expect(await main(page)).toContain('Both texts');
      expect(await page.locator('[name="text"]').first().inputValue()).toContain('scarce and dear');
      await press(page, 'Save');
      await page.goto(report);
      await edit(page, 'salt is');
      await page.locator('[name="text"]').first().fill('A participant stressed that salt is scarce and dear.');
      await press(page, 'Save');
      await until(page, 'Circulate', 'c-');
      expect(await main(page)).toContain('Version 1');
      await shot(page, 'drafting-version');
    });
  });

  test('is commented with other wording, answered, revised, put under silence that is broken, then adopted by silence', async () => {
    await as(bulgaria, async (page) => {
      await page.goto(`${report}/versions/1`);
      const one = paragraph(page, 'salt is scarce');
      await one.locator('summary', { hasText: 'Comment' }).click();
      await one.locator('[name="text"]').fill('It was not scarce.');
      await one.locator('[name="proposed"]').fill('A participant stressed that salt is dear.');
      await one.getByRole('button', { name: 'Send' }).click();
      expect(await main(page)).toContain('It was not scarce.');
    });
    await as(albania, async (page) => {
      await page.goto(`${report}/versions/1`);
      expect(await main(page)).not.toContain('It was not scarce.');
    });
    await as(secretariat, async (page) => {
      await page.goto(`${report}/versions/1`);
      await open(page, 'Answer');
      await press(page, 'Answer');
      await page.goto(report);
      await press(page, 'Take up for revision');
      await edit(page, 'salt is scarce');
      await page.locator('[name="text"]').first().fill('A participant stressed that salt is dear.');
      await press(page, 'Save');
      await until(page, 'Begin silence', 's-');
      expect(await main(page)).toContain('Silence is running');
      await page.goto(`${report}/versions/2/changes`);
      expect(await page.locator('del').first().textContent()).toContain('scarce and');
    });
    await as(albania, async (page) => {
      await page.goto(`${report}/versions/2`);
      await open(page, 'Object');
      await page.locator('#field-ob-text').fill('The passes were not open in May.');
      await page.locator('#field-ob-paragraph').selectOption({ label: '3' });
      await press(page, 'Object');
      expect(await main(page)).toContain('Silence is broken');
    });
    await as(bulgaria, async (page) => {
      await page.goto(`${report}/versions/2`);
      expect(await main(page)).toContain('Objections concern: 3');
      expect(await page.locator('[aria-labelledby="objections"]').textContent()).not.toMatch(/Albania|in May/);
    });
    await as(secretariat, async (page) => {
      await page.goto(report);
      await press(page, 'Take up for revision');
      await until(page, 'Begin silence', 's-');
    });
    // The instant passes.
    await inDatabase((admin) =>
      admin.query(
        `update draft_silence s set at = s.at - interval '1 hour',
           until = case when s.at = (select max(t.at) from draft_silence t where t.draft_id = s.draft_id) then date_trunc('milliseconds', clock_timestamp()) - interval '5 minutes' else s.until end
         from draft d join meeting_call c on c.meeting_id = d.meeting_id where d.id = s.draft_id and c.slug = $1`,
        [report.split('/')[2]],
      ),
    );
    const slug = await as(secretariat, async (page) => {
      await page.goto(report);
      expect(await main(page)).toContain('the text stands adopted');
      await press(page, 'Publish');
      expect(page.url()).toContain('/reports/');
      return new URL(page.url()).pathname;
    });
    const everybody = await visit(url, phone);
    await everybody.page.goto(slug);
    const text = await main(everybody.page);
    expect(text).toContain('Salt should be bought in summer.');
    expect(text.slice(text.indexOf('Break-out'))).not.toMatch(/Bulgaria stressed/);
    await everybody.close();
  });

  test('is read on a phone, in Arabic, by keyboard and without faults', async () => {
    const { page, complaints, close } = await visit(url, phone);
    await become(page, bulgaria);
    for (const path of [report, `${report}/versions/3`, `${report}/versions/3/changes`, `/ar${report}/versions/3`]) {
      await page.goto(path);
      expect(await scrollsSideways(page), path).toBe(false);
      expect(await accessibilityFaults(page), path).toEqual([]);
    }
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(complaints).toEqual([]);
    await close();
  });
});
