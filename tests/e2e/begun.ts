import type { Page } from '@playwright/test';

/**
 * Waits until the page's own scripts have begun: built pages ask for them once their words are shown, which may be after the page has
 * loaded. The header of every page of the site holds an element that a script gives its life.
 */
export async function scriptsBegun(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('oppi-account:not(:defined)') === null);
}
