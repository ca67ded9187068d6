/**
 * Takes the pictures in `docs/images` from the running sample: `node tools/screenshots.ts`. Needs the built pages.
 */
import { mkdirSync } from 'node:fs';
import { startApp } from '../test/support/app.ts';
import { closeBrowser, phone, visit, type Looks } from '../test/support/browser.ts';
import { signInAs } from '../test/support/sign-in.ts';

const frame = { width: 1180, height: 760 };
const pictures: { name: string; path: string; looks: Looks; scrollTo?: string; signedIn?: boolean; keys?: string }[] = [
  { name: 'record', path: '/reports/2025-10-22-ohrid', looks: frame, scrollTo: '.paragraph:has(.margin)' },
  { name: 'review', path: '/reports/2026-09-15-podgorica/review', looks: frame, signedIn: true, keys: 'jjj' },
  {
    name: 'record-arabic-phone',
    path: '/ar/reports/2025-10-22-ohrid',
    scrollTo: '.paragraph:has(.margin)',
    looks: { ...phone, scheme: 'dark' },
  },
];

mkdirSync('docs/images', { recursive: true });
const app = await startApp();
try {
  for (const { name, path, looks, scrollTo, signedIn, keys } of pictures) {
    const { page, close } = await visit(app.url, looks);
    if (signedIn) await signInAs(page, 'secretariat');
    const answer = await page.goto(path);
    if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}`);
    if (scrollTo)
      await page
        .locator(scrollTo)
        .first()
        .evaluate((place) => place.scrollIntoView({ block: 'start' }));
    await page.waitForLoadState('networkidle');
    if (keys) await page.locator('[data-keys="on"]').waitFor();
    for (const key of keys ?? '') await page.keyboard.press(key);
    await page.screenshot({ path: `docs/images/${name}.png` });
    await close();
  }
} finally {
  await closeBrowser();
  await app.stop();
}
