import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import packed from '@sparticuz/chromium';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

// Own arguments: the package's defaults switch web security off and run everything in one process, which would make
// these tests say less than they seem to.
const switches = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'];

let running: Promise<Browser> | null = null;

/** One browser for the whole run; `CHROMIUM` names an installed one to use instead of the packed one. */
export function browser(): Promise<Browser> {
  running ??= (async () =>
    chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? (await packed.executablePath()),
      args: switches,
      headless: true,
    }))();
  return running;
}

export async function closeBrowser(): Promise<void> {
  const open = running;
  running = null;
  await (await open)?.close();
}

export interface Looks {
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
  javaScript?: boolean;
  reducedMotion?: boolean;
}

/** Phone and desk, the two widths every page is looked at in. */
export const phone = { width: 360, height: 740 } as const;
export const desk = { width: 1280, height: 900 } as const;

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Errors on the page's console and violations of the content security policy; should stay empty. */
  complaints: string[];
  close(): Promise<void>;
}

/** A fresh browser profile looking at `base`, with one page. */
export async function visit(base: string, looks: Looks = {}): Promise<Visit> {
  const context = await (
    await browser()
  ).newContext({
    baseURL: base,
    viewport: { width: looks.width ?? desk.width, height: looks.height ?? desk.height },
    colorScheme: looks.scheme ?? 'light',
    javaScriptEnabled: looks.javaScript ?? true,
    reducedMotion: looks.reducedMotion === false ? 'no-preference' : 'reduce',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !url.startsWith('data:') && !url.startsWith('blob:'))
      complaints.push(`asked another host: ${url}`);
  });
  return { page, context, complaints, close: () => context.close() };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds against WCAG 2.2 AA, one line a rule and element. Our pages have no frames, so axe runs in the page itself and describes only
 * what is wrong: with @axe-core/playwright, which opens a second page and describes every element that is right as well, it took four times as long.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const options: RunOptions = {
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    resultTypes: ['violations'],
  };
  const { violations } = await page.evaluate(
    async (how) =>
      await (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(how),
    options,
  );
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help} at ${node.target.join(' ')}`),
  );
}

/** Whether something sticks out sideways, so that a reader would have to scroll a page across. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);

/** With `SHOTS=1` writes `test-results/<name>.png` (whole page) for a person to look at; a picture takes as long as axe does. */
export async function shot(page: Page, name: string): Promise<void> {
  if (!process.env['SHOTS']) return;
  mkdirSync('test-results', { recursive: true });
  await page.screenshot({ path: `test-results/${name}.png`, fullPage: true });
}
