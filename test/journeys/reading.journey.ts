import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { closeBrowser, desk, phone, visit } from '../support/browser.ts';
import { signInAs } from '../support/sign-in.ts';

const url = inject('appUrl');
afterAll(closeBrowser);

describe('reading needs no script', () => {
  test('from the first page to the sentence and back, with JavaScript switched off', async () => {
    const { page, complaints, close } = await visit(url, { ...phone, javaScript: false });
    await page.goto('/');
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.getByRole('link', { name: 'Outcomes', exact: true }).click();
    const first = page.locator('td.sentence a').first();
    const sentence = (await first.textContent())!.trim();
    await first.click();
    expect((await page.locator('blockquote').textContent())!.trim()).toBe(sentence);
    await page.getByRole('link', { name: 'Open the report at this sentence' }).click();
    const marked = await page.locator('.run.here').allTextContents();
    expect(marked.join('').replaceAll(/\s+/g, ' ')).toBe(sentence);
    const target = page.locator(':target');
    expect(await target.count()).toBe(1);
    expect(page.url()).toContain('#o-');
    await page.goBack();
    expect((await page.locator('blockquote').textContent())!.trim()).toBe(sentence);
    expect(complaints).toEqual([]);
    await close();
  });

  test('reading pages carry no script at all', async () => {
    const { page, close } = await visit(url);
    for (const path of ['/', '/reports', '/outcomes', '/search?q=meeting', '/ru/reports']) {
      const scripts: string[] = [];
      page.on('request', (request) => {
        if (request.resourceType() === 'script') scripts.push(request.url());
      });
      await page.goto(path);
      expect([path, await page.locator('script').count(), scripts]).toEqual([path, 0, []]);
    }
    await close();
  });

  test('the record shows every confirmed outcome of the report at its sentence, and in the margin beside it', async () => {
    const { page, close } = await visit(url, desk);
    await page.goto('/reports');
    await page.locator('td.title a').last().click();
    const summary = (await page.locator('.record-section p').first().textContent())!;
    const confirmed = Number(/(\d+) confirmed/.exec(summary)![1]);
    expect(confirmed).toBeGreaterThan(3);
    expect(await page.locator('.record .note.confirmed').count()).toBe(confirmed);
    const note = (await page.locator('.record .margin').first().boundingBox())!;
    const line = (await page.locator('.record .run.confirmed').first().boundingBox())!;
    const record = (await page.locator('.record').boundingBox())!;
    expect(note.x).toBeGreaterThanOrEqual(record.x + record.width);
    expect(Math.abs(note.y - line.y)).toBeLessThan(40);
    await close();
  });
});

describe('lists', () => {
  test('a filter is an address that shows the same to somebody else', async () => {
    const one = await visit(url);
    await one.page.goto('/outcomes');
    await one.page.getByLabel('Kind').selectOption('offer');
    await one.page.getByRole('button', { name: 'Show' }).click();
    expect(new URL(one.page.url()).searchParams.get('kind')).toBe('offer');
    const sentences = await one.page.locator('td.sentence').allTextContents();
    expect(sentences.length).toBeGreaterThan(0);
    expect(
      new Set(await one.page.locator('td.kind').evaluateAll((all) => all.map((cell) => cell.firstChild?.textContent))),
    ).toEqual(new Set(['Offer']));
    const other = await visit(url, { javaScript: false });
    await other.page.goto(one.page.url());
    expect(await other.page.locator('td.sentence').allTextContents()).toEqual(sentences);
    await other.close();
    await one.close();
  });

  test('sorting is a link and says which way the list runs', async () => {
    const { page, close } = await visit(url);
    await page.goto('/outcomes');
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
    const newest = await page.locator('td.report time').first().getAttribute('datetime');
    await page.locator('th[aria-sort] a').click();
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
    const oldest = await page.locator('td.report time').first().getAttribute('datetime');
    expect(oldest! < newest!).toBe(true);
    await close();
  });

  test('the exported file holds what the list shows', async () => {
    const { page, close } = await visit(url);
    await page.goto('/outcomes?kind=decision');
    const shown = (await page.locator('td.sentence').allTextContents()).map((text) => text.trim());
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'JSON' }).click(),
    ]);
    const file = JSON.parse(readFileSync((await download.path())!, 'utf8')) as { outcomes: { text: string }[] };
    expect(file.outcomes.map((outcome) => outcome.text)).toEqual(shown);
    await close();
  });
});

test('the original file comes back byte for byte, with the fingerprint the page prints', async () => {
  const { page, close } = await visit(url);
  await page.goto('/reports');
  await page.locator('td.title a').first().click();
  const printed = (await page.locator('.hash .mono').textContent())!.trim();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('dl.facts a[download]').click()]);
  const bytes = readFileSync((await download.path())!);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(printed);
  await close();
});

test('what is not open to a visitor is not there for them: no line in a list, no page at its address', async () => {
  const inside = await visit(url);
  await signInAs(inside.page, 'secretariat');
  await inside.page.goto('/reports?stage=received');
  const hidden = (await inside.page.locator('td.title a').first().getAttribute('href'))!;
  await inside.close();
  const { page, close } = await visit(url);
  expect((await page.goto(hidden))!.status()).toBe(404);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('There is nothing at this address');
  await page.goto('/reports');
  expect(await page.locator(`a[href="${hidden}"]`).count()).toBe(0);
  await close();
});

test('no link of the open pages leads nowhere', { timeout: 600_000 }, async () => {
  const { page, close } = await visit(url, { javaScript: false });
  const from = new Map<string, string>([['/', 'the first page']]);
  const dead: string[] = [];
  for (const [path, source] of from) {
    const answer = await page.request.get(path, { maxRedirects: 5 });
    if (answer.status() >= 400) dead.push(`${path} (${answer.status()}) from ${source}`);
    if (!answer.headers()['content-type']?.startsWith('text/html') || from.size > 150) continue;
    for (const [, href = ''] of (await answer.text()).matchAll(/<a [^>]*href="([^"#]+)/g)) {
      const link = new URL(href.replaceAll('&amp;', '&'), new URL(path, url));
      if (link.origin === url && !from.has(link.pathname + link.search)) from.set(link.pathname + link.search, path);
    }
  }
  expect(from.size).toBeGreaterThan(50);
  expect(dead).toEqual([]);
  await close();
});

describe('what every answer carries', () => {
  test('a policy without exceptions for scripts, no sniffing, no framing, nothing for a proxy to keep', async () => {
    for (const path of ['/', '/ar/reports', '/nothing-here', '/outcomes.csv']) {
      const { headers } = await fetch(`${url}${path}`);
      expect([path, headers.get('x-content-type-options'), headers.get('x-frame-options')]).toEqual([
        path,
        'nosniff',
        'DENY',
      ]);
      expect(headers.get('cache-control')).toBe('private, no-cache');
    }
    const policy = (await fetch(`${url}/`)).headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toContain('unsafe-eval');
  });

  test('a form sent from another site is refused', async () => {
    const answer = await fetch(`${url}/sign-in?/link`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'email=a%40b.example',
    });
    expect(answer.status).toBe(403);
  });

  test('a page asked for again is answered with its entity tag alone', async () => {
    const first = await fetch(`${url}/reports`);
    const again = await fetch(`${url}/reports`, { headers: { 'if-none-match': first.headers.get('etag')! } });
    expect(again.status).toBe(304);
  });
});
