import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Everything axe knows of WCAG 2.0 to 2.2, A and AA, and its own best practices. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Expects a page free of violations. In dark colours only contrast is looked at: the markup is the same as in light ones,
 * where every state is tried too.
 */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await (isDark ? axe.withRules(['color-contrast']) : axe.withTags(rules)).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`);
  expect(found, state).toEqual([]);
}

/** WCAG 2.2 1.4.10: nothing is wider than the window. */
export async function expectReflow(page: Page, state: string): Promise<void> {
  const { wide, window } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(wide, state).toBeLessThanOrEqual(window);
}
