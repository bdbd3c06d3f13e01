import type { Page } from '@playwright/test';
import { expect, formOf, moduleOf, questionOf, signIn, test } from './site.ts';

const module = 'tyokyvyn-tuki-asiakastyossa';

/** Holds back the page's scripts, as a slow network would, until the function that comes out is called. */
async function holdScripts(page: Page): Promise<() => Promise<void>> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/_astro/*.js', async (route) => {
    await released;
    await route.continue();
  });
  return async () => {
    release();
    await page.unrouteAll({ behavior: 'wait' });
  };
}

test('what is chosen and pressed before the scripts have come is done when they come', async ({ page, course }) => {
  const section = moduleOf(course, module).sections.find(({ questions }) => questions.length > 0)!;
  const id = section.questions[0]!;
  const question = questionOf(course, id);
  if (!('choices' in question)) throw new Error('the test needs choices to take');
  await signIn(page, 'learner');
  const release = await holdScripts(page);
  await page.goto(`/fi/${module}/${section.id}/`);
  const form = formOf(page, id);
  await form.locator(`input[value="${question.choices[0]!.id}"]`).check();
  await form.locator('button[type="submit"]').click();
  await expect(form.locator('.explanation:visible')).toHaveCount(0);
  expect(new URL(page.url()).search).toBe('');
  await release();
  await form.locator('.explanation:visible').first().waitFor();
});

test('the way on pressed before the scripts have come marks the section done, and leads on where they never come', async ({
  page,
  course,
}) => {
  const [first, second] = moduleOf(course, module).sections;
  await signIn(page, 'learner');
  const release = await holdScripts(page);
  await page.goto(`/fi/${module}/${first!.id}/`);
  await page.locator('a[data-onward]').click();
  await release();
  await page.waitForURL(`**/${module}/${second!.id}/`);
  await expect(page.getByText('tallennettu ✓').filter({ visible: true })).toBeVisible();
  const progress = (await (await page.request.get('/api/progress')).json()) as {
    modules: { id: string; sections: { id: string; done: boolean }[] }[];
  };
  const own = progress.modules.find(({ id }) => id === module)!;
  expect(own.sections.find(({ id }) => id === first!.id)).toMatchObject({ done: true });

  await page.route('**/_astro/*.js', (route) => route.abort());
  await page.goto(`/fi/${module}/${first!.id}/`);
  await page.locator('a[data-onward]').click();
  await page.waitForURL(`**/${module}/${second!.id}/`);
});

test('what is searched for before the scripts have come is found when they come', async ({ page }) => {
  const release = await holdScripts(page);
  await page.goto('/fi/search/');
  await page.getByRole('searchbox').fill('työkyky');
  await page.keyboard.press('Enter');
  await release();
  await expect(page.locator('[data-part="results"] a').first()).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveValue('työkyky');
});

test('a pop-up, a menu and a link need no script', async ({ page }) => {
  await holdScripts(page);
  await page.goto('/fi/kurssiesittely/tervetuloa/');
  await page.locator('button.term').first().click();
  await expect(page.locator('[popover]:popover-open')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByText('Teksti videosta').click();
  await expect(page.locator('.transcript')).toBeVisible();
  await page.getByRole('link', { name: 'Sanasto' }).first().click();
  await page.waitForURL('**/glossary/');
});

test('the scripts come also where a browser keeps its timings to itself', async ({ page }) => {
  await page.addInitScript(() => {
    PerformanceObserver.prototype.observe = () => {};
  });
  await page.goto('/fi/search/');
  await page.getByRole('searchbox').fill('työkyky');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-part="results"] a').first()).toBeVisible();
});
