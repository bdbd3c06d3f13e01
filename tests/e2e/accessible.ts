import { createRequire } from 'node:module';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { lookedAt, lookOf } from './accessibilityEvidence.ts';
import { scriptsBegun } from './begun.ts';

/** Everything axe knows of WCAG 2.0 to 2.2, A and AA, and its own best practices. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Expects a page free of violations as it stands, by every rule in light colours, and by contrast in dark ones, where
 * the markup is the same.
 */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  await scriptsBegun(page);
  const light = await (await axeOn(page)).withTags(rules).analyze();
  expect(found(light), state).toEqual([]);
  const isStill = await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await (await axeOn(page)).withRules(['color-contrast']).analyze();
  expect(found(dark), `${state}, in dark colours`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: isStill ? 'reduce' : 'no-preference' });
  test.info().annotations.push({ type: lookedAt, description: lookOf(light.testEngine, new URL(page.url()).pathname) });
}

/** The source of axe, of the version that its own builder brings. */
const { source } = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))('axe-core') as {
  source: string;
};

/**
 * The builder puts all of axe on the page twice for every analysis, which takes longer than the analysis: here it is put
 * there once, and the builder has nothing to add. No page holds a frame, so axe may do without the second page in which it
 * joins what frames found.
 */
export async function axeOn(page: Page): Promise<AxeBuilder> {
  await page.evaluate(endTransitions);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const nothing = 'undefined';
  return new AxeBuilder({ page, axeSource: nothing }).options({ resultTypes: ['violations'] }).setLegacyMode();
}

/** Colours on their way from one to another have the contrast of neither. Runs in the page. */
function endTransitions(): void {
  for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
}

function found({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): string[] {
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`);
}

/** WCAG 2.2 1.4.10: nothing is wider than the window. */
export async function expectReflow(page: Page, state: string): Promise<void> {
  const { wide, window } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(wide, state).toBeLessThanOrEqual(window);
}

/** What a page has to fit: 320 px, which is 1280 px at 400 % (WCAG 2.2 1.4.10), and text at twice its size (1.4.4). */
const windows = [
  { width: 320, height: 640 },
  { width: 640, height: 450 },
] as const;

/** Expects a page to fit the smallest windows as it stands, and gives it its own window back. */
export async function expectToFit(page: Page, state: string): Promise<void> {
  const own = page.viewportSize();
  for (const window of windows) {
    await page.setViewportSize(window);
    await expectReflow(page, `${state} at ${window.width} px`);
  }
  if (own) await page.setViewportSize(own);
}
