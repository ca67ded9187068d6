import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { freePort, startApp, type RunningApp } from '../support/app.ts';
import { closeBrowser, visit } from '../support/browser.ts';
import { redthread } from '../support/cli.ts';
import { startProvider, type RunningProvider } from '../support/openid-provider.ts';

/** An installation for real work, empty but for one invited administrator, with an OpenID provider beside it. */
let app: RunningApp;
let provider: RunningProvider;
const admin = 'petra.prvy@example.org';
/** One for each test that signs in, because an address gets five links in a quarter of an hour. */
const others = {
  'Pavel Key': '',
  'Olga Open': '',
  'Sven Session': '',
  'Ida Invites': '',
  'Lea Live': '',
  'Otto Origin': '',
};
type Other = keyof typeof others;

beforeAll(async () => {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  provider = await startProvider({
    id: 'redthread',
    secret: 'provider-secret',
    redirect: `${origin}/sign-in/with/callback/oidc`,
  });
  const env = {
    PORT: String(port),
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'redthread',
    OIDC_CLIENT_SECRET: 'provider-secret',
  };
  app = await startApp({ live: true, env });
  for (const name of Object.keys(others) as Other[]) others[name] = await invited(name);
  await invited('Petra Prvy');
});
afterAll(async () => {
  await closeBrowser();
  await app?.stop();
  await provider?.stop();
});

async function invited(name: string): Promise<string> {
  const address = `${name.toLowerCase().replace(' ', '.')}@example.org`;
  const { out, err } = await redthread(['invite', address, '--name', name, '--data', app.dataFolder], {});
  expect(out + err).toContain(`Invited ${name}`);
  return address;
}

const signedInAs = (page: Page, name: string) => page.getByRole('link', { name }).waitFor();

/** The mails written so far, in no order, with their lines put together again. */
function mails(): { file: string; text: string }[] {
  const folder = join(app.dataFolder, 'mail');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((file) => ({
      file,
      text: readFileSync(join(folder, file), 'utf8')
        .replaceAll(/=\r?\n/g, '')
        .replaceAll('=3D', '='),
    }));
}

/** The link of a mail to an address that has not been used yet. */
const used = new Set<string>();
async function linkMailedTo(address: string): Promise<string> {
  const found = await vi.waitUntil(() => mails().find(({ file, text }) => !used.has(file) && text.includes(address)), {
    timeout: 180_000,
    interval: 200,
  });
  used.add(found.file);
  return /http:\/\/\S+token=[\w-]+/.exec(found.text)![0];
}

async function signInByLink(page: Page, address: string): Promise<void> {
  await page.goto('/sign-in?next=/account');
  await page.getByLabel('E-mail address').fill(address);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.getByRole('heading', { name: 'Look in your mailbox' }).waitFor();
  await page.goto(await linkMailedTo(address));
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/account');
}

/** Signs in with the link of the invitation. */
async function signIn(page: Page, name: Other): Promise<void> {
  await page.goto(`${await linkMailedTo(others[name])}&next=/account`);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/account');
}

describe('a link by mail', () => {
  test('the invitation signs in; opening its page alone does not; the second use is refused', async () => {
    const { page, complaints, close } = await visit(app.url, { javaScript: false });
    const link = await linkMailedTo(admin);
    await page.goto(link);
    await page.goto('/account');
    expect(page.url()).toContain('/sign-in?next=');
    await page.goto(link);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await signedInAs(page, 'Petra Prvy');
    await page.goto(link);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('This link has been used already').waitFor();
    expect(complaints.filter((line) => !line.includes('403'))).toEqual([]);
    await close();
  });

  test('a link asked for leads back to the page that was wanted; an unknown address gets the same answer and no mail', async () => {
    const { page, close } = await visit(app.url);
    await signInByLink(page, admin);
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Petra Prvy');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill('nobody-known@example.org');
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await page.getByText('If somebody is known here under nobody-known@example.org').waitFor();
    // Mails go out in their order: once a later one is there, an earlier one would be.
    await signInByLink(page, admin);
    expect(mails().filter(({ text }) => text.includes('nobody-known'))).toEqual([]);
    await close();
  });
});

describe('a passkey', () => {
  test('is added, signs in without a mail, and is removed', async () => {
    const { page, context, close } = await visit(app.url);
    const cdp = await context.newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await signIn(page, 'Pavel Key');
    await page.getByLabel('Name of the passkey').fill('Office key');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.locator('input[value="Office key"]').waitFor();

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.goto('/sign-in?next=/account');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.waitForURL('**/account');
    await signedInAs(page, 'Pavel Key');

    await page.getByRole('button', { name: 'Remove: Office key' }).click();
    await page.getByText('The passkey cannot sign in any more.').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('The passkey was not accepted').waitFor();
    await close();
  });
});

describe('OpenID Connect', () => {
  async function throughProvider(page: Page, subject: string): Promise<void> {
    await page.goto('/sign-in?next=/account');
    await page.getByRole('link', { name: 'Continue with your organisation' }).click();
    await page.locator('input[name=login]').fill(subject);
    await page.locator('input[name=password]').fill('anything');
    await page.locator('button[type=submit]').click();
    await page.locator('button[type=submit]').click();
    await page.waitForURL((url) => url.origin === app.url);
  }

  test('signs in the known person with that verified address, under the name known here', async () => {
    const { page, close } = await visit(app.url);
    await throughProvider(page, others['Olga Open']);
    await page.waitForURL('**/account');
    await signedInAs(page, 'Olga Open');
    await close();
  });

  test.each(['stranger@example.org', 'unverified-olga.open@example.org'])(
    '%s is let in by the provider and not by us',
    async (subject) => {
      const { page, close } = await visit(app.url);
      await throughProvider(page, subject);
      await page.getByText('did not lead to a person known here').waitFor();
      await page.goto('/account');
      expect(page.url()).toContain('/sign-in');
      await close();
    },
  );

  test('an answer nobody asked for is refused', async () => {
    const { page, close } = await visit(app.url);
    await page.goto('/sign-in/with/callback/oidc?code=made-up&state=made-up');
    await page.goto('/account');
    expect(page.url()).toContain('/sign-in');
    await close();
  });
});

test('a session ended on one machine is over on the other', async () => {
  const here = await visit(app.url);
  const there = await visit(app.url);
  await signIn(there.page, 'Sven Session');
  await signInByLink(here.page, others['Sven Session']);
  await here.page.getByRole('button', { name: 'End all others' }).click();
  await here.page.getByText('All other sessions have ended.').waitFor();
  await there.page.goto('/account');
  expect(there.page.url()).toContain('/sign-in');
  await here.page.goto('/account');
  await signedInAs(here.page, 'Sven Session');
  await Promise.all([here.close(), there.close()]);
});

test('inviting, giving a right and ending a person, from the page to the mail', async () => {
  const { page, close } = await visit(app.url);
  await signIn(page, 'Ida Invites');
  await page.goto('/people/invite');
  await page.getByLabel('Full name').fill('Sabina Nova');
  await page.getByLabel('E-mail address of the person').fill('sabina.nova@example.org');
  await page.locator('#field-language').selectOption('tr');
  await page.getByLabel('Acts as').selectOption('chair');
  await page.getByLabel('Why').fill('Elected in May');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByRole('alert').getByText('Choose the body this person chairs.').waitFor();
  expect(await page.getByLabel('Full name').inputValue()).toBe('Sabina Nova');
  await page.getByLabel('Acts as').selectOption('secretariat');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByText('The mail to Sabina Nova is on its way.').waitFor();

  const guest = await visit(app.url, { javaScript: false });
  const link = await linkMailedTo('sabina.nova@example.org');
  expect(link).toContain('/tr/sign-in/link');
  await guest.page.goto(link);
  await guest.page.getByRole('main').getByRole('button', { name: 'Oturum aç' }).click();
  await signedInAs(guest.page, 'Sabina Nova');

  await page.locator('summary', { hasText: 'End this person' }).click();
  await page.getByRole('button', { name: 'End this person' }).click();
  await page.getByText('Tick the box to end this person.').first().waitFor();
  await page.getByLabel('Yes, end Sabina Nova').check();
  await page.getByRole('button', { name: 'End this person' }).click();
  await page.getByText('Sabina Nova can no longer sign in.').waitFor();
  await guest.page.goto('/account');
  expect(guest.page.url()).toContain('/sign-in');

  await page.goto('/audit?action=people.person.&result=done');
  expect(await page.locator('tbody tr').count()).toBeGreaterThanOrEqual(3);
  await page.getByRole('button', { name: 'Check the chain' }).click();
  await page.getByText('The log is unbroken').waitFor();
  await Promise.all([guest.close(), close()]);
});

describe('one-click sign-in', () => {
  test('does not exist where real work is done: no panel, and its address refuses', async () => {
    const { page, close } = await visit(app.url);
    await signIn(page, 'Lea Live');
    const person = new URL(
      (await page.goto('/people').then(() => page.getByRole('link', { name: 'Petra Prvy' }).getAttribute('href')))!,
      app.url,
    ).pathname
      .split('/')
      .pop()!;
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.goto('/sign-in');
    expect(await page.locator('form[action*="sample"]').count()).toBe(0);
    expect(await page.getByText('people and statements that come with it are invented').count()).toBe(0);
    const answer = await page.request.post('/sign-in?/sample', { form: { person }, headers: { origin: app.url } });
    expect(await answer.text()).toContain('One-click sign-in exists in the sample only');
    await page.goto('/account');
    expect(page.url()).toContain('/sign-in');
    await close();
  });
});

test('another site cannot post here, whatever the content type', async () => {
  const { page, close } = await visit(app.url);
  await signIn(page, 'Otto Origin');
  for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/plain']) {
    const answer = await page.request.post('/api/v1/actions/people.session.end-others', {
      data: '{}',
      headers: { origin: 'https://elsewhere.example', 'content-type': type },
    });
    expect(answer.status()).toBe(403);
  }
  const own = await page.request.post('/api/v1/actions/people.profile.change', {
    data: { name: 'Otto Origin', language: 'en' },
    headers: { origin: app.url },
  });
  expect(own.status()).toBe(200);
  expect(own.headers()['cache-control']).toContain('no-store');
  await close();
});
