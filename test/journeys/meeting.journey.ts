import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { openEmbedded } from '../../src/kernel/server/db/embedded.ts';
import {
  accessibilityFaults,
  closeBrowser,
  desk,
  phone,
  scrollsSideways,
  visit,
  type Looks,
} from '../support/browser.ts';
import { printRun } from '../support/ferry-report.ts';

const url = inject('appUrl');
afterAll(closeBrowser);

const secretariat = 'Jonas Lindqvist';
const parties = [
  ['ALB', 'Albania', 'Arben Kodra'],
  ['BIH', 'Bosnia and Herzegovina', 'Emina Karadža'],
  ['BGR', 'Bulgaria', 'Yoana Stoeva'],
] as const;
/** A party nobody has an account of: the Secretariat enters who it sends. */
const byMail = ['HRV', 'Croatia'] as const;
const title = `Meeting on ferries and passes, ${printRun}`;
const wish = `To keep a common list of mountain huts, ${printRun}`;
const offer = `One delegation offered to host a workshop on rope bridges, ${printRun}`;

async function as(name: string, looks: Looks = desk) {
  const seen = await visit(url, looks);
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

/** Sends the form with this action on the open page and waits for the next one. */
async function send(
  page: Page,
  action: string,
  fill: (form: ReturnType<Page['locator']>) => Promise<unknown> = async () => {},
) {
  const form = page.locator(`form[action="?/${action}"]`).first();
  const closed = form.locator('xpath=ancestor::details[not(@open)]');
  if ((await closed.count()) > 0)
    await closed.first().evaluate((details) => ((details as HTMLDetailsElement).open = true));
  await fill(form);
  await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'POST'),
    form.locator('button').last().click(),
  ]);
  await page.waitForLoadState('load');
  expect(await page.locator('.refusal').allTextContents(), action).toEqual([]);
}

const hidden = (page: Page, name: string) => page.locator(`input[name="${name}"]`).first().inputValue();
const said = async (page: Page) => (await page.locator('main').textContent())!.replaceAll(/\s+/g, ' ');
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
/** `2031-05-06 10:00:00`, in UTC, some seconds from now. */
const moment = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');

/** Two minutes are kept for objections still on their way; the silence is put back by as much in the database, instead of waiting. */
async function longAgo(): Promise<void> {
  const server = await openEmbedded({ dataDir: inject('appData'), guest: true });
  const admin = new pg.Client(server.config('dialogue', 'postgres'));
  await admin.connect();
  await admin.query(
    `set session_replication_role = replica; update draft_silence set at = at - interval '10 minutes', until = until - interval '10 minutes'`,
  );
  await admin.end();
  await server.stop();
}

describe('a meeting from its call to the next one', { timeout: 600_000 }, () => {
  let path = '';
  let report = '';
  const sessions: Record<string, string> = {};

  test('the Secretariat calls a hybrid meeting with two break-outs under the Chatham House Rule', async () => {
    const { page, close, complaints } = await as(secretariat);
    await page.goto('/meetings/new');
    await send(page, 'prepare', async (form) => {
      await form.locator('input[name="template"][value="working-group"]').check();
      await form.locator('[name="title"]').fill(title);
      await form.getByLabel('South-East Europe Regional Working Group').check();
      await form.locator('[name="first_day"]').fill(new Date().toISOString().slice(0, 10));
      await form.locator('[name="place"]').fill('Tirana, Albania');
      await form.locator('[name="zone"]').fill('UTC');
    });
    path = new URL(page.url()).pathname;
    await page.goto(`${path}/edit`);
    await send(page, 'edit', async (form) => {
      await form.locator('input[name="mode"][value="hybrid"]').check();
      await form.locator('[name="answers_due"]').fill(moment(3600).slice(0, 16).replace(' ', 'T'));
      await form.locator('[name="delegations_due"]').fill(moment(3600).slice(0, 16).replace(' ', 'T'));
    });
    await page.goto(`${path}/agenda`);
    await page
      .locator('summary')
      .filter({ hasText: /: Break-outs/ })
      .first()
      .click();
    const form = page.locator('form[action="?/break-up"]').filter({ visible: true }).first();
    await form.locator('[name="names"]').fill('Huts\nBridges');
    expect(await form.locator('[name="rule"]').isChecked()).toBe(true);
    await form.getByRole('button').last().click();
    await page.getByText('Bridges').first().waitFor();
    await page.goto(`${path}/invitations`);
    await send(page, 'add', async (add) => {
      await add.locator('select[name="parties"]').selectOption([...parties, byMail].map(([key]) => key));
      await add.locator('select[name="standing"]').selectOption('member');
    });
    await page.goto(path);
    await send(page, 'call');
    expect(await said(page)).toContain('In the room and online');
    expect(complaints).toEqual([]);
    await close();
  });

  test('three focal points answer and file delegations; the Secretariat approves them', async () => {
    for (const [key, , name] of parties) {
      const { page, close } = await as(name, key === 'BGR' ? phone : desk);
      await page.goto(path);
      await send(page, 'answer', (form) => form.locator('input[name="answer"][value="accepted"]').check());
      await page.goto(`${path}/delegations/${key}`);
      await send(page, 'add', async (form) => {
        await form.locator('[name="name"]').fill(`Head of ${key}`);
        await form.locator('[name="function"]').fill('Director');
      });
      if (key === 'BGR') {
        expect(await scrollsSideways(page)).toBe(false);
        expect(await accessibilityFaults(page)).toEqual([]);
      }
      await send(page, 'submit');
      await close();
    }
    const { page, close } = await as(secretariat);
    await page.goto(`${path}/delegations/${byMail[0]}`);
    await send(page, 'add', (form) => form.locator('[name="name"]').fill('Head by mail'));
    await send(page, 'submit');
    expect(await said(page)).toMatch(new RegExp(`Entered by the Secretariat for .?${byMail[1]}`));
    for (const [key] of parties) {
      await page.goto(`${path}/delegations/${key}`);
      await send(page, 'approve');
    }
    await page.goto(`${path}/participants`);
    expect(await page.locator('section h2').allTextContents()).toEqual(parties.map(([, party]) => party));
    await page.goto(`${path}/check-in`);
    for (const [key] of parties) {
      await page.getByRole('button', { name: `Check in: Head of ${key}` }).click();
      await page
        .locator('li', { hasText: `Head of ${key}` })
        .getByText('checked in')
        .waitFor();
    }
    await close();
  });

  test('the tour de table runs with a lost connection in the middle; notes and points are taken', async () => {
    const chair = await as(secretariat);
    const delegate = await as(parties[2][2], phone);
    await chair.page.goto(path);
    await send(chair.page, 'open');
    await chair.page.goto(`${path}/floor`);
    for (const link of await chair.page.locator('main a[href*="/floor/"]').all()) {
      const id = /\/floor\/([0-9a-f-]{36})/.exec((await link.getAttribute('href'))!)?.[1];
      if (id) sessions[(await link.textContent())!.trim()] = id;
    }
    const of = (name: RegExp) => Object.entries(sessions).find(([words]) => name.test(words))![1];
    const tour = of(/tour de table/i);
    await Promise.all([chair.page.goto(`${path}/floor/${tour}/chair`), delegate.page.goto(`${path}/floor/${tour}`)]);
    await Promise.all([chair, delegate].map(({ page }) => page.getByText('Live').first().waitFor()));
    await press(chair.page, 'Make the tour de table');
    await press(chair.page, 'Open the session');
    const note = (text: string, turn: string) =>
      call(chair.page, 'floor.note.write', {
        note: randomUUID(),
        session: tour,
        turn,
        device: randomUUID(),
        edit: 1,
        text,
      });
    for (const [index, [, party]] of parties.entries()) {
      await press(chair.page, /^Give the floor to the next/);
      await chair.page.locator('.now .who', { hasText: party }).first().waitFor();
      if (index === 0) await delegate.context.setOffline(true);
      if (index === 1) await delegate.context.setOffline(false);
      const { turns } = (await (await chair.page.request.get(`/api/v1/floors/${tour}`)).json()) as {
        turns: { id: string; state: string }[];
      };
      await note(
        `reported that the snow line was mapped by ${2020 + index}.`,
        turns.find(({ state }) => state === 'speaking')!.id,
      );
    }
    await delegate.page.locator('.now .who', { hasText: 'Bulgaria' }).first().waitFor();
    await press(chair.page, 'Close the session');
    await call(chair.page, 'floor.notes.send', { session: tour });
    for (const [name, kind, text] of [
      [/Huts/, 'recommendation', wish],
      [/Bridges/, 'offer', offer],
    ] as const) {
      const session = of(name);
      await chair.page.goto(`${path}/floor/${session}/chair`);
      await chair.page.getByText('Live').first().waitFor();
      await press(chair.page, 'Open the session');
      await chair.page.getByRole('button', { name: 'Close the session' }).waitFor();
      await call(chair.page, 'floor.point.add', { command: randomUUID(), session, kind, text });
      await call(chair.page, 'floor.points.report', { command: randomUUID(), session });
      await press(chair.page, 'Close the session');
    }
    await chair.page.goto(path);
    await send(chair.page, 'close');
    await Promise.all([chair.close(), delegate.close()]);
  });

  test('the report is drafted, an attributed sentence of a break-out is stopped, it is commented, passes silence and is published', async () => {
    const { page, close } = await as(secretariat);
    await page.goto(`${path}/report`);
    await send(page, 'assemble');
    const text = await said(page);
    expect(text).toContain('Albania');
    expect(text).toContain(wish);

    const bridges = Object.entries(sessions).find(([words]) => /Bridges/.test(words))![1];
    const draft = await hidden(page, 'draft');
    const named = await call<{ paragraph: string; revision: number }>(page, 'drafting.paragraph.add', {
      draft,
      after: null,
      kind: 'numbered',
      session: bridges,
      text: 'Albania said that rope bridges need inspectors.',
    });
    const circulate = async () =>
      page.request.post('/api/v1/actions/drafting.version.circulate', {
        data: { draft, revision: Number(await hidden(page, 'revision')), due: moment(3600), zone: 'UTC' },
        headers: { origin: url },
      });
    await page.reload();
    const stopped = (await (await circulate()).json()) as { detail: string };
    expect(stopped.detail).toMatch(/Albania/);
    await call(page, 'drafting.paragraph.remove', { paragraph: named.paragraph, revision: named.revision ?? 1 });
    await page.reload();
    await send(page, 'circulate', async (form) => {
      await form.locator('[name="due"]').fill(moment(3600));
      await form.locator('[name="zone"]').fill('UTC');
    });

    const albania = await as(parties[0][2]);
    await albania.page.goto(`${path}/report/versions/1`);
    await send(albania.page, 'comment', (form) =>
      form.locator('[name="text"]').first().fill('Please add the year of the list.'),
    );
    await albania.close();

    await page.goto(`${path}/report/versions/1`);
    await send(page, 'answer', async (form) => {
      await form.locator('[name="disposition"]').selectOption('noted');
      await form.locator('[name="reason"]').fill('It is kept every year.');
    });
    await page.goto(`${path}/report`);
    await send(page, 'revise');
    await send(page, 'silence', async (form) => {
      await form.locator('[name="due"]').fill(moment(15));
      await form.locator('[name="zone"]').fill('UTC');
    });
    await expect
      .poll(async () => (await page.goto(`${path}/report`)) && page.locator('form[action="?/publish"]').count(), {
        timeout: 180_000,
      })
      .toBe(1);
    await longAgo();
    await page.reload();
    await send(page, 'publish');
    await page.goto(`${path}/report`);
    report = (await page.locator('main a[href*="/reports/"]').first().getAttribute('href'))!;
    await close();
  });

  test('two renditions: the public one has the wish, and names nobody of the break-outs', async () => {
    const { page, close } = await visit(url, { ...phone, javaScript: false });
    const answer = await page.goto(report);
    expect(answer?.status()).toBe(200);
    expect(await said(page)).toContain(wish);
    for (const format of ['xml', 'html', 'jsonld'] as const) {
      const file = await page.request.get(`${report}/report.${format}?rendition=public`);
      expect(file.status(), format).toBe(200);
      expect(await file.text()).toContain(wish);
    }
    expect((await page.request.get(`${report}/report.pdf?rendition=internal`)).status()).toBe(404);
    await close();
  });

  test('its outcomes raise a commitment, and the page of the next meeting opens with it', async () => {
    const { page, close } = await as(secretariat);
    const slug = report.split('/').at(-1)!;
    const { outcomes } = (await (await page.request.get(`/api/v1/reports/${slug}`)).json()) as {
      outcomes: { id: string; text: string; state: string }[];
    };
    const raised = outcomes.find(({ text }) => text.includes('mountain huts'))!;
    expect(raised.state).toBe('confirmed');
    await call(page, 'followup.commitment.raise', {
      title: wish,
      outcomes: [raised.id],
      owners: ['ALB'],
    });
    await page.goto('/meetings/new');
    await send(page, 'prepare', async (form) => {
      await form.locator('input[name="template"][value="working-group"]').check();
      await form.locator('[name="title"]').fill(`The next meeting, ${printRun}`);
      await form.getByLabel('South-East Europe Regional Working Group').check();
      await form.locator('[name="first_day"]').fill('2031-05-06');
      await form.locator('[name="place"]').fill('Sofia, Bulgaria');
      await form.locator('[name="zone"]').fill('Europe/Sofia');
    });
    expect(await said(page)).toContain(wish);
    await close();
  });
});
