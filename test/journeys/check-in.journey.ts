import type { Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { accessibilityFaults, closeBrowser, phone, visit } from '../support/browser.ts';
import { printRun } from '../support/ferry-report.ts';

const url = inject('appUrl');
afterAll(closeBrowser);

/** Calls an action with the session of the browser. */
async function call<T = Record<string, string & number>>(page: Page, action: string, input: object): Promise<T> {
  const answer = await page.request.post(`/api/v1/actions/${action}`, { data: input, headers: { origin: url } });
  const { value, detail } = (await answer.json()) as { value: T; detail?: string };
  expect(answer.status(), `${action}: ${detail}`).toBe(200);
  return value;
}

test(
  'an open check-in goes on without a connection, and what was read meanwhile arrives once',
  { timeout: 600_000 },
  async () => {
    const { page, context, complaints, close } = await visit(url, phone);
    await page.goto('/sign-in');
    await page.locator('form[action*="?/sample"] button').filter({ hasText: 'Jonas Lindqvist' }).first().click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    const today = new Date().toISOString().slice(0, 10);
    const prepared = await call(page, 'meetings.call.prepare', {
      template: 'working-group',
      title: `Meeting at the door, ${printRun}`,
      bodies: ['body:wg-south-east-europe'],
      first_day: today,
      place: 'Tirana, Albania',
      zone: 'UTC',
    });
    const { meeting, slug } = prepared as unknown as { meeting: string; slug: string };
    await call(page, 'meetings.invitation.add', { meeting, parties: ['HRV'], standing: 'member' });
    const soon = new Date(Date.now() + 3_600_000).toISOString().slice(0, 16);
    const { revision } = await call(page, 'meetings.call.edit', {
      meeting,
      revision: 1,
      title: `Meeting at the door, ${printRun}`,
      first_day: today,
      place: 'Tirana, Albania',
      zone: 'UTC',
      mode: 'in-person',
      languages: ['en'],
      ordering: 'short-name-en',
      answers_due: soon,
      delegations_due: soon,
    });
    await call(page, 'meetings.call.send', { meeting, revision });
    const names = ['Vesna Door', 'Ivo Door'];
    let delegation = { delegation: '', delegate: '', revision: 0 };
    for (const [index, name] of names.entries())
      delegation = await call(page, 'delegations.delegate.add', {
        meeting,
        party: 'HRV',
        name,
        role: index === 0 ? 'head' : 'member',
        in_room: [today],
        revision: delegation.revision,
      });
    for (const step of ['submit', 'approve'])
      delegation = await call(page, `delegations.delegation.${step}`, {
        delegation: delegation.delegation,
        revision: delegation.revision,
      });

    const path = `/meetings/${slug}/check-in`;
    await page.goto(path);
    await page.locator('ul[data-live="on"]').waitFor();
    const line = page.locator('li', { hasText: names[0]! });
    const arrived: number[] = [];
    page.on('response', (answer) => {
      if (answer.url().endsWith('/delegations.check-in.record')) arrived.push(answer.status());
    });
    await context.setOffline(true);
    await page.getByRole('button', { name: `Check in: ${names[0]}` }).click();
    await line.getByText('waits for the connection').waitFor();
    await page.getByLabel('Name, party or code').fill('ivo');
    expect(await line.count()).toBe(0);
    await page.getByLabel('Name, party or code').fill('');
    await context.setOffline(false);
    await line.getByText('checked in').waitFor();
    await page.reload();
    await page.getByText('1 of 2 checked in today').waitFor();
    expect(arrived).toEqual([200]);
    expect(complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await close();
  },
);
