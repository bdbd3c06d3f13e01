import type { Page } from '@playwright/test';
import type { RunningServer } from '../support/runningServer.ts';
import { expectAccessible, expectReflow } from './accessible.ts';
import { completeAtOnce, enter, expect, holdingTest, introduction, otherBrowser, readingTest, test } from './site.ts';

const end = `/fi/${introduction}/`;
const satisfied = (page: Page) => page.getByRole('group', { name: 'Kuinka tyytyväinen olet moduulin sisältöön?' });
const learned = (page: Page) => page.getByRole('group', { name: 'Opitko jotain uutta?' });
const told = (page: Page, words: string) => page.locator('oppi-feedback').getByText(words).filter({ visible: true });
const saved = 'Kiitos, palautteesi on tallennettu.';

/** What was rated, in the order it was stored: the question and the step. */
async function rated({ origin }: RunningServer): Promise<readonly string[]> {
  const authorization = `Basic ${Buffer.from('tool:secret').toString('base64')}`;
  const verb = encodeURIComponent('http://id.tincanapi.com/verb/rated');
  const response = await fetch(`${origin}/xapi/statements?ascending=true&verb=${verb}`, {
    headers: { authorization, 'x-experience-api-version': '2.0.0' },
  });
  const { statements } = (await response.json()) as {
    statements: { object: { id: string }; result: { response: string } }[];
  };
  return statements.map(({ object, result }) => `${object.id.split('/').at(-1)} ${result.response}`);
}

test('a learner rates a completed module by keyboard, changes it, and finds it again on another device', async ({
  page,
  browser,
  server,
  course,
}) => {
  await page.goto(end);
  await expect(satisfied(page)).toBeHidden();
  await enter(page, 'learner', end);
  await expect(page.locator('#valmis [data-part="rule"]')).toBeVisible();
  await expect(satisfied(page)).toBeHidden();
  await completeAtOnce(page, course);
  await page.reload();
  await expect(satisfied(page).getByRole('radio')).toHaveCount(5);
  await expect(learned(page).getByRole('radio')).toHaveCount(5);
  await expectAccessible(page, 'the questions at the end of a module');

  const send = page.getByRole('button', { name: 'Lähetä palaute' });
  await send.press('Enter');
  await expect(told(page, 'Valitse ensin vastaus.').first()).toBeVisible();
  const first = satisfied(page).getByRole('radio', { name: 'Erittäin tyytymätön' });
  await expect(first).toBeFocused();
  await page.keyboard.press('Space');
  for (let step = 1; step < 4; step += 1) await page.keyboard.press('ArrowDown');
  await expect(satisfied(page).getByRole('radio', { name: 'Melko tyytyväinen' })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(send).toBeFocused();
  expect(await rated(server)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(told(page, saved).first()).toBeVisible();
  await expectAccessible(page, 'feedback that was saved');
  expect(await rated(server)).toEqual(['satisfied 4']);

  await learned(page).getByRole('radio', { name: 'Paljon', exact: true }).check();
  await satisfied(page).getByRole('radio', { name: 'Erittäin tyytyväinen' }).check();
  const change = page.getByRole('button', { name: 'Lähetä muutettu palaute' });
  await change.click();
  await expect(told(page, saved).first()).toBeVisible();
  await change.click();
  await expect(told(page, saved).first()).toBeVisible();
  expect(await rated(server)).toEqual(['satisfied 4', 'satisfied 5', 'learned 4']);

  const device = await otherBrowser(browser, server);
  await enter(device, 'learner', end);
  await expect(satisfied(device).getByRole('radio', { name: 'Erittäin tyytyväinen' })).toBeChecked();
  await expect(learned(device).getByRole('radio', { name: 'Paljon', exact: true })).toBeChecked();
  await device.context().close();
});

holdingTest(
  'feedback given without a connection waits, is shown after a reload, and arrives once',
  async ({ page, server, course }) => {
    await enter(page, 'learner', end);
    await completeAtOnce(page, course);
    await page.reload();
    await expect(satisfied(page)).toBeVisible();
    await page.route(/\/(?:api|xapi)\//, (route) => route.abort());
    await satisfied(page).getByRole('radio', { name: 'Melko tyytymätön' }).check();
    await learned(page).getByRole('radio', { name: 'Vain vähän' }).check();
    await page.getByRole('button', { name: 'Lähetä palaute' }).click();
    await expect(told(page, 'Palautteesi on tallessa tällä laitteella.').first()).toBeVisible();
    await page.reload();
    await expect(satisfied(page).getByRole('radio', { name: 'Melko tyytymätön' })).toBeChecked();
    await expect(learned(page).getByRole('radio', { name: 'Vain vähän' })).toBeChecked();
    await expect(told(page, 'Palautteesi on tallessa tällä laitteella.').first()).toBeVisible();
    expect(await rated(server)).toEqual([]);
    await page.unroute(/\/(?:api|xapi)\//);
    await expect(told(page, saved).first()).toBeVisible({ timeout: 30_000 });
    expect(await rated(server)).toEqual(['satisfied 2', 'learned 2']);
  },
);

test('the questions fit a phone and are free of axe violations, in every language', async ({ page, course }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await enter(page, 'learner');
  await completeAtOnce(page, course);
  for (const lang of ['fi', 'sv', 'en']) {
    await page.goto(`/${lang}/${introduction}/`);
    await expect(page.locator('oppi-feedback fieldset')).toHaveCount(2);
    await expect(page.locator('oppi-feedback')).toBeVisible();
    await expectReflow(page, lang);
    await expectAccessible(page, lang);
  }
});

readingTest('a coordinator sees that too few have answered to be told of, and nothing of who', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await enter(page, 'coordinator', '/fi/authoring/');
  const table = page.getByRole('region', { name: 'Palaute' });
  await expect(table).toContainText('Näytetään, kun vastaajia on vähintään 10');
  await expectReflow(page, 'the feedback of modules');
  await expectAccessible(page, 'the feedback of modules');
});
