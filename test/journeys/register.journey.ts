import { afterAll, describe, expect, inject, test } from 'vitest';
import { accessibilityFaults, closeBrowser, desk, phone, scrollsSideways, visit } from '../support/browser.ts';
import { signInAs } from '../support/sign-in.ts';

const url = inject('appUrl');
afterAll(closeBrowser);

describe('the register', () => {
  test('shows who led the dialogue on a day, and walks from a body to a state and back', async () => {
    const { page, complaints, close } = await visit(url, { ...desk, javaScript: false });
    await page.goto('/register');
    await page.fill('#as-of', '2000-01-01');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(new URL(page.url()).searchParams.get('on')).toBe('2000-01-01');
    const dialogue = page.getByRole('row', { name: /Budapest Process/ });
    expect(await dialogue.textContent()).toMatch(/Chair:\s*Hungary/);
    await dialogue.getByRole('link', { name: 'Budapest Process' }).click();
    expect(await page.getByRole('table', { name: 'Roster' }).textContent()).toMatch(/Chair\s*Hungary/);
    await page.getByRole('link', { name: 'Hungary' }).first().click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Hungary');
    expect(await page.locator('main').textContent()).toContain('January 2006');
    expect(complaints).toEqual([]);
    await close();
  });

  test('tells what a written name meant on the day of a paper, and offers without guessing', async () => {
    const { page, close } = await visit(url, desk);
    const ask = async (name: string, day: string) => {
      await page.goto('/register/names');
      await page.fill('#name', name);
      await page.fill('#on', day);
      await page.getByRole('button', { name: 'Look up' }).click();
      return (await page.getByRole('status').textContent())!;
    };
    expect(await ask('the former Yugoslav Republic of Macedonia', '2016-12-15')).toContain(
      'was in use on 15 December 2016',
    );
    expect(await ask('Turkey', '2023-05-01')).toContain('not in use on 1 May 2023');
    const near = await ask('Azerbaidjan', '2020-01-01');
    expect(near).toContain('No such name');
    expect(near).toContain('Azerbaijan');
    await close();
  });

  test('is kept by the Secretariat: a mandate entered, refused twice, ended; what was believed stays readable', async () => {
    const { page, close } = await visit(url, { ...desk, javaScript: false });
    await signInAs(page, 'secretariat');
    const enter = async () => {
      await page.goto('/register/bodies/body:ministerial-conference');
      await page.getByText('Enter a mandate').click();
      await page.selectOption('#field-party', 'PRT');
      await page.selectOption('#field-role', 'rapporteur');
      await page.fill('#field-beginsUntil', '2024-02-01');
      await page.fill('#field-source', 'Letter for this trial');
      await page.locator('form[action="?/record"]').getByRole('button').click();
    };
    await enter();
    expect(await page.getByRole('status').textContent()).toContain('Entered in the register');
    await enter();
    expect(await page.getByRole('alert').textContent()).toContain('says already');
    expect(await page.inputValue('#field-source')).toBe('Letter for this trial');
    await page.goto('/register/bodies/body:ministerial-conference');
    await page.getByText('Enter its end').first().click();
    await page.locator('form[action="?/end"] input[type=date]').first().fill('2025-01-01');
    await page.locator('form[action="?/end"] input[name=source]').first().fill('Another letter');
    await page.locator('form[action="?/end"] button').first().click();
    expect(await page.getByRole('table', { name: 'Roster' }).count()).toBe(0);
    await page.goto('/register/bodies/body:ministerial-conference?on=2024-06-01');
    expect(await page.getByRole('table', { name: 'Roster' }).textContent()).toContain('Portugal');
    await close();
  });

  test('takes a file in two steps, and gives one back', async () => {
    const { page, close } = await visit(url, desk);
    await signInAs(page, 'secretariat');
    await page.goto('/register/import');
    const rows = [
      'party,kind,language,form,name,source',
      'PRT,,fr,short,Portugal,list of the trial',
      'QQQ,,en,short,Nowhere,list of the trial',
    ];
    await page.setInputFiles('#file', {
      name: 'names.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rows.join('\n')),
    });
    await page.getByRole('button', { name: 'Show what would change' }).click();
    expect(await page.locator('main').textContent()).toContain(
      'New: 1. Changed: 0. Already there: 0. With errors, left out: 1.',
    );
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Enter these rows (1)' }).click();
    expect(await page.getByRole('status').textContent()).toContain('entered in the register');
    const csv = await (await page.request.get('/register/export/names.csv')).text();
    expect(csv).toContain('PRT,state,fr,short,Portugal');
    expect((await page.request.get('/register/export/other.csv')).status()).toBe(404);
    await close();
  });

  test('keeps a contact point with its letter: seen by a member without the address that is for the Secretariat', async () => {
    const staff = await visit(url, desk);
    await signInAs(staff.page, 'secretariat');
    await staff.page.goto('/register/parties/PRT');
    await staff.page.getByText('Enter a contact point').click();
    await staff.page.selectOption('#field-function', 'liaison-officer');
    await staff.page.selectOption('#field-postedTo', 'GEO');
    await staff.page.fill('#field-name', 'Rita Exemplar');
    await staff.page.fill('#field-email', 'rita.exemplar@example.org');
    await staff.page.fill('form[action="?/appoint"] #field-beginsUntil', '2025-03-01');
    await staff.page.fill('#field-evidence', 'Letter 7/2025 of the ministry');
    await staff.page.locator('form[action="?/appoint"] button').click();
    expect(await staff.page.getByRole('status').textContent()).toContain('Entered in the register');
    const row = await staff.page.getByRole('row', { name: /Rita Exemplar/ }).textContent();
    expect(row).toContain('rita.exemplar@example.org');
    expect(row).toContain('Georgia');
    expect(await accessibilityFaults(staff.page)).toEqual([]);
    await staff.close();
    const member = await visit(url, desk);
    await signInAs(member.page, 'member');
    await member.page.goto('/register/parties/PRT');
    const seen = await member.page.getByRole('row', { name: /Rita Exemplar/ }).textContent();
    expect(seen).toContain('Letter 7/2025');
    expect(seen).not.toContain('@example.org');
    expect(await member.page.getByText('Enter a contact point').count()).toBe(0);
    await member.close();
  });

  test('offers nothing of this to the public, and hides contact points', async () => {
    const { page, close } = await visit(url, desk);
    await page.goto('/register/parties/BGR');
    expect(await page.getByText('Add a name').count()).toBe(0);
    expect(await page.getByText('Contact points').count()).toBe(0);
    expect((await page.goto('/register/import'))?.status()).toBe(403);
    expect((await page.goto('/register/parties/nothing'))?.status()).toBe(404);
    await close();
  });

  test('has pages without faults: phone and desk, both directions, both schemes', { timeout: 600_000 }, async () => {
    const places = [
      '/register/parties?kind=organisation',
      '/register/parties/MKD',
      '/register/parties/org:euaa',
      '/register/bodies/body:wg-silk-routes',
      '/register/names?name=Turkei',
    ];
    for (const [prefix, looks] of [
      ['', { ...phone, scheme: 'light' }],
      ['/ar', { ...phone, scheme: 'dark' }],
      ['/ru', { ...desk, scheme: 'dark' }],
    ] as const) {
      const { page, complaints, close } = await visit(url, looks);
      for (const place of places) {
        await page.goto(prefix + place);
        expect({
          place: prefix + place,
          faults: await accessibilityFaults(page),
          sideways: await scrollsSideways(page),
        }).toEqual({ place: prefix + place, faults: [], sideways: false });
      }
      expect(complaints).toEqual([]);
      await close();
    }
  });
});
