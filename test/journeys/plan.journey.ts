import readWorkbook from 'read-excel-file/node';
import writeWorkbook from 'write-excel-file/node';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { accessibilityFaults, closeBrowser, desk, phone, scrollsSideways, shot, visit } from '../support/browser.ts';

const url = inject('appUrl');
afterAll(closeBrowser);

const secretariat = 'Jonas Lindqvist';
const bosnia = 'Emina Karadža';
const bulgaria = 'Yoana Stoeva';
const albania = 'Arben Kodra';

/** Becomes a person of the sample by name. */
async function become(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('form[action*="?/sample"] button').filter({ hasText: name }).first().click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

/** What one person does, in a browser of their own. */
async function as<T>(name: string, work: (page: Page) => Promise<T>): Promise<T> {
  const { page, complaints, close } = await visit(url, { ...desk, javaScript: false });
  await become(page, name);
  const value = await work(page);
  // A refused form answers 422, and an unseen page 404: the browser notes both.
  expect(complaints.filter((one) => !/status of (404|422)/.test(one))).toEqual([]);
  await close();
  return value;
}

const said = async (page: Page) => (await page.getByRole('status').textContent())!;
const refusedWith = async (page: Page) => (await page.getByRole('alert').textContent())!;

/** Fills in the fields of an entry and saves. */
async function writeEntry(
  page: Page,
  form: string,
  entry: { title: string; kind?: string; place?: string; from?: string; until?: string; goal?: boolean },
): Promise<void> {
  const fields = page.locator(`form[action="?/${form}"]`);
  await fields.locator('[name="title.en"]').fill(entry.title);
  if (entry.kind) await fields.locator('[name="kind"]').selectOption(entry.kind);
  if (entry.place) await fields.locator('[name="place"]').fill(entry.place);
  if (entry.from) await fields.locator('[name="when_from"]').fill(entry.from);
  if (entry.until) await fields.locator('[name="when_until"]').fill(entry.until);
  if (entry.goal) await fields.locator('[name="goals"]').first().check();
  await fields.getByRole('button', { name: 'Save' }).click();
}

/** Ticks parties, or chooses them in the list of the others. */
async function ask(page: Page, keys: string[]): Promise<void> {
  const others: string[] = [];
  for (const key of keys) {
    const box = page.locator(`input[name="parties"][value="${key}"]`);
    if ((await box.count()) > 0) await box.check();
    else others.push(key);
  }
  await page.getByText('Others', { exact: true }).click();
  await page.locator('select[name="parties"]').selectOption(others);
}
const asked = (page: Page): Promise<string[]> =>
  page
    .locator('form[action*="?/prepare"]')
    .evaluate((form: HTMLFormElement) => new FormData(form).getAll('parties').map(String).sort());

/** A wall-clock time in UTC some seconds from now, as a form takes it. */
const soon = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString().slice(0, 19);

describe('a plan', { timeout: 600_000 }, () => {
  let plan = '';

  test('is called for by the Secretariat: prepared unseen, then sent out', async () => {
    plan = await as(secretariat, async (page) => {
      await page.goto('/plan/new');
      // The roster of the body is ticked; the Secretariat chooses others.
      expect(await page.locator('input[name="parties"]:checked').count()).toBeGreaterThan(0);
      await page.locator('[name="title.en"]').fill('Implementation plan 2027–2028');
      await page
        .locator('[name="call.en"]')
        .fill('Please tell us what you plan to host, fund or take part in.\nShort entries are enough.');
      await page.locator('[name="first_day"]').fill('2027-01-01');
      await page.locator('[name="last_day"]').fill('2028-12-31');
      await page.locator('[name="zone"]').fill('UTC');
      await page.locator('[name="late_inputs"]').check();
      await page.locator('input[name="parties"][value="HUN"]').uncheck();
      await page.locator('input[name="parties"][value="TUR"]').uncheck();
      await ask(page, ['ALB', 'BGR', 'BIH']);
      // A deadline the clock skips is refused, and everything stays typed.
      await page.locator('[name="due"]').fill('2027-03-28T02:30');
      await page.locator('[name="zone"]').fill('Europe/Vienna');
      await page.getByRole('button', { name: 'Save' }).click();
      expect(await refusedWith(page)).toContain('clock is changed');
      expect(await page.locator('[name="title.en"]').inputValue()).toBe('Implementation plan 2027–2028');
      expect(await asked(page)).toEqual(['ALB', 'BGR', 'BIH']);
      await page.locator('[name="zone"]').fill('UTC');
      await page.locator('[name="due"]').fill('2099-03-31T18:00');
      await page.getByRole('button', { name: 'Save' }).click();
      expect(await said(page)).toContain('Saved');
      return new URL(page.url()).pathname;
    });
    await as(bulgaria, async (page) => expect((await page.goto(plan))?.status()).toBe(404));
    await as(secretariat, async (page) => {
      await page.goto(plan);
      await page.getByRole('button', { name: 'Send the call out' }).click();
      expect(await page.locator('main').textContent()).toContain('Awaited: 3');
      await shot(page, 'plan-inputs');
    });
  });

  test('two parties send in their inputs; the third sees nothing of them before that', async () => {
    await as(bulgaria, async (page) => {
      await page.goto(plan);
      await page.getByRole('link', { name: /Write the input of/ }).click();
      await writeEntry(page, 'propose', {
        title: 'Training on document checks',
        kind: 'training',
        place: 'Batumi',
        from: '2027-05-03',
        until: '2027-05-07',
        goal: true,
      });
      expect(await said(page)).toContain('Saved');
      await writeEntry(page, 'propose', {
        title: 'Study visit to the coast guard',
        kind: 'study-visit',
        place: 'Poti',
      });
      await shot(page, 'plan-input');
    });
    await as(bosnia, async (page) => {
      await page.goto(`${plan}/inputs/BGR`);
      expect(await page.locator('main').textContent()).toContain('Nothing can be seen');
      expect(await page.locator('main').textContent()).not.toContain('document checks');
      await page.goto(`${plan}/inputs/BIH`);
      await writeEntry(page, 'propose', {
        title: 'Training on document checks in airports',
        kind: 'training',
        place: 'Sarajevo',
        from: '2027-06-01',
        until: '2027-06-02',
      });
      await page.getByRole('button', { name: 'Submit the input' }).click();
      expect(await said(page)).toContain('Submitted');
    });
    await as(bulgaria, async (page) => {
      await page.goto(`${plan}/inputs/BGR`);
      await page.getByRole('button', { name: 'Submit the input' }).click();
      expect(await said(page)).toContain('Submitted');
    });
  });

  test('the deadline passes while the third party writes: saved, submitted, shown as late to everybody', async () => {
    await as(albania, async (page) => {
      await page.goto(`${plan}/inputs/ALB`);
      const moved = await as(secretariat, async (other) => {
        await other.goto(plan);
        await other.getByText('Move the deadline').first().click();
        const form = other.locator('form[action="?/deadline"]');
        const due = soon(12);
        await form.evaluate((element: HTMLFormElement) => void (element.noValidate = true));
        await form
          .locator('[name="due"]')
          .evaluate((element: HTMLInputElement, value) => void (element.value = value), due);
        await form.locator('[name="zone"]').fill('UTC');
        await form.locator('[name="reason"]').fill('The meeting was brought forward.');
        await form.getByRole('button').click();
        expect(await said(other)).toContain('moved on');
        return new Date(`${due}Z`);
      });
      await page.waitForTimeout(Math.max(0, moved.getTime() + 500 - Date.now()));
      await writeEntry(page, 'propose', { title: 'Publication on seasonal work', kind: 'publication' });
      expect(await said(page)).toContain('The deadline has passed');
      await page.getByRole('button', { name: 'Submit the input' }).click();
      expect(await said(page)).toContain('after the deadline');
    });
    await as(bosnia, async (page) => {
      await page.goto(plan);
      expect(await page.getByRole('row', { name: /Albania/ }).textContent()).toContain('Submitted late');
    });
  });

  test('the Secretariat merges two entries, takes a third over, and circulates the draft', async () => {
    await as(secretariat, async (page) => {
      await page.goto(plan);
      await page.getByRole('button', { name: 'Begin the draft' }).click();
      await page.goto(`${plan}/desk`);
      await page.getByText('Training on document checks', { exact: true }).click();
      await page.getByText('Training on document checks in airports', { exact: true }).click();
      await page.getByRole('button', { name: 'Take over what is ticked' }).click();
      await page.getByLabel('Publication on seasonal work').check();
      await page.getByRole('button', { name: 'Take over what is ticked' }).click();
      const merged = page.getByText(/^From the input of .* and /);
      expect(await merged.textContent()).toContain('Bulgaria');
      expect(await merged.textContent()).toContain('Bosnia and Herzegovina');
      await shot(page, 'plan-desk');
      await page.goto(plan);
      await page.getByText('Circulate', { exact: true }).first().click();
      await page.locator('form[action="?/circulate"] [name="due"]').fill('2099-05-01T12:00');
      await page.locator('form[action="?/circulate"]').getByRole('button').click();
      expect(new URL(page.url()).pathname).toBe(`${plan}/versions/1`);
      await shot(page, 'plan-version');
    });
  });

  test('a party comments, the Secretariat answers, revises by workbook and shows what changed', async () => {
    await as(bosnia, async (page) => {
      await page.goto(`${plan}/versions/1`);
      const entry = page.locator('article').filter({ hasText: 'Training on document checks' });
      await entry.getByText('Comment', { exact: true }).first().click();
      await entry.locator('textarea[name="text"]').fill('Please make it three days.');
      await entry.getByRole('button', { name: 'Send the comment' }).click();
      expect(await said(page)).toContain('with the Secretariat');
    });
    await as(albania, async (page) => {
      await page.goto(`${plan}/versions/1`);
      expect(await page.locator('main').textContent()).not.toContain('three days');
    });
    await as(secretariat, async (page) => {
      await page.goto(`${plan}/versions/1`);
      const comment = page.locator('li').filter({ hasText: 'Please make it three days.' });
      await comment.getByText('Answer', { exact: true }).first().click();
      await comment.locator('select').selectOption('accepted-in-part');
      await comment.locator('textarea').fill('Two days and an evening.');
      await comment.getByRole('button', { name: 'Answer' }).click();
      expect(await page.locator('main').textContent()).toContain('accepted in part');
      await page.goto(plan);
      await page.getByRole('button', { name: 'Close the comments and revise' }).click();
      // The workbook: one cell changed, one row added, one cell wrong.
      const file = await page.request.get(`${plan}/desk/plan.xlsx`);
      const sheets = await readWorkbook(Buffer.from(await file.body()));
      const [head, ...rows] = sheets[0]!.data as (string | Date | null)[][];
      const column = (name: string) => head!.indexOf(name);
      const training = rows.find((row) => String(row[column('Activity')]).startsWith('Training'))!;
      training[column('Place')] = 'Mostar';
      const publication = rows.find((row) => String(row[column('Activity')]).startsWith('Publication'))!;
      publication[column('Until')] = '31.04.2027';
      const added = head!.map((name) =>
        name === 'Activity'
          ? 'Expert meeting on visas'
          : name === 'Kind'
            ? 'expert-meeting'
            : name === 'Lead'
              ? 'Albania'
              : null,
      );
      const cells = (list: (string | Date | null)[][]) =>
        list.map((row) =>
          row.map((value) =>
            value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : { value: value ?? '', type: String },
          ),
        );
      const changed = await writeWorkbook([
        { sheet: 'Plan', data: cells([head!, ...rows, added]) },
        { sheet: 'About', data: cells(sheets.find(({ sheet }) => sheet === 'About')!.data as (string | null)[][]) },
      ]).toBuffer();
      await page.goto(`${plan}/sheet`);
      await page.setInputFiles('#field-file', {
        name: 'plan.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: changed,
      });
      await page.getByRole('button', { name: 'Show what would change' }).click();
      const preview = (await page.locator('main').textContent())!;
      expect(preview).toContain('New: 1. Changed: 1.');
      expect(preview).toContain('With faults: 1');
      expect(preview).toMatch(/Sheet “Plan”, row \d, column [A-Z] \(.?Until.?\): .?“31.04.2027” is no day/);
      await shot(page, 'plan-sheet');
      await page.getByRole('button', { name: 'Take these rows (2)' }).click();
      expect(await said(page)).toContain('new 1, changed 1');
      await page.goto(plan);
      await page.getByText('Circulate', { exact: true }).first().click();
      await page.locator('form[action="?/circulate"] [name="note"]').fill('After the comments.');
      await page.locator('form[action="?/circulate"]').getByRole('button').click();
      expect(new URL(page.url()).pathname).toBe(`${plan}/versions/2`);
      await page.getByRole('link', { name: 'What changed' }).click();
      const difference = (await page.locator('main').textContent())!;
      expect(difference).toContain('Changed: 1. Added: 1. Taken out: 0. As before: 1.');
      expect(await page.locator('ins').first().textContent()).toContain('Mostar');
      await shot(page, 'plan-changes');
    });
  });

  test('the endorsement makes it public, with papers a ministry can use and its activities in the calendar', async () => {
    await as(secretariat, async (page) => {
      await page.goto(plan);
      await page.getByText('Record the endorsement').first().click();
      await page.locator('form[action="?/endorse"] [name="on"]').fill('2026-10-01');
      await page
        .locator('form[action="?/endorse"] [name="note"]')
        .fill('Senior Officials Meeting of October 2026, item 3.');
      await page.locator('form[action="?/endorse"]').getByRole('button').click();
      expect(await said(page)).toContain('activities entered: 3');
    });
    const { page, complaints, close } = await visit(url, { ...desk, javaScript: false });
    await page.goto(plan);
    expect(await page.locator('main').textContent()).toContain('Senior Officials Meeting of October 2026');
    expect(await page.locator('main').textContent()).not.toContain('Submitted late');
    await page.getByRole('link', { name: 'Read the endorsed plan' }).click();
    expect(await page.getByRole('heading', { name: 'Expert meeting on visas' }).count()).toBe(1);
    for (const [format, begin] of [
      ['docx', 'PK'],
      ['xlsx', 'PK'],
      ['pdf', '%PDF'],
    ] as const) {
      const answer = await page.request.get(`${plan}/versions/2/plan.${format}`);
      expect([format, answer.status(), (await answer.body()).subarray(0, begin.length).toString()]).toEqual([
        format,
        200,
        begin,
      ]);
    }
    expect((await page.request.get(`${plan}/versions/1`)).status()).toBe(404);
    expect((await page.request.get(`${plan}/desk/plan.xlsx`)).status()).toBe(404);
    await page.goto('/calendar?view=list&month=2027-05');
    await page.getByRole('link', { name: 'Training on document checks' }).first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/activities\/A-\d+$/);
    expect(await page.locator('main').textContent()).toContain('Mostar');
    expect(complaints).toEqual([]);
    await close();
  });

  test('its pages have no faults: phone and desk, both directions, both schemes', async () => {
    for (const [prefix, looks] of [
      ['', { ...desk, scheme: 'light' }],
      ['/ar', { ...phone, scheme: 'dark' }],
    ] as const) {
      const { page, complaints, close } = await visit(url, looks);
      await become(page, secretariat);
      for (const place of [
        '/plan/new',
        plan,
        `${plan}/desk`,
        `${plan}/inputs/BGR`,
        `${plan}/versions/1`,
        `${plan}/versions/2?by=date`,
        `${plan}/versions/2/changes`,
      ]) {
        await page.goto(prefix + place);
        expect({
          place: prefix + place,
          faults: await accessibilityFaults(page),
          sideways: await scrollsSideways(page),
        }).toEqual({
          place: prefix + place,
          faults: [],
          sideways: false,
        });
      }
      expect(complaints).toEqual([]);
      await close();
    }
  });
});
