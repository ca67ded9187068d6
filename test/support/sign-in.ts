import type { Page } from 'playwright-core';

export type SampleRole = 'secretariat' | 'chair' | 'member' | 'focal-point' | 'observer' | 'administrator';

/** Becomes somebody of the sample dialogue with that role, as a visitor of the sample would: one click. */
export async function signInAs(page: Page, role: SampleRole): Promise<void> {
  await page.goto('/sign-in');
  const words = new RegExp(role.replace('-', '[ -]'), 'i');
  await page.locator('form[action*="?/sample"] button').filter({ hasText: words }).first().click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}
